import { type PolicyStatement } from '../util/policy-document';

/** A secret, and the customer managed key that encrypts it. */
interface EncryptedSecret {
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
