import { DataAwsSecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version';
import { type TerraformVariable, Token } from 'cdktf';
import { type Construct } from 'constructs';
import { expression, quoted } from '../tokens/expression';
import { known } from '../tokens/known';
import { terraformString } from '../tokens/terraform-string';
import { type GeneratedPasswordOptions, GeneratedSecret, type PasswordOwner } from './generated-secret';
import { type PasswordFacts } from './password-rules';

/** Where in a secret the password stands. */
export interface SecretPasswordOptions {
  /**
   * Field of the secret's JSON object that holds the password.
   *
   * @default - the secret is the password, whole
   */
  readonly field?: string;

  /**
   * Staging label of the version to read.
   *
   * @default 'AWSCURRENT'
   */
  readonly versionStage?: string;
}

/** A password within a stack. */
export interface BoundPassword {
  readonly value: string;
  readonly secretArn?: string;
}

/**
 * Where the password of a user comes from. Amazon MQ takes 12 to 250 characters, four of them different, without comma,
 * colon and equals sign.
 *
 * Whatever the source, Terraform keeps the password in its state: keep the state encrypted and closed. Only
 * `unsafePlainText` puts it into the synthesized JSON as well.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers-broker-id-users-username.html
 */
export class Password {
  /**
   * A random password of 36 characters, made by Terraform at the first apply and kept in Secrets Manager as JSON
   * `{"username": …, "password": …}`. Later applies leave it as it is. Replacing the secret makes a new one, and so
   * reboots the broker. Rotation by Secrets Manager does not reach the broker: do not switch it on.
   */
  static generated(options: GeneratedPasswordOptions = {}): Password {
    const { secretName, recoveryWindowInDays } = options;
    const facts = { generated: true, ...known({ secretName, recoveryWindowInDays }) };
    return new Password(facts, (scope, owner) => {
      const secret = new GeneratedSecret(scope, 'Secret', { ...owner, ...options });
      return { value: secret.password, secretArn: secret.secretArn };
    });
  }

  /**
   * A password that stands in Secrets Manager already, read at each plan.
   *
   * @param secretId name or ARN of the secret
   */
  static fromSecret(secretId: string, options: SecretPasswordOptions = {}): Password {
    return new Password({}, (scope) => {
      const { secretString, arn } = new DataAwsSecretsmanagerSecretVersion(scope, 'SecretVersion', {
        secretId,
        versionStage: options.versionStage,
      });
      const value = options.field ? expression`jsondecode(${secretString})[${quoted(options.field)}]` : secretString;
      return { value, secretArn: arn };
    });
  }

  /** A password handed to Terraform as a variable, which must be marked sensitive. */
  static fromVariable(variable: TerraformVariable): Password {
    return new Password({ variableSensitive: variable.sensitive === true }, () => ({ value: variable.stringValue }));
  }

  /**
   * A password that stands readable in the app, in the synthesized JSON and in the state: for tests only. A warning
   * tells of each. It is text to the letter, `${` and `%{` as well.
   */
  static unsafePlainText(text: string): Password {
    const plainText = Token.isUnresolved(text) ? undefined : text;
    return new Password({ plainText }, () => ({ value: terraformString(text) }));
  }

  private constructor(
    /** @internal */ readonly _facts: PasswordFacts,
    /** @internal */ readonly _bind: (scope: Construct, owner: PasswordOwner) => BoundPassword,
  ) {}
}
