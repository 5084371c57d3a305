import { DataAwsMqBroker } from '@cdktf/provider-aws/lib/data-aws-mq-broker';
import { Construct } from 'constructs';
import { DeploymentMode } from '../amazon-mq/deployment-mode';
import { brokerEndpoints, type IBrokerEndpoints } from '../endpoints/broker-endpoints';
import { type BrokerMetric } from '../metrics/broker-metric';
import { BrokerMetrics } from '../metrics/broker-metrics';
import { type CombinedMetric } from '../metrics/combined-metric';
import { type DestinationMetric } from '../metrics/destination-metric';
import { type MetricOptions } from '../metrics/metric-options';
import { checkRules } from '../rules/check-rules';
import { known } from '../tokens/known';
import { EXISTING_BROKER_RULES } from './existing-broker-rules';
import { instanceCount, instancesOf } from './instances';

/** A broker, made here or elsewhere. */
export interface IActiveMqBroker {
  /** Id of the broker, `b-…`. */
  readonly brokerId: string;

  /** ARN of the broker. */
  readonly brokerArn: string;

  /** Name of the broker. */
  readonly brokerName: string;

  /** Where clients reach it. */
  readonly endpoints: IBrokerEndpoints;

  /**
   * A metric of the broker as one value over its instances, for an alarm or a dashboard.
   *
   * @throws RuleViolationError where the period does not fit, or the metric is one of RabbitMQ
   */
  metric(metric: BrokerMetric, options?: MetricOptions): CombinedMetric;

  /**
   * A metric of one queue as one value over the instances of the broker.
   *
   * @throws RuleViolationError where the name is a pattern, or queues do not have the metric
   */
  queueMetric(queueName: string, metric: DestinationMetric, options?: MetricOptions): CombinedMetric;

  /**
   * A metric of one topic as one value over the instances of the broker.
   *
   * @throws RuleViolationError where the name is a pattern, or topics do not have the metric
   */
  topicMetric(topicName: string, metric: DestinationMetric, options?: MetricOptions): CombinedMetric;

  /**
   * A metric of one network connector as one value over the instances of the broker.
   *
   * @throws RuleViolationError where network connectors do not have the metric
   */
  networkConnectorMetric(connectorName: string, metric: DestinationMetric, options?: MetricOptions): CombinedMetric;

  /**
   * Instance type where it is known at synth.
   *
   * @internal
   */
  readonly _instanceType?: string;
}

/** What finds a broker that exists: its id or its name, one of them. */
export interface BrokerAttributes {
  /**
   * Id of the broker, `b-…`.
   *
   * @default - found by its name
   */
  readonly brokerId?: string;

  /**
   * Name of the broker.
   *
   * @default - found by its id
   */
  readonly brokerName?: string;

  /**
   * How many instances it has: an active/standby broker has endpoints on two.
   *
   * @default DeploymentMode.ACTIVE_STANDBY_MULTI_AZ
   */
  readonly deploymentMode?: DeploymentMode;
}

/** A broker that exists, read by the provider at each plan. */
export class ExistingBroker extends Construct implements IActiveMqBroker {
  readonly brokerId: string;
  readonly brokerArn: string;
  readonly brokerName: string;
  readonly endpoints: IBrokerEndpoints;

  readonly #metrics: BrokerMetrics;

  constructor(scope: Construct, id: string, attributes: BrokerAttributes) {
    super(scope, id);
    const { brokerId, brokerName, deploymentMode = DeploymentMode.ACTIVE_STANDBY_MULTI_AZ } = attributes;
    checkRules(this, EXISTING_BROKER_RULES, {
      ...known({ brokerId, brokerName }),
      identifiers: [brokerId, brokerName].filter((given) => given !== undefined).length,
    });
    const broker = new DataAwsMqBroker(this, 'Default', { brokerId, brokerName });
    this.brokerId = broker.brokerId;
    this.brokerArn = broker.arn;
    this.brokerName = broker.brokerName;
    this.endpoints = brokerEndpoints(instancesOf(broker, deploymentMode));
    this.#metrics = new BrokerMetrics({
      construct: this,
      brokerName: this.brokerName,
      instanceCount: instanceCount(deploymentMode),
    });
  }

  metric(metric: BrokerMetric, options?: MetricOptions): CombinedMetric {
    return this.#metrics.metric(metric, options);
  }

  queueMetric(queueName: string, metric: DestinationMetric, options?: MetricOptions): CombinedMetric {
    return this.#metrics.destinationMetric('Queue', queueName, metric, options);
  }

  topicMetric(topicName: string, metric: DestinationMetric, options?: MetricOptions): CombinedMetric {
    return this.#metrics.destinationMetric('Topic', topicName, metric, options);
  }

  networkConnectorMetric(connectorName: string, metric: DestinationMetric, options?: MetricOptions): CombinedMetric {
    return this.#metrics.destinationMetric('NetworkConnector', connectorName, metric, options);
  }
}
