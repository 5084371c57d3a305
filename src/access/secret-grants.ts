import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { SecretsmanagerSecretPolicy } from '@cdktf/provider-aws/lib/secretsmanager-secret-policy';
import { Lazy, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { type Kind, object, presentText } from '../props/kinds';
import { takeArgument } from '../props/take-props';
import { checkRules } from '../rules/check-rules';
import { omitUnresolved } from '../tokens/known';
import { stableId } from '../tokens/stable-id';
import { literal } from '../tokens/terraform-string';
import { policyDocument } from '../util/policy-document';
import { remembered } from '../util/remembered';
import { type BrokerUser } from './broker-user';
import { readSecretStatements } from './secret-policy';
import { type SecretReader } from './secret-reader';
import { SECRET_READER_RULES, SECRET_TO_READ } from './secret-reader-rules';

const READER = object<SecretReader>(
  'a SecretReader',
  ['_kind', '_value'],
  'write SecretReader.role("NAME") or SecretReader.principal("ARN")',
);

const SECRET_READER_KIND: Kind<SecretReader> = {
  take(value, property, found) {
    const reader = READER.take(value, property, found);
    return found.wrongKind.length > 0
      ? reader
      : { _kind: reader._kind, _value: presentText.take(reader._value, property, found) };
  },
};

/** Who may read the secrets of the users of one broker. */
export class SecretGrants {
  readonly #broker: Construct;
  readonly #provider?: TerraformProvider;
  readonly #principals = new Map<string, string[]>();

  constructor(broker: Construct, provider?: TerraformProvider) {
    this.#broker = broker;
    this.#provider = provider;
  }

  /** The policy document that allows to read the secret of a user and nothing else. */
  policyOf({ secretArn, _secretKeyArn: kmsKeyArn }: BrokerUser): string {
    checkRules(this.#broker, [SECRET_TO_READ], { hasSecret: secretArn !== undefined });
    return policyDocument(readSecretStatements({ secretArn: secretArn!, kmsKeyArn }));
  }

  grant(user: BrokerUser, reader: SecretReader): void {
    const { _kind: kind, _value: value } = takeArgument(this.#broker, SECRET_READER_KIND, reader, 'reader');
    checkRules(this.#broker, SECRET_READER_RULES, {
      kind,
      ...omitUnresolved({ value }),
      hasSecret: user.secretArn !== undefined,
    });
    const scope = this.#scope(user);
    if (kind === 'principal') this.#grantPrincipal(scope, user, value);
    else this.#grantRole(scope, user, value);
  }

  #grantRole(scope: Construct, user: BrokerUser, roleName: string): void {
    const id = `Role-${stableId(scope, roleName)}`;
    if (scope.node.tryFindChild(id)) return;
    new IamRolePolicy(scope, id, {
      provider: this.#provider,
      namePrefix: 'read-amazon-mq-secret-',
      role: literal(roleName),
      policy: literal(this.policyOf(user)),
    });
  }

  /** A secret has one resource policy, so all its principals are in one statement. */
  #grantPrincipal(scope: Construct, user: BrokerUser, arn: string): void {
    const principals = remembered(this.#principals, user.username, () => [] as string[]);
    if (principals.includes(arn)) return;
    principals.push(arn);
    if (principals.length > 1) return;
    const statement = {
      Sid: 'ReadSecret',
      Effect: 'Allow',
      Action: 'secretsmanager:GetSecretValue',
      Resource: '*',
    } as const;
    new SecretsmanagerSecretPolicy(scope, 'ResourcePolicy', {
      provider: this.#provider,
      secretArn: user.secretArn!,
      blockPublicPolicy: true,
      policy: Lazy.stringValue({
        produce: () => literal(policyDocument([{ ...statement, Principal: { AWS: principals } }])),
      }),
    });
  }

  #scope({ username }: BrokerUser): Construct {
    const child = (scope: Construct, id: string) =>
      (scope.node.tryFindChild(id) as Construct | undefined) ?? new Construct(scope, id);
    return child(child(this.#broker, 'SecretReaders'), stableId(this.#broker, username));
  }
}
