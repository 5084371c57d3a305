import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { type Construct } from 'constructs';
import { type Kind, text } from '../props/kinds';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { expression, quoted, type Reference } from '../tokens/expression';
import { isUnknown } from '../tokens/known';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';

/** Options of a generated password. */
export interface GeneratedPasswordOptions {
  /**
   * Name of the secret: 1 to 512 letters, digits and `/ _ + = . @ -`, once in an account and Region. A deleted secret
   * keeps its name until its recovery window ends, so a broker that is created again before that needs another name.
   *
   * @default - a name that Terraform makes and that begins with amazon-mq/BROKER/USER-
   */
  readonly secretName?: string;

  /**
   * ARN, id or alias of the KMS key that encrypts the secret. A later change does not make a new password.
   *
   * @default - the key aws/secretsmanager
   */
  readonly kmsKeyId?: string;

  /**
   * Days in which a deleted secret can be restored: 7 to 30, or 0 to delete it at once.
   *
   * @default 30
   */
  readonly recoveryWindowInDays?: number;

  /**
   * Regions that get a copy of the secret, such as the Region of a replica broker. The copies are encrypted by the key
   * aws/secretsmanager of their Region.
   *
   * @default - none
   */
  readonly replicaRegions?: string[];
}

/** The key of Secrets Manager that encrypts a secret without a key of its own, as an alias or the ARN of one. */
const DEFAULT_KEY = /^(arn:[\w-]+:kms:[\w-]+:\d{12}:)?alias\/aws\/secretsmanager$/;

/** The key of a secret. Secrets Manager does not report its default key, so naming that one would be a perpetual diff. */
export const SECRET_KEY_KIND: Kind<string> = {
  take(value, property, found) {
    const key = text.take(value, property, found);
    return DEFAULT_KEY.test(key) ? (undefined as never) : key;
  },
};

/** Who a password is for. */
export interface PasswordOwner extends MetaArguments {
  readonly brokerName: string;
  readonly username: string;
  readonly deletionProtection: boolean;
  /** A number whose change makes a new generated password. By default the password never changes. */
  readonly rotation?: number;
  /** What has the user, if not one broker. */
  readonly ownerKind?: string;
  readonly tags?: Record<string, string>;
  readonly acknowledge?: RuleAcknowledgement[];
}

/** Makes the secret of a user, without its value. It is protected if the broker is. */
export function userSecret(
  scope: Construct,
  props: GeneratedPasswordOptions & PasswordOwner,
  description: string,
): SecretsmanagerSecret {
  const { secretName, kmsKeyId, recoveryWindowInDays, replicaRegions, deletionProtection, tags } = props;
  return new SecretsmanagerSecret(scope, 'Default', {
    ...metaArguments(scope, props),
    ...literal(secretName === undefined ? { namePrefix: namePrefixOf(props) } : { name: secretName }),
    ...literal({ description, kmsKeyId, replica: replicaRegions?.map((region) => ({ region })), tags }),
    recoveryWindowInDays,
    lifecycle: { preventDestroy: deletionProtection || undefined },
  });
}

/** The value of such a secret: the name and the password of the user as JSON. */
export function userSecretValue(username: string, password: Reference): string {
  return expression`sensitive(jsonencode({"username" = ${quoted(username)}, "password" = ${password}}))`;
}

/** ARN of a key that was given, or `*` where only its id or alias is known. */
export function keyArnOf(kmsKeyId: string | undefined): string | undefined {
  return kmsKeyId === undefined || isUnknown(kmsKeyId) || kmsKeyId.startsWith('arn:') ? kmsKeyId : '*';
}

/** The name of a user may contain a tilde, and that of a network anything; the name of a secret may not. */
function namePrefixOf({ brokerName, username }: PasswordOwner): string {
  const owner = isUnknown(brokerName) ? brokerName : brokerName.replaceAll(/[^\w/+=.@-]/g, '-');
  return `amazon-mq/${owner}/${username.replaceAll('~', '-')}-`;
}
