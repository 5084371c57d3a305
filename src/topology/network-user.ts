import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { passwordFacts } from '../access/broker-user';
import { type BoundPassword, Password } from '../access/password';
import { PASSWORD_RULES, type PasswordSources } from '../access/password-rules';
import { type BrokerFacts } from '../amazon-mq/broker-facts';
import { rejectionsOf } from '../amazon-mq/rejections/rejection';
import { USER_NAME_REJECTIONS } from '../amazon-mq/rejections/users';
import { type IActiveMqBroker } from '../broker/existing-broker';
import { registerName } from '../rules/namesake';
import { type Finding } from '../rules/rule';
import { type MetaArguments } from '../tokens/meta-arguments';
import { stackOf } from './construct-of';

/** The user as which connectors log in. */
interface NetworkUserProps extends MetaArguments {
  readonly username: string;
  readonly group: string;
  readonly password?: Password;
  /** A number whose change makes a new generated password. */
  readonly rotation?: number;
  /** What has the user, as the secret says it, such as `network of brokers`. */
  readonly ownerKind: string;
  readonly ownerName: string;
  readonly tags?: Record<string, string>;
}

/** The rules of the user. */
export const NETWORK_USER_RULES = [...PASSWORD_RULES, ...rejectionsOf(USER_NAME_REJECTIONS, 'ActiveMQ')];

/** The rules of users name one by its place among the users of a broker; here there is one, in one group. */
export function withoutUserIndex(finding: Finding): Finding {
  const property = finding.property.replace('users[0].', '').replace('groups[0]', 'group');
  return { ...finding, property };
}

/** One password for all brokers: a generated one is made once, any other is read in the stack of each broker. */
export class NetworkUser extends Construct {
  readonly isGenerated: boolean;

  /** What the rules of users see. */
  readonly facts: PasswordSources & Pick<BrokerFacts, 'users'>;

  readonly #props: NetworkUserProps;
  readonly #password: Password;
  #made?: BoundPassword;

  constructor(scope: Construct, id: string, props: NetworkUserProps) {
    super(scope, id);
    const { username, group, password = Password.generated(), provider } = props;
    this.#props = props;
    this.#password = password;
    this.isGenerated = password._facts.generated === true;
    this.facts = {
      userPasswords: [passwordFacts(this, { username, password }, provider)],
      users: [{ username, groups: [group] }],
    };
    registerName('secret', password._facts.secretName, { construct: this, provider });
  }

  /** Makes the secret of a generated password, protected if one of the brokers is. Returns its ARN. */
  make(brokers: readonly IActiveMqBroker[]): string | undefined {
    if (!this.isGenerated) return undefined;
    const { username, ownerKind, ownerName, rotation, provider, dependsOn, tags } = this.#props;
    this.#made = this.#password._bind(this, {
      username,
      ownerKind,
      brokerName: ownerName,
      rotation,
      deletionProtection: brokers.some((broker) => broker._made?.settings.deletionProtection === true),
      ...{ provider, dependsOn, tags },
    });
    return this.#made.secretArn;
  }

  /** The password in the stack of a broker: another stack reads the secret, so that no output contains the password. */
  passwordFor(broker: IActiveMqBroker): Password {
    if (this.#made === undefined) return this.#password;
    if (stackOf(broker) === TerraformStack.of(this)) return Password._made(this.#made);
    return Password.fromSecret(this.#made.secretArn!, { field: 'password' });
  }
}
