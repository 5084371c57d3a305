import { DataAwsSecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version';
import { type TerraformVariable, Token } from 'cdktf';
import { type Construct } from 'constructs';
import { type Kind, type Kinds, list, number, secretObject, takeStruct, text } from '../props/kinds';
import { nothingFound, type PropFacts } from '../props/prop-rules';
import { asText } from '../tokens/encoded';
import { expression, quoted } from '../tokens/expression';
import { factsOf, omitUnresolved } from '../tokens/known';
import { metaArguments } from '../tokens/meta-arguments';
import { literal, terraformString } from '../tokens/terraform-string';
import { GeneratedSecret } from './generated-secret';
import { type PasswordFacts } from './password-rules';
import { type GeneratedPasswordOptions, type PasswordOwner, SECRET_KEY_KIND } from './user-secret';

/** Options of a password in a secret that exists. */
export interface SecretPasswordOptions {
  /**
   * Field of the secret's JSON object that contains the password.
   *
   * @default - the whole secret is the password
   */
  readonly field?: string;

  /**
   * Staging label of the version to read.
   *
   * @default 'AWSCURRENT'
   */
  readonly versionStage?: string;
}

/** What a secret contains: user name and password as JSON, or the password alone. */
export type SecretForm = 'credentials' | 'password';

/** A password in a stack. */
export interface BoundPassword {
  readonly value: string;
  readonly secretArn?: string;
  /** Absent if it is not known. */
  readonly secretForm?: SecretForm;
  /** The key that encrypts the secret; `*` stands for one that was given by id or alias. */
  readonly secretKeyArn?: string;
}

const GENERATED_KINDS: Kinds<GeneratedPasswordOptions> = {
  secretName: text,
  kmsKeyId: SECRET_KEY_KIND,
  recoveryWindowInDays: number,
  replicaRegions: list(text),
};

const SECRET_KINDS: Kinds<SecretPasswordOptions> = { field: text, versionStage: text };

/**
 * Where the password of a user comes from. Amazon MQ accepts 12 to 250 characters, four of them different, without
 * comma, colon and equals sign.
 *
 * Whatever the source, Terraform keeps the password in its state, so encrypt the state and limit who can read it. Only
 * `unsafePlainText` writes the password into the synthesized JSON as well.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers-broker-id-users-username.html
 */
export class Password {
  /**
   * A random password of 36 characters that Terraform makes in the first apply and keeps in Secrets Manager as JSON
   * `{"username": …, "password": …}`. Later applies do not change it.
   *
   * If you replace the secret, the secret has the new password at once, and the broker gets it with its next reboot: in
   * the apply with `applyImmediately`, otherwise in the maintenance window. Rotation by Secrets Manager does not reach the
   * broker, so leave it off.
   */
  static generated(options: GeneratedPasswordOptions = {}): Password {
    const found = nothingFound();
    const taken = takeStruct(GENERATED_KINDS, options, '', found);
    const { secretName, recoveryWindowInDays, replicaRegions } = taken;
    const facts = { generated: true, ...omitUnresolved({ secretName, recoveryWindowInDays, replicaRegions }) };
    return new Password(facts, found, (scope, owner) => {
      const secret = new GeneratedSecret(scope, 'Secret', { ...owner, ...taken });
      return {
        value: secret.password,
        secretArn: secret.secretArn,
        secretForm: 'credentials',
        secretKeyArn: secret.kmsKeyArn,
      };
    });
  }

  /**
   * A password that exists in Secrets Manager. Every plan reads it.
   *
   * @param secretId name or ARN of the secret
   */
  static fromSecret(secretId: string, options: SecretPasswordOptions = {}): Password {
    const found = nothingFound();
    const id = text.take(secretId, 'secretId', found);
    const { field, versionStage } = takeStruct(SECRET_KINDS, options, '', found);
    if (field === '') {
      found.wrongKind.push({ property: 'field', problem: 'is empty', remedy: 'name a field, or leave it out' });
    }
    return new Password({ secretId: factsOf(id) }, found, (scope, owner) => {
      const { secretString, arn } = new DataAwsSecretsmanagerSecretVersion(scope, 'SecretVersion', {
        ...metaArguments(scope, owner),
        ...literal({ secretId: id, versionStage }),
      });
      const value = field ? expression`jsondecode(${secretString})[${quoted(field)}]` : secretString;
      return { value, secretArn: arn, secretForm: field === undefined ? 'password' : undefined };
    });
  }

  /** A password that you pass to Terraform as a variable, which must be marked sensitive. */
  static fromVariable(variable: TerraformVariable): Password {
    const found = nothingFound();
    VARIABLE.take(variable, 'variable', found);
    return new Password({ variableSensitive: variable.sensitive === true }, found, () => ({
      value: variable.stringValue,
    }));
  }

  /**
   * A password that is readable in the app, in the synthesized JSON and in the state: for tests only. Each one gets a
   * warning. Every character counts as text, also `${` and `%{`.
   */
  static unsafePlainText(text: string): Password {
    const found = nothingFound();
    const password = asText(text);
    if (typeof password !== 'string') {
      found.wrongKind.push({ property: 'plainText', problem: 'is not a text', remedy: 'write it in quotes' });
    }
    const plainText = Token.isUnresolved(password) ? undefined : password;
    return new Password({ plainText }, found, () => ({ value: terraformString(password) }));
  }

  /**
   * A password that another construct made.
   *
   * @internal
   */
  static _made(bound: BoundPassword): Password {
    return new Password({}, nothingFound(), () => bound);
  }

  /**
   * The password of a user of another broker of the stack.
   *
   * @internal
   */
  static _ofOtherBroker(value: string): Password {
    return new Password({}, nothingFound(), () => ({ value }));
  }

  private constructor(
    /** @internal */ readonly _facts: PasswordFacts,
    /** @internal */ readonly _found: PropFacts,
    /** @internal */ readonly _bind: (scope: Construct, owner: PasswordOwner) => BoundPassword,
  ) {
    // A password in plain text is one of the facts: what logs or serializes this object leaves them out.
    Object.defineProperty(this, '_facts', { enumerable: false });
  }
}

const VARIABLE = secretObject<TerraformVariable>(
  'a TerraformVariable',
  ['stringValue', 'sensitive'],
  'give the variable itself, not variable.value',
);

const PASSWORD = secretObject<Password>(
  'a Password',
  ['_bind', '_found'],
  'use Password.fromSecret("NAME") or Password.fromVariable(variable), or leave it out for a generated one',
);

/** A password, with what was found about its options. */
export const PASSWORD_KIND: Kind<Password> = {
  take(value, property, found) {
    const password = PASSWORD.take(value, property, found);
    for (const name of ['wrongKind', 'unknownAtSynth', 'templates', 'misspelled'] as const) {
      const ofOptions = (password._found as PropFacts | undefined)?.[name] ?? [];
      found[name].push(...ofOptions.map((each) => ({ ...each, property: `${property}.${each.property}` })));
    }
    return password;
  },
};
