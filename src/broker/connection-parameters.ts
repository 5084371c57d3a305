import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { Construct } from 'constructs';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { known } from '../tokens/known';
import { CONNECTION_PARAMETERS_RULES } from './connection-parameters-rules';
import { type IActiveMqBroker } from './existing-broker';

/** What the parameters are made from. */
export interface ConnectionParametersProps {
  /** The broker that clients shall find. */
  readonly broker: IActiveMqBroker;

  /**
   * Path under which the parameters stand, such as `/messaging/orders`: up to 13 parts, none beginning with aws or ssm.
   */
  readonly path: string;

  /**
   * ARN of the secret with user name and password that clients shall use. The password itself is never written.
   *
   * @default - no such parameter
   */
  readonly secretArn?: string;

  /**
   * Id of the security group of the broker, for clients that open their own way.
   *
   * @default - no such parameter
   */
  readonly securityGroupId?: string;

  /**
   * Tags of the parameters.
   *
   * @default - none
   */
  readonly tags?: Record<string, string>;

  /**
   * Rules that are meant to be violated.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

/**
 * Writes how to reach a broker into SSM Parameter Store, for consumers that share neither stack nor state: below the
 * path `openwire/failover-url`, `amqp/failover-url`, and for each other protocol `PROTOCOL/urls`, a list.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html
 */
export class ConnectionParameters extends Construct {
  /** Names of the parameters. */
  readonly parameterNames: string[];

  /**
   * @throws RuleViolationError where Parameter Store would refuse the path
   */
  constructor(scope: Construct, id: string, props: ConnectionParametersProps) {
    super(scope, id);
    const { broker, path, tags, secretArn, securityGroupId, acknowledge } = props;
    checkRules(this, CONNECTION_PARAMETERS_RULES, known({ path, tags }), acknowledge);
    const { openWire, amqp, stomp, mqtt, webSocket, webConsole } = broker.endpoints;
    const values: Record<string, string | string[] | undefined> = {
      'openwire/failover-url': openWire.failoverUrl({ randomize: false }),
      'amqp/failover-url': amqp.failoverUrl(),
      'stomp/urls': stomp.urls,
      'mqtt/urls': mqtt.urls,
      'websocket/urls': webSocket.urls,
      'web-console/urls': webConsole.urls,
      'secret-arn': secretArn,
      'security-group-id': securityGroupId,
    };
    this.parameterNames = [];
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) continue;
      const isList = Array.isArray(value);
      new SsmParameter(this, name, {
        name: `${path}/${name}`,
        type: isList ? 'StringList' : 'String',
        value: isList ? value.join(',') : value,
        description: `${name} of the Amazon MQ broker ${broker.brokerName}`,
        tags,
      });
      this.parameterNames.push(`${path}/${name}`);
    }
  }
}
