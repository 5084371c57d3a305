import { type MqBrokerUser } from '@cdktf/provider-aws/lib/mq-broker';
import { type ITerraformDependable, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { type UserFacts } from '../amazon-mq/broker-facts';
import { flag, type Kinds, text, texts } from '../props/kinds';
import { namesakeOf } from '../rules/namesake';
import { combinedList } from '../tokens/combined';
import { factsOf } from '../tokens/known';
import { stableId } from '../tokens/stable-id';
import { literal } from '../tokens/terraform-string';
import { Password, PASSWORD_KIND, type SecretForm } from './password';
import { type PasswordFacts } from './password-rules';
import { type PasswordOwner } from './user-secret';

/**
 * A user of a broker. A changed user needs a reboot: in the apply with `applyImmediately`, otherwise in the maintenance window.
 */
export interface BrokerUserProps {
  /** User name: 2 to 100 letters, digits, hyphens, periods, underscores and tildes. */
  readonly username: string;

  /**
   * Where the password comes from.
   *
   * @default Password.generated()
   */
  readonly password?: Password;

  /**
   * Groups, at most 20, each of 2 to 100 letters, digits, hyphens, periods, underscores and tildes. The authorization map
   * of the configuration says what a group may do.
   *
   * @default - none
   */
  readonly groups?: string[];

  /**
   * Whether the user may log in to the web console.
   *
   * @default false
   */
  readonly consoleAccess?: boolean;

  /**
   * Whether the user replicates data to a broker in another Region. Such a user cannot have `consoleAccess`. The provider
   * plans nothing if you change this alone: change the password or the groups of the user with it.
   *
   * @default false
   */
  readonly replicationUser?: boolean;
}

/** A user of a broker, as the broker made it. */
export interface BrokerUser {
  /** User name. */
  readonly username: string;

  /** ARN of the secret with the password; absent if the password does not come from Secrets Manager. */
  readonly secretArn?: string;

  /**
   * What the secret contains, if known.
   *
   * @internal
   */
  readonly _secretForm?: SecretForm;

  /**
   * The key that encrypts the secret, if it was given.
   *
   * @internal
   */
  readonly _secretKeyArn?: string;

  /**
   * What the secret has its content from, where the broker does not wait for it.
   *
   * @internal
   */
  readonly _secretVersion?: ITerraformDependable;
}

export const USER_KINDS: Kinds<BrokerUserProps> = {
  username: text,
  password: PASSWORD_KIND,
  groups: texts,
  consoleAccess: flag,
  replicationUser: flag,
};

/** Makes a user's secret, if it has one, and the provider's block for the user. */
export function bindUser(
  scope: Construct,
  { password = Password.generated(), ...props }: BrokerUserProps,
  owner: Omit<PasswordOwner, 'username'>,
): { user: BrokerUser; block: MqBrokerUser } {
  const { username, groups, ...flags } = props;
  const ownScope = new Construct(scope, stableId(scope, username));
  const { value, secretArn, secretForm, secretKeyArn } = password._bind(ownScope, { ...owner, username });
  const block = { ...flags, username: literal(username), groups: groups && literal(combinedList(groups)) };
  const user = { username, secretArn, _secretForm: secretForm, _secretKeyArn: secretKeyArn };
  return { user, block: { ...block, password: value } };
}

/** What the rules see of a user. */
export function userFacts(scope: Construct, user: BrokerUserProps): UserFacts {
  const { username, groups, consoleAccess, replicationUser, password } = user;
  return {
    ...factsOf({ username, groups, consoleAccess, replicationUser }),
    identity: username ? stableId(scope, username) : undefined,
    password: password?._facts.plainText,
  };
}

/** What the rules see of where the password of a user comes from. */
export function passwordFacts(
  scope: Construct,
  { password }: BrokerUserProps,
  provider: TerraformProvider | undefined,
): PasswordFacts {
  const facts = password?._facts;
  return { ...facts, secretNamesake: namesakeOf('secret', facts?.secretName, { construct: scope, provider }) };
}
