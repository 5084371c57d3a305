import { type BrokerDestinationInterceptorsChoice, type VirtualTopicDefinition } from './broker-definition';

/** Topics whose every group of consumers has a queue of its own: for `destinationInterceptors`. */
export class VirtualTopics {
  /**
   * Makes topics virtual: consumers of group G of the topic T read the queue `Consumer.G.T`, where the prefix is
   * `Consumer.*.`.
   *
   * Where none are declared, ActiveMQ makes those virtual that match `VirtualTopic.>`.
   */
  static interceptor(...topics: VirtualTopicDefinition[]): BrokerDestinationInterceptorsChoice {
    return {
      virtualDestinationInterceptor: { virtualDestinations: topics.map((virtualTopic) => ({ virtualTopic })) },
    };
  }

  private constructor() {}
}
