import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version';
import { DataResource } from 'cdktf';
import { Construct } from 'constructs';
import { TAG_REJECTIONS, type Tagged } from '../amazon-mq/rejections/tags';
import { type Kind, text } from '../props/kinds';
import { checkChangesAtSynth, type WrittenFacts } from '../rules/check-at-synth';
import { type Finding, type Rule } from '../rules/rule';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { address } from '../tokens/address';
import { attribute } from '../tokens/attribute';
import { expression, quoted } from '../tokens/expression';
import { isUnknown, known } from '../tokens/known';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';
import { writtenArguments } from '../tokens/written-arguments';
import { blocksOf, numberOf, textMapOf, textOf } from '../util/arguments';
import { PASSWORD_RULES, type PasswordSources } from './password-rules';

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
  /** What has the user, if not one broker. */
  readonly ownerKind?: string;
  readonly tags?: Record<string, string>;
  readonly acknowledge?: RuleAcknowledgement[];
}

const SECRET_RULES: readonly Rule<PasswordSources & Tagged>[] = [...PASSWORD_RULES, ...TAG_REJECTIONS];

/** How a generated password changes. */
export interface GeneratedSecretOptions extends GeneratedPasswordOptions {
  /** A number whose change makes a new password. By default the password never changes. */
  readonly rotation?: number;
}

/**
 * A user's name and random password in Secrets Manager.
 *
 * Uses `uuid()` instead of the data source aws_secretsmanager_random_password, because that data source has the password
 * as its id and every plan prints it. `uuid()` gives another value at each plan, so later changes are ignored. A replaced
 * version still gets a new password, so both resources are protected if the broker is. `sensitive()` is there because
 * Terraform 1.5 forgets the provider's own mark in the planned values of `terraform show -json`.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions/uuid
 */
export class GeneratedSecret extends Construct {
  readonly secretArn: string;
  readonly password: string;

  /** The key that encrypts the secret, if one was given: its ARN, or `*` where only its id or alias is known. */
  readonly kmsKeyArn?: string;

  constructor(scope: Construct, id: string, props: GeneratedSecretOptions & PasswordOwner) {
    super(scope, id);
    const { brokerName, username, deletionProtection, secretName, kmsKeyId, replicaRegions, rotation } = props;
    const meta = metaArguments(this, props);
    const preventDestroy = deletionProtection || undefined;
    const secret = new SecretsmanagerSecret(this, 'Default', {
      ...meta,
      ...literal(secretName === undefined ? { namePrefix: secretNamePrefix(props) } : { name: secretName }),
      description: literal(`user ${username} of the ${props.ownerKind ?? 'Amazon MQ broker'} ${brokerName}`),
      kmsKeyId: literal(kmsKeyId),
      recoveryWindowInDays: props.recoveryWindowInDays,
      replica: replicaRegions && literal(replicaRegions.map((region) => ({ region }))),
      tags: literal(props.tags),
      lifecycle: { preventDestroy },
    });
    this.#checkChanges(secret, props);
    const version = new SecretsmanagerSecretVersion(this, 'Version', {
      ...meta,
      secretId: attribute(secret, 'id'),
      secretString: expression`sensitive(jsonencode({"username" = ${quoted(username)}, "password" = uuid()}))`,
      lifecycle: {
        ...(rotation === undefined ? { preventDestroy } : this.#rotated(username, rotation)),
        ignoreChanges: ['secret_string'],
      },
    });
    this.secretArn = attribute(secret, 'arn');
    this.kmsKeyArn = keyArnOf(kmsKeyId);
    this.password = expression`jsondecode(${attribute(version, 'secret_string')}).password`;
  }

  /** The owner judged its password, so only what Aspects and overrides change is judged here. */
  #checkChanges(secret: SecretsmanagerSecret, props: GeneratedSecretOptions & PasswordOwner): void {
    const { secretName, recoveryWindowInDays, replicaRegions, tags, acknowledge } = props;
    const facts = { userPasswords: [known({ secretName, recoveryWindowInDays, replicaRegions })], tags: known(tags) };
    const ofSecret = (finding: Finding) => ({ ...finding, property: finding.property.replace(/^.*\.password\./, '') });
    checkChangesAtSynth(this, SECRET_RULES, facts, () => writtenFacts(secret), acknowledge, ofSecret);
  }

  /** The version is replaced when the number changes: a change in place would keep the password. */
  #rotated(username: string, rotation: number) {
    const counter = new DataResource(this, 'Rotation', { input: { username: literal(username), rotation } });
    return { createBeforeDestroy: true, replaceTriggeredBy: [address(counter)] };
  }
}

/** ARN of a key that was given, or `*` where only its id or alias is known. */
export function keyArnOf(kmsKeyId: string | undefined): string | undefined {
  return kmsKeyId === undefined || isUnknown(kmsKeyId) || kmsKeyId.startsWith('arn:') ? kmsKeyId : '*';
}

/** The name of a user may contain a tilde, the name of a secret may not. */
export function secretNamePrefix({ brokerName, username }: PasswordOwner): string {
  return `amazon-mq/${brokerName}/${username.replaceAll('~', '-')}-`;
}

/** The facts that a secret holds. */
function writtenFacts(secret: SecretsmanagerSecret): WrittenFacts<PasswordSources & Tagged> {
  const values = writtenArguments(secret);
  const regions = blocksOf(values, 'replica')?.map((replica) => textOf(replica, 'region') ?? undefined);
  const password = {
    secretName: textOf(values, 'name') ?? undefined,
    recoveryWindowInDays: numberOf(values, 'recovery_window_in_days') ?? undefined,
    replicaRegions: regions?.length === 0 ? undefined : regions,
  };
  return { userPasswords: [password], tags: textMapOf(values, 'tags') };
}
