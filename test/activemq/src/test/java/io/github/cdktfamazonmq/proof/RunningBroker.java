package io.github.cdktfamazonmq.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.RedeliveryPolicy;
import org.apache.activemq.broker.BrokerFactory;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQQueue;

/** An ActiveMQ in this JVM. */
final class RunningBroker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final BrokerService broker;

  private RunningBroker(BrokerService broker) {
    this.broker = broker;
  }

  /** Starts the document with a store in the directory and a connector on a free port of the loopback interface. */
  static RunningBroker start(RunnableDocument document, Path directory) throws Exception {
    return startAsWritten(document.listeningOn("openwire", "tcp://127.0.0.1:0"), directory);
  }

  /** Starts the document with a store in the directory. */
  static RunningBroker startAsWritten(RunnableDocument document, Path directory, BrokerPlugin... plugins)
      throws Exception {
    Files.createDirectories(directory);
    var file = document.storedIn(directory.resolve("store")).writeTo(directory.resolve("broker.xml"));
    BrokerFactory.setStartDefault(false);
    var broker = BrokerFactory.createBroker("xbean:" + file.toUri());
    // A document without plugins has null, not an empty list.
    var declared = Stream.ofNullable(broker.getPlugins()).flatMap(Stream::of);
    broker.setPlugins(Stream.concat(declared, Stream.of(plugins)).toArray(BrokerPlugin[]::new));
    broker.start();
    if (!broker.waitUntilStarted()) {
      throw new IllegalStateException(file + " did not start", broker.getStartException());
    }
    return new RunningBroker(broker);
  }

  static RunningBroker start(String document, Path directory) throws Exception {
    return start(RunnableDocument.read(Given.document(document)), directory);
  }

  Client client() throws Exception {
    return client(null);
  }

  /** The password of a user is its name. */
  Client client(String user) throws Exception {
    return client(user, user);
  }

  Client client(String user, String password) throws Exception {
    return new Client(clients(), user, password);
  }

  /** A client that can have durable subscriptions. */
  Client subscriber(String clientId) throws Exception {
    var clients = clients();
    clients.setClientID(clientId);
    return new Client(clients);
  }

  /** They leave redelivery to the broker. */
  private ActiveMQConnectionFactory clients() throws Exception {
    var uri = broker.getTransportConnectorByName("openwire").getPublishableConnectString();
    var clients = new ActiveMQConnectionFactory(uri);
    var none = new RedeliveryPolicy();
    none.setMaximumRedeliveries(0);
    clients.setRedeliveryPolicy(none);
    return clients;
  }

  boolean has(ActiveMQDestination name) throws Exception {
    return broker.getBroker().getDestinationMap().containsKey(name);
  }

  long memoryLimit() {
    return broker.getSystemUsage().getMemoryUsage().getLimit();
  }

  /** Messages that wait in a queue; none where the queue does not exist. */
  long waiting(String queue) throws Exception {
    var destination = broker.getBroker().getDestinationMap().get(new ActiveMQQueue(queue));
    return destination == null ? 0 : destination.getDestinationStatistics().getMessages().getCount();
  }

  /** Consumers of a destination at this broker, those of other brokers included: one for each connector. */
  long consumers(ActiveMQDestination name) throws Exception {
    var destination = broker.getBroker().getDestinationMap().get(name);
    return destination == null ? 0 : destination.getDestinationStatistics().getConsumers().getCount();
  }

  /** Waits until each network connector has its bridge. */
  void awaitBridges() throws Exception {
    var deadline = Instant.now().plus(PATIENCE);
    while (bridges() < broker.getNetworkConnectors().size()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(broker.getBrokerName() + " has " + bridges() + " bridges after " + PATIENCE);
      }
      Thread.sleep(50);
    }
  }

  int bridges() {
    return broker.getNetworkConnectors().stream().mapToInt(connector -> connector.activeBridges().size()).sum();
  }

  void awaitGone(ActiveMQDestination name) throws Exception {
    var deadline = Instant.now().plus(PATIENCE);
    while (has(name)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(name + " is still there after " + PATIENCE);
      }
      Thread.sleep(50);
    }
  }

  @Override
  public void close() throws Exception {
    broker.stop();
    broker.waitUntilStopped();
  }
}
