import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version';
import { Construct } from 'constructs';
import { expression, quoted } from '../tokens/expression';

/** How a generated password is kept. */
export interface GeneratedPasswordOptions {
  /**
   * Name of the secret: 1 to 512 letters, digits and `/ _ + = . @ -`, once in an account and region. A deleted secret
   * keeps its name until its recovery window ends, so a broker that is made anew within it needs another one.
   *
   * @default - a name made by Terraform that begins with amazon-mq/BROKER/USER-
   */
  readonly secretName?: string;

  /**
   * ARN, id or alias of the KMS key that encrypts the secret. A later change makes no new password.
   *
   * @default - the key aws/secretsmanager
   */
  readonly kmsKeyId?: string;

  /**
   * Days that a deleted secret can be restored: 7 to 30, or 0 to delete it at once.
   *
   * @default 30
   */
  readonly recoveryWindowInDays?: number;
}

/** Who a password is for. */
export interface PasswordOwner {
  readonly brokerName: string;
  readonly username: string;
  readonly deletionProtection: boolean;
  readonly tags?: Record<string, string>;
}

/**
 * A user's name and random password in Secrets Manager.
 *
 * `uuid()` and not the data source aws_secretsmanager_random_password, whose id is the password and is printed by every
 * plan. The value would be another at each plan, so later changes of it are ignored; a replaced version would still get
 * a new one, so both resources are protected where the broker is. `sensitive()`, as Terraform 1.5 forgets the provider's
 * own mark in the planned values of `terraform show -json`.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions/uuid
 */
export class GeneratedSecret extends Construct {
  readonly secretArn: string;
  readonly password: string;

  constructor(scope: Construct, id: string, props: GeneratedPasswordOptions & PasswordOwner) {
    super(scope, id);
    const { brokerName, username, deletionProtection, secretName } = props;
    const preventDestroy = deletionProtection || undefined;
    const secret = new SecretsmanagerSecret(this, 'Default', {
      ...(secretName !== undefined ? { name: secretName } : { namePrefix: secretNamePrefix(brokerName, username) }),
      description: `user ${username} of the Amazon MQ broker ${brokerName}`,
      kmsKeyId: props.kmsKeyId,
      recoveryWindowInDays: props.recoveryWindowInDays,
      tags: props.tags,
      lifecycle: { preventDestroy },
    });
    const version = new SecretsmanagerSecretVersion(this, 'Version', {
      secretId: secret.id,
      secretString: expression`sensitive(jsonencode({"username" = ${quoted(username)}, "password" = uuid()}))`,
      lifecycle: { preventDestroy, ignoreChanges: ['secret_string'] },
    });
    this.secretArn = secret.arn;
    this.password = expression`jsondecode(${version.secretString}).password`;
  }
}

/** A user name may hold a tilde, the name of a secret may not. */
function secretNamePrefix(brokerName: string, username: string): string {
  return `amazon-mq/${brokerName}/${username.replaceAll('~', '-')}-`;
}
