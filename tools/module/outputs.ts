import { type TerraformStack } from 'cdktf';
import { DeploymentMode } from '../../src/amazon-mq/deployment-mode';
import { Protocol, PROTOCOLS } from '../../src/amazon-mq/protocol';
import { type ActiveMqBroker } from '../../src/broker/active-mq-broker';
import { instancesOf } from '../../src/broker/instances';
import { brokerEndpoints, type IBrokerEndpoints } from '../../src/endpoints/broker-endpoints';
import { type IProtocolEndpoints } from '../../src/endpoints/protocol-endpoints';
import { IS_CREATED, PARAMETERS } from './addresses';
import { expressionOf, template } from './expression';
import { protocolName } from './variables';

/** Outputs of a module by name. */
type Outputs = Readonly<Record<string, readonly [description: string, value: unknown]>>;

/** What clients need of each instance, written once for however many there are: locals, and the outputs of the module. */
export function moduleOutputs(
  stack: TerraformStack,
  broker: ActiveMqBroker,
): { readonly locals: Readonly<Record<string, unknown>>; readonly outputs: Outputs } {
  const endpoints = brokerEndpoints(instancesOf(broker.resource, DeploymentMode.SINGLE_INSTANCE));
  const perInstance = (value: string) => `tolist([${eachInstance(expressionOf(stack, value))}])`;
  const urls = Object.fromEntries(
    PROTOCOLS.map((protocol) => [
      protocolName(protocol),
      template(perInstance(endpointsOf(endpoints, protocol).urls[0])),
    ]),
  );
  const outputs: Record<string, [description: string, value: unknown]> = {
    broker_id: ['Id of the broker, b-….', broker.brokerId],
    broker_arn: ['ARN of the broker.', broker.brokerArn],
    deployment_mode: [
      'Deployment mode of the broker, for the modules activemq-alarms and activemq-dashboard.',
      '${aws_mq_broker.this.deployment_mode}',
    ],
    instance_type: [
      'Instance type of the broker, for the module activemq-alarms.',
      '${aws_mq_broker.this.host_instance_type}',
    ],
    broker_name: ['Name of the broker.', broker.resource.brokerName],
    configuration_id: ['Id of the configuration, c-….', '${local.configuration_id}'],
    configuration_arn: [
      'ARN of the configuration that the module made, null for one that exists.',
      '${one(aws_mq_configuration.this[*].arn)}',
    ],
    configuration_revision: ['Revision of the configuration that the broker gets.', '${local.configuration_revision}'],
    endpoints: [
      'URLs by protocol, one for each instance. Only those of the active instance answer.',
      '${local.endpoints}',
    ],
    ...Object.fromEntries(
      PROTOCOLS.map((protocol) => {
        const name = protocolName(protocol);
        const what = protocol === Protocol.WEB_CONSOLE ? 'of the web consoles' : `for ${protocol.displayName}`;
        return [`${name}_urls`, [`URLs ${what}, one for each instance.`, `\${local.endpoints.${name}}`]];
      }),
    ),
    amqps_urls: [
      'URLs for AMQP clients that know the scheme amqps only, one for each instance.',
      template(perInstance(endpoints.amqp.amqpsUrls[0])),
    ],
    mqtts_urls: [
      'URLs for MQTT clients that know the scheme mqtts only, one for each instance.',
      template(perInstance(endpoints.mqtt.mqttsUrls[0])),
    ],
    mqtt_ssl_urls: [
      'URLs for the MQTT clients of Eclipse Paho for Java and C, one for each instance.',
      template(perInstance(endpoints.mqtt.sslUrls[0])),
    ],
    openwire_failover_url: [
      'URL for the clients of ActiveMQ that follows the active instance.',
      '${local.openwire_failover_url}',
    ],
    amqp_failover_url: ['URL for Qpid JMS that follows the active instance.', '${local.amqp_failover_url}'],
    hosts: ['Host names of the instances.', template(perInstance(endpoints.webConsole.hosts[0]))],
    ports: [
      'TCP ports by protocol.',
      Object.fromEntries(PROTOCOLS.map((protocol) => [protocolName(protocol), protocol.port])),
    ],
    ip_addresses: [
      'IP addresses of the instances in the VPC. They change when Amazon MQ replaces an instance: use host names.',
      template(perInstance(instancesOf(broker.resource, DeploymentMode.SINGLE_INSTANCE)[0].ipAddress)),
    ],
    secret_arns: [
      'ARNs by user of the secrets with their passwords, except for users in `passwords`.',
      '${local.secret_arns}',
    ],
    secret_names: [
      'Names by user of the secrets that the module made.',
      '${{ for name, secret in aws_secretsmanager_secret.user : name => secret.name }}',
    ],
    security_group_id: ['Id of the security group that takes the grants.', '${local.security_group_id}'],
    security_group_arn: [
      'ARN of the security group that the module made, null for one that exists.',
      '${one(aws_security_group.this[*].arn)}',
    ],
    security_group_ids: ['Ids of all security groups of the broker.', template('aws_mq_broker.this.security_groups')],
    log_group_names: [
      'Names of the log groups by kind of log, null for a log that is off. Amazon MQ makes the groups.',
      {
        general: template(`var.logs.general ? ${expressionOf(stack, broker.generalLogGroupName)} : null`),
        audit: template(`var.logs.audit ? ${expressionOf(stack, broker.auditLogGroupName)} : null`),
      },
    ],
    metric_dimensions: [
      'Dimensions of the metrics in AWS/AmazonMQ, one map for each instance. Metrics of destinations have Queue or Topic as well.',
      '${[for index in range(local.instances) : { Broker = "${var.broker_name}-${index + 1}" }]}',
    ],
    parameter_names: [
      'Names of the SSM parameters with what clients need, none without parameter_path.',
      template(
        `[for parameter in concat(${PARAMETERS.map((name) => `aws_ssm_parameter.${name}[*]`).join(', ')}) : parameter.name]`,
      ),
    ],
    subnet_ids: ['Ids of the subnets of the broker.', '${local.subnet_ids}'],
    availability_zones: [
      'Availability Zones of the subnets that the module made, null in a network that exists.',
      template(
        `${IS_CREATED} ? tolist(concat(aws_subnet.first[*].availability_zone, aws_subnet.second[*].availability_zone)) : null`,
      ),
    ],
    vpc_id: ['Id of the VPC of the broker.', '${local.vpc_id}'],
    vpc_arn: ['ARN of the VPC that the module made, null in a network that exists.', '${one(aws_vpc.this[*].arn)}'],
    route_table_id: [
      'Id of the route table that the module made, null in a network that exists.',
      '${one(aws_route_table.this[*].id)}',
    ],
  };
  const { openWire, amqp } = endpoints;
  const locals = {
    endpoints: urls,
    openwire_failover_url: overAll(stack, openWire.failoverUrl({ randomize: false })),
    amqp_failover_url: overAll(stack, amqp.failoverUrl()),
  };
  return { locals, outputs };
}

/** A failover URL over one instance, made one over all. */
function overAll(stack: TerraformStack, ofOne: string): string {
  const [, prefix, url, options] = /^"(failover:\()(.*)(\)[^)]*)"$/.exec(expressionOf(stack, ofOne))!;
  const whole = /^\$\{((?:(?!\$\{).)*)\}$/.exec(url);
  return `${prefix}\${join(",", [${eachInstance(whole ? whole[1] : `"${url}"`)}])}${options}`;
}

/** An expression about the first instance, repeated for each: the head of a list. */
function eachInstance(ofFirst: string): string {
  return `for index in range(local.instances) : ${ofFirst.replaceAll('.instances[0].', '.instances[index].')}`;
}

function endpointsOf(endpoints: IBrokerEndpoints, protocol: Protocol): IProtocolEndpoints {
  return Object.values(endpoints as unknown as Record<string, IProtocolEndpoints>).find(
    (candidate) => candidate.protocol === protocol,
  )!;
}
