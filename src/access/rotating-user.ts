import { type MqBroker, type MqBrokerUser } from '@cdktf/provider-aws/lib/mq-broker';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version';
import { Construct } from 'constructs';
import { flag, type Kinds, knownAtSynth, list, number, text, texts } from '../props/kinds';
import { combinedList } from '../tokens/combined';
import { metaArguments } from '../tokens/meta-arguments';
import { stableId } from '../tokens/stable-id';
import { literal } from '../tokens/terraform-string';
import { type BrokerUser, type BrokerUserProps } from './broker-user';
import { GeneratedSecret } from './generated-secret';
import { Password } from './password';
import { keyArnOf, type PasswordOwner, SECRET_KEY_KIND, userSecret, userSecretValue } from './user-secret';

/**
 * A user whose password you rotate without an outage. The broker gets two users, `NAME-a` and `NAME-b`, and clients read one
 * secret that contains the user in use. A rotation gives the other user a new password, reboots the broker once, and then
 * puts this user into the secret. The password that clients use stays valid until the rotation after that.
 *
 * Increase `rotation` by one for each rotation. Clients read the secret when they connect, and reconnect before the next
 * rotation. Give permissions to groups, not to the names of the users.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-two-users.html
 */
export interface RotatingUser {
  /** Name, from which the two users are named: 1 to 98 letters, digits, hyphens, periods, underscores and tildes. */
  readonly username: string;

  /** Number of the rotation: 1 at first, then one more for each rotation. Never skip a number or go back. */
  readonly rotation: number;

  /**
   * Rotation whose user the secret contains: `rotation`, or the one before. Without `applyImmediately` the broker takes a
   * new password in the maintenance window, so rotate in two applies: leave this one behind in the first, and increase it
   * when the window has passed. No plan shows a pending password; `aws mq describe-user` does.
   *
   * @default - `rotation`, which needs `applyImmediately`
   */
  readonly secretRotation?: number;

  /**
   * Groups of both users, at most 20.
   *
   * @default - none
   */
  readonly groups?: string[];

  /**
   * Whether both users may log in to the web console.
   *
   * @default false
   */
  readonly consoleAccess?: boolean;

  /**
   * Name of the secret that clients read: 1 to 512 letters, digits and `/ _ + = . @ -`, once in an account and Region.
   *
   * @default - a name that Terraform makes and that begins with amazon-mq/BROKER/USER-
   */
  readonly secretName?: string;

  /**
   * ARN, id or alias of the KMS key that encrypts the secrets.
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
   * Regions that get a copy of the secret that clients read.
   *
   * @default - none
   */
  readonly replicaRegions?: string[];
}

export const ROTATING_USER_KINDS: Kinds<RotatingUser> = {
  username: text,
  rotation: knownAtSynth(number, 'write the number in the app: it decides which password is replaced'),
  secretRotation: knownAtSynth(number, 'write the number in the app: it decides which user the secret contains'),
  groups: texts,
  consoleAccess: flag,
  secretName: text,
  kmsKeyId: SECRET_KEY_KIND,
  recoveryWindowInDays: number,
  replicaRegions: list(text),
};

/** The two users: odd rotations are of the first, even ones of the second. */
const USERS = [
  { suffix: 'a', parity: 1 },
  { suffix: 'b', parity: 0 },
] as const;

/** The two users as the rules see them. Their secrets are named by the one that clients read. */
export function usersOf({ username, groups, consoleAccess, ...secret }: RotatingUser): BrokerUserProps[] {
  const { secretName, recoveryWindowInDays, replicaRegions } = secret;
  return USERS.map(({ suffix }, index) => ({
    username: username && `${username}-${suffix}`,
    groups,
    consoleAccess,
    password: Password.generated(index === 0 ? { secretName, recoveryWindowInDays, replicaRegions } : {}),
  }));
}

/** What a rotating user is in a stack: two users of the broker, and then the secret that follows the broker. */
interface BoundRotatingUser {
  readonly blocks: readonly MqBrokerUser[];
  /** Makes the secret that clients read, which contains a user only after the broker has it. */
  readonly publish: (broker: MqBroker) => BrokerUser;
}

export function bindRotatingUser(
  scope: Construct,
  user: RotatingUser,
  owner: Omit<PasswordOwner, 'username'>,
): BoundRotatingUser {
  const { username, rotation, secretRotation = rotation, groups, consoleAccess } = user;
  const { kmsKeyId, recoveryWindowInDays } = user;
  const ownScope = new Construct(scope, stableId(scope, username));
  const pair = USERS.map(({ suffix, parity }) => {
    const name = `${username}-${suffix}`;
    const { password } = new GeneratedSecret(ownScope, suffix.toUpperCase(), {
      ...owner,
      username: name,
      kmsKeyId,
      recoveryWindowInDays,
      rotation: rotation % 2 === parity ? rotation : rotation - 1,
    });
    return { parity, name, password };
  });
  const inUse = pair.find(({ parity }) => secretRotation % 2 === parity)!;
  return {
    blocks: pair.map(({ name, password }) => ({
      username: literal(name),
      password,
      groups: groups && literal(combinedList(groups)),
      consoleAccess,
    })),
    publish: (broker) => {
      const current = new Construct(ownScope, 'Current');
      const { secret, version } = currentSecret(current, { ...owner, ...user }, inUse, broker);
      return {
        username,
        secretArn: secret.arn,
        _secretForm: 'credentials',
        _secretKeyArn: keyArnOf(kmsKeyId),
        _secretVersion: version,
      };
    },
  };
}

/** A new version is there before the old one goes, and only after the broker has been rebooted with its user. */
function currentSecret(
  scope: Construct,
  props: RotatingUser & PasswordOwner,
  { name, password }: { readonly name: string; readonly password: string },
  broker: MqBroker,
) {
  const description = `user ${props.username} of the Amazon MQ broker ${props.brokerName}, as clients use it`;
  const secret = userSecret(scope, props, description);
  const meta = metaArguments(scope, props);
  const version = new SecretsmanagerSecretVersion(scope, 'Version', {
    ...meta,
    secretId: secret.id,
    secretString: userSecretValue(name, password),
    dependsOn: [...(meta.dependsOn ?? []), broker],
    lifecycle: { createBeforeDestroy: true },
  });
  return { secret, version };
}
