import { MqConfiguration } from '@cdktf/provider-aws/lib/mq-configuration';
import { Construct } from 'constructs';
import { AuthenticationStrategy } from '../amazon-mq/authentication-strategy';
import { describeFinding } from '../document/check/describe-finding';
import { ConfigurationDocument } from '../document/configuration-document';
import { checkRules } from '../rules/check-rules';
import { reportFindings } from '../rules/report-findings';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { isUnknown, known } from '../tokens/known';
import { terraformString } from '../tokens/terraform-string';
import { CONFIGURATION_RULES } from './configuration-rules';

/** A configuration that brokers can share. */
export interface IBrokerConfiguration {
  /** Id of the configuration, `c-…`. */
  readonly configurationId: string;

  /** Number of the revision that brokers get. */
  readonly revision: number;

  /** Engine version it is made for, where that is known. */
  readonly engineVersion?: string;

  /** How brokers with it authenticate, where that is known. */
  readonly authenticationStrategy?: AuthenticationStrategy;

  /** The document of the revision, where it is known. */
  readonly document?: ConfigurationDocument;
}

/** A configuration that exists. */
export interface BrokerConfigurationAttributes {
  /** Id of the configuration, `c-…`. */
  readonly configurationId: string;

  /** Number of the revision that brokers get, from 1. */
  readonly revision: number;

  /**
   * Engine version it is made for. Where it is given, a broker of another one is found at synth.
   *
   * @default - not known
   */
  readonly engineVersion?: string;

  /**
   * How brokers with it authenticate. Where it is given, a broker that does otherwise is found at synth.
   *
   * @default - not known
   */
  readonly authenticationStrategy?: AuthenticationStrategy;
}

/** What a configuration is made from. */
export interface BrokerConfigurationProps {
  /**
   * Name: 1 to 150 letters, digits, hyphens, periods, underscores and tildes, once in an account and region. A change
   * makes a new configuration. The provider never deletes one, so a name is not free again after a destroy.
   */
  readonly name: string;

  /**
   * Engine version of the brokers that use it, as major.minor. A change makes a new configuration, which needs another
   * name.
   *
   * @default '5.19'
   */
  readonly engineVersion?: string;

  /**
   * The document.
   *
   * @default ConfigurationDocument.durable()
   */
  readonly document?: ConfigurationDocument;

  /**
   * What the console shows of it. A change makes a new revision.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * How the brokers that use it authenticate. It stays what it was when the configuration was created.
   *
   * @default AuthenticationStrategy.SIMPLE
   */
  readonly authenticationStrategy?: AuthenticationStrategy;

  /**
   * Tags of the configuration.
   *
   * @default - none
   */
  readonly tags?: Record<string, string>;

  /**
   * Rules and findings of the document check that are meant.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

/**
 * A configuration: an ActiveMQ document under a name, with a revision for each change of it. Several brokers of one
 * engine version can share it; each gets the latest revision, at its next reboot.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-configuration-parameters.html
 */
export class BrokerConfiguration extends Construct implements IBrokerConfiguration {
  /** A configuration that exists, by id and revision. */
  static fromAttributes(attributes: BrokerConfigurationAttributes): IBrokerConfiguration {
    return { ...attributes };
  }

  readonly configurationId: string;

  /** Number of the latest revision: known after an apply that changes the document. */
  readonly revision: number;

  readonly engineVersion?: string;
  readonly authenticationStrategy?: AuthenticationStrategy;
  readonly document?: ConfigurationDocument;

  /** The Terraform resource, for what this construct does not offer. */
  readonly resource: MqConfiguration;

  /**
   * @throws RuleViolationError where the name or the engine version is not one Amazon MQ takes, or the document holds
   * what Amazon MQ would refuse or drop
   */
  constructor(scope: Construct, id: string, props: BrokerConfigurationProps) {
    super(scope, id);
    const {
      name,
      engineVersion = '5.19',
      document = ConfigurationDocument.durable(),
      authenticationStrategy = AuthenticationStrategy.SIMPLE,
      tags,
    } = props;
    checkRules(this, CONFIGURATION_RULES, known({ name, engineVersion, tags }), props.acknowledge);
    if (!isUnknown(engineVersion)) {
      reportFindings(
        this,
        document._check({ engineVersion, authenticationStrategy: `${authenticationStrategy}` }).map(describeFinding),
        props.acknowledge,
      );
    }

    this.resource = new MqConfiguration(this, 'Default', {
      name,
      description: props.description,
      engineType: 'ActiveMQ',
      engineVersion,
      authenticationStrategy,
      data: terraformString(document.xml),
      tags,
    });
    this.configurationId = this.resource.id;
    this.revision = this.resource.latestRevision;
    this.engineVersion = engineVersion;
    this.authenticationStrategy = authenticationStrategy;
    this.document = document;
  }

  /** ARN of the configuration. */
  get configurationArn(): string {
    return this.resource.arn;
  }
}
