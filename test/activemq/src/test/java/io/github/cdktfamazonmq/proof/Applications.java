package io.github.cdktfamazonmq.proof;

import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.command.ActiveMQQueue;

/** Three producers and three consumers of one queue that may use any member of a network. */
final class Applications implements AutoCloseable {
  private static final int OF_EACH = 3;
  private static final ActiveMQQueue QUEUE = new ActiveMQQueue("work");

  private final List<Producer> producers = new ArrayList<>();
  private final List<Consumer> consumers = new ArrayList<>();

  private Applications() {}

  static Applications start(GivenNetwork given, long pauseMs, Ledger ledger) throws Exception {
    var applications = new Applications();
    for (int number = 0; number < OF_EACH; number++) {
      var name = "producer-" + number;
      applications.consumers.add(Consumer.start(clients(given.failoverUrl()), QUEUE, ledger));
      applications.producers.add(Producer.start(clients(given.failoverUrl()), QUEUE, name, pauseMs, ledger));
    }
    return applications;
  }

  static ActiveMQConnectionFactory clients(String url) {
    return new ActiveMQConnectionFactory(RunningNetwork.USER, RunningNetwork.USER, url);
  }

  /** Ends the producers once their last message is on a broker. */
  void stopProducers() throws Exception {
    for (var producer : producers) {
      producer.close();
    }
  }

  @Override
  public void close() throws Exception {
    stopProducers();
    for (var consumer : consumers) {
      consumer.close();
    }
  }
}
