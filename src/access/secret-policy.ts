/** A statement of an IAM policy, as JSON has it. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal?: Readonly<Record<string, string | string[]>>;
  readonly Action: string | string[];
  readonly Resource: string | string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A secret, and the customer managed key that encrypts it. */
export interface EncryptedSecret {
  readonly secretArn: string;
  readonly kmsKeyArn?: string;
}

/** What somebody needs who reads one secret, and nothing else. */
export function readSecretStatements({ secretArn, kmsKeyArn }: EncryptedSecret): PolicyStatement[] {
  const read: PolicyStatement = {
    Sid: 'ReadSecret',
    Effect: 'Allow',
    Action: 'secretsmanager:GetSecretValue',
    Resource: secretArn,
  };
  const decrypt = (key: string): PolicyStatement => ({
    Sid: 'DecryptSecret',
    Effect: 'Allow',
    Action: 'kms:Decrypt',
    Resource: key,
    Condition: { StringEquals: { 'kms:EncryptionContext:SecretARN': secretArn } },
  });
  return kmsKeyArn === undefined ? [read] : [read, decrypt(kmsKeyArn)];
}

/** A policy document of some statements. */
export function policyDocument(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
