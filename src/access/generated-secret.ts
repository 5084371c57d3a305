import { type SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version';
import { DataResource } from 'cdktf';
import { Construct } from 'constructs';
import { TAG_REJECTIONS, type Tagged } from '../amazon-mq/rejections/tags';
import { checkChangesAtSynth, type WrittenFacts } from '../rules/check-at-synth';
import { type Finding, type Rule } from '../rules/rule';
import { address } from '../tokens/address';
import { attribute } from '../tokens/attribute';
import { expression } from '../tokens/expression';
import { omitUnresolved } from '../tokens/known';
import { metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';
import { writtenArguments } from '../tokens/written-arguments';
import { blocksOf, numberOf, textMapOf, textOf } from '../util/arguments';
import { PASSWORD_RULES, type PasswordSources } from './password-rules';
import {
  type GeneratedPasswordOptions,
  keyArnOf,
  type PasswordOwner,
  userSecret,
  userSecretValue,
} from './user-secret';

const SECRET_RULES: readonly Rule<PasswordSources & Tagged>[] = [...PASSWORD_RULES, ...TAG_REJECTIONS];

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

  constructor(scope: Construct, id: string, props: GeneratedPasswordOptions & PasswordOwner) {
    super(scope, id);
    const { brokerName, username, deletionProtection, kmsKeyId, rotation } = props;
    const preventDestroy = deletionProtection || undefined;
    const description = `user ${username} of the ${props.ownerKind ?? 'Amazon MQ broker'} ${brokerName}`;
    const secret = userSecret(this, props, description);
    this.#checkChanges(secret, props);
    const version = new SecretsmanagerSecretVersion(this, 'Version', {
      ...metaArguments(this, props),
      secretId: attribute(secret, 'id'),
      secretString: userSecretValue(username, expression`uuid()`),
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
  #checkChanges(secret: SecretsmanagerSecret, props: GeneratedPasswordOptions & PasswordOwner): void {
    const { secretName, recoveryWindowInDays, replicaRegions, tags, acknowledge } = props;
    const facts = {
      userPasswords: [omitUnresolved({ secretName, recoveryWindowInDays, replicaRegions })],
      tags: omitUnresolved(tags),
    };
    const ofSecret = (finding: Finding) => ({ ...finding, property: finding.property.split('.password.').at(-1)! });
    checkChangesAtSynth(this, SECRET_RULES, facts, () => writtenFacts(secret), acknowledge, ofSecret);
  }

  /** The version is replaced when the number changes: a change in place would keep the password. */
  #rotated(username: string, rotation: number) {
    const counter = new DataResource(this, 'Rotation', { input: { username: literal(username), rotation } });
    return { createBeforeDestroy: true, replaceTriggeredBy: [address(counter)] };
  }
}

/** The facts that a secret holds. */
function writtenFacts(secret: SecretsmanagerSecret): WrittenFacts<PasswordSources & Tagged> {
  const values = writtenArguments(secret);
  const password = {
    secretName: textOf(values, 'name') ?? undefined,
    recoveryWindowInDays: numberOf(values, 'recovery_window_in_days') ?? undefined,
    replicaRegions: blocksOf(values, 'replica')?.map((replica) => textOf(replica, 'region') ?? undefined),
  };
  return { userPasswords: [password], tags: textMapOf(values, 'tags') };
}
