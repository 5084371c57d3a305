import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { Construct } from 'constructs';
import { type Kinds, required, text, textMap } from '../props/kinds';
import { ACKNOWLEDGE_KIND, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkChangesAtSynth, type WrittenFacts } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { namesakeOf, registerName } from '../rules/namesake';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { omitUnresolved } from '../tokens/known';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { moveFrom } from '../tokens/moved';
import { literal } from '../tokens/terraform-string';
import { writtenArguments } from '../tokens/written-arguments';
import { textMapOf, textOf } from '../util/arguments';
import { CONNECTION_PARAMETERS_RULES, type ConnectionParametersFacts } from './connection-parameters-rules';
import { BROKER_KIND, type IActiveMqBroker } from './existing-broker';

/** Props of `ConnectionParameters`. */
export interface ConnectionParametersProps extends MetaArguments {
  /** The broker that clients connect to. */
  readonly broker: IActiveMqBroker;

  /**
   * Path of the parameters, such as `/messaging/orders`: up to 13 parts, the first not beginning with aws or ssm.
   */
  readonly path: string;

  /**
   * ARN of the secret with the user name and password of the clients. The parameter has the ARN, never the password.
   *
   * @default - no such parameter
   */
  readonly secretArn?: string;

  /**
   * Id of the security group of the broker, for clients that grant themselves access.
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
   * Rule violations you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

const KINDS: Kinds<ConnectionParametersProps> = {
  ...META_KINDS,
  broker: required(BROKER_KIND, 'give the broker construct'),
  path: required(text, 'write a path such as "/messaging/orders"'),
  secretArn: text,
  securityGroupId: text,
  tags: textMap,
  acknowledge: ACKNOWLEDGE_KIND,
};

/**
 * SSM parameters that say how to connect to a broker, for consumers that share neither stack nor state. Below the path are
 * `openwire/failover-url`, `amqp/failover-url`, and `PROTOCOL/urls`, a list, for each other protocol.
 *
 * @example
 * new ConnectionParameters(stack, 'parameters', { broker, path: '/messaging/orders' });
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html
 */
export class ConnectionParameters extends Construct {
  /** Names of the parameters. */
  readonly parameterNames: string[];

  /**
   * @throws RuleViolationError if Parameter Store would reject the path
   */
  constructor(scope: Construct, id: string, props: ConnectionParametersProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { broker, path, tags, secretArn, securityGroupId } = taken;
    const named = { construct: this, provider: taken.provider };
    const namesake = namesakeOf('parameters', omitUnresolved(path), named);
    const facts = { ...omitUnresolved({ path, tags }), namesake };
    checkRules(this, CONNECTION_PARAMETERS_RULES, facts, taken.acknowledge);
    registerName('parameters', omitUnresolved(path), named);
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
    const meta = metaArguments(this, taken);
    this.parameterNames = [];
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) continue;
      const isList = Array.isArray(value);
      const parameter = new SsmParameter(this, name, {
        ...meta,
        ...literal({
          name: `${path}/${name}`,
          type: isList ? 'StringList' : 'String',
          value: isList ? value.join(',') : value,
          description: `${name} of the Amazon MQ broker ${broker.brokerName}`,
          tags,
        }),
      });
      const written = () => writtenFacts(parameter, name);
      checkChangesAtSynth(this, CONNECTION_PARAMETERS_RULES, facts, written, taken.acknowledge);
      this.parameterNames.push(`${path}/${name}`);
    }
  }

  /**
   * Writes `moved` blocks for all parameters, so that Terraform moves them instead of replacing them.
   *
   * @param previous id of this construct before you renamed it, or its path below the stack: `shop/parameters`
   */
  moveFrom(previous: string): void {
    moveFrom(this, previous);
  }
}

/** The facts that a parameter holds: its tags, and the path before its own name. */
function writtenFacts(parameter: SsmParameter, name: string): WrittenFacts<ConnectionParametersFacts> {
  const values = writtenArguments(parameter);
  return { path: textOf(values, 'name')?.replace(`/${name}`, ''), tags: textMapOf(values, 'tags') };
}
