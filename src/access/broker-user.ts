import { type MqBrokerUser } from '@cdktf/provider-aws/lib/mq-broker';
import { Construct } from 'constructs';
import { namesakeOf } from '../rules/namesake';
import { known } from '../tokens/known';
import { stableId } from '../tokens/stable-id';
import { type PasswordOwner } from './generated-secret';
import { Password } from './password';
import { type UserFacts } from './user-rules';

/** A user of a broker. A change of any of it reboots the broker, or waits for its maintenance window. */
export interface BrokerUserProps {
  /** Name: 2 to 100 letters, digits, hyphens, periods, underscores and tildes. */
  readonly username: string;

  /**
   * Where the password comes from.
   *
   * @default Password.generated()
   */
  readonly password?: Password;

  /**
   * Groups, at most 20, of 2 to 100 letters, digits, hyphens, periods, underscores and tildes. What they may do is
   * written in the authorization map of the configuration.
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
   * Whether the user replicates data to a broker in another region. It excludes `consoleAccess`.
   *
   * @default false
   */
  readonly replicationUser?: boolean;
}

/** A user of a broker as it was made. */
export interface BrokerUser {
  /** Name of the user. */
  readonly username: string;

  /** ARN of the secret with the password; absent where the password does not come from Secrets Manager. */
  readonly secretArn?: string;
}

/** Makes a user's secret, where it has one, and the provider's block for it. */
export function bindUser(
  scope: Construct,
  { password = Password.generated(), ...props }: BrokerUserProps,
  owner: Omit<PasswordOwner, 'username'>,
): { user: BrokerUser; block: MqBrokerUser } {
  const { username } = props;
  const ownScope = new Construct(scope, stableId(scope, username));
  const { value, secretArn } = password._bind(ownScope, { ...owner, username });
  return { user: { username, secretArn }, block: { ...props, password: value } };
}

/** What the rules see of a user. */
export function userFacts(scope: Construct, { password, ...props }: BrokerUserProps): UserFacts {
  const facts = password?._facts;
  return {
    ...known(props),
    identity: stableId(scope, props.username),
    password: facts && { ...facts, secretNamesake: namesakeOf(scope, 'secret', facts.secretName) },
  };
}
