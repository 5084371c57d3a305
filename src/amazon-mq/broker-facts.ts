import { type Fact } from '../util/fact';
import { type Engine } from './engine';

/**
 * What is known of a broker. Rules judge it, whoever made it: the constructs from props, at synth once more from what is
 * written, and the review from a planned change.
 */
export interface BrokerFacts {
  readonly engine: Engine;
  readonly brokerName?: Fact<string>;
  /** The construct or resource that has the name too; absent where none is known. */
  readonly namesake?: string;
  readonly engineVersion?: Fact<string>;
  readonly instanceType?: Fact<string>;
  /** In upper case, as Amazon MQ gives it back. */
  readonly deploymentMode?: Fact<string>;
  /** In upper case, as the offerings of Amazon MQ have it. */
  readonly storageType?: Fact<string>;
  readonly autoMinorVersionUpgrade?: Fact<boolean>;
  readonly publiclyAccessible?: Fact<boolean>;
  readonly subnetIds?: Fact<readonly Fact<string>[]>;
  /** Availability Zones of the subnets in their order. */
  readonly availabilityZones?: Fact<readonly Fact<string>[]>;
  /** Whether the VPC of the subnets has an internet gateway. */
  readonly internetFacing?: Fact<boolean>;
  /** The groups of the broker, each once; the first is the one that takes the grants of a construct. */
  readonly securityGroupIds?: Fact<readonly Fact<string>[]>;
  readonly kmsKeyArn?: Fact<string>;
  readonly authenticationStrategy?: Fact<string>;
  readonly configuration?: Fact<ConfigurationReference>;
  readonly maintenanceWindow?: Fact<{
    readonly dayOfWeek?: Fact<string>;
    readonly timeOfDay?: Fact<string>;
    readonly timeZone?: Fact<string>;
  }>;
  readonly logs?: Fact<{ readonly general?: Fact<boolean>; readonly audit?: Fact<boolean> }>;
  readonly timeouts?: Fact<{
    readonly create?: Fact<string>;
    readonly update?: Fact<string>;
    readonly delete?: Fact<string>;
  }>;
  readonly users?: Fact<readonly UserFacts[]>;
  readonly ldap?: Fact<LdapFacts>;
  readonly dataReplicationMode?: Fact<string>;
  readonly dataReplicationPrimaryBrokerArn?: Fact<string>;
  readonly tags?: Fact<Readonly<Record<string, Fact<string>>>>;
}

/** What is known of the configuration a broker has. */
interface ConfigurationReference {
  readonly id?: Fact<string>;
  readonly revision?: Fact<number>;
  readonly engineVersion?: Fact<string>;
  readonly authenticationStrategy?: Fact<string>;
}

/** What is known of a user of a broker. */
export interface UserFacts {
  readonly username?: Fact<string>;
  /** Equal for two users with the same name, even if only Terraform knows the name. */
  readonly identity?: string;
  readonly groups?: Fact<readonly Fact<string>[]>;
  readonly consoleAccess?: Fact<boolean>;
  readonly replicationUser?: Fact<boolean>;
  /** The password; no finding shows it. */
  readonly password?: Fact<string>;
}

/** What is known of the directory of a broker. */
export interface LdapFacts {
  readonly hosts?: Fact<readonly Fact<string>[]>;
  readonly roleBase?: Fact<string>;
  readonly roleSearchMatching?: Fact<string>;
  readonly serviceAccountUsername?: Fact<string>;
  readonly userBase?: Fact<string>;
  readonly userSearchMatching?: Fact<string>;
}

/** What a change does to a broker that runs: its facts before, and after unless it is deleted or replaced. */
export interface BrokerChange {
  readonly before: BrokerFacts;
  readonly after?: BrokerFacts;
}
