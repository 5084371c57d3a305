package io.github.cdktfamazonmq.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.jms.JMSException;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.Destination;
import org.apache.activemq.command.ActiveMQDestination;

/** An ActiveMQ in this JVM. */
final class RunningBroker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final BrokerService broker;

  private RunningBroker(BrokerService broker) {
    this.broker = broker;
  }

  /** Starts the document with a store in the directory and a connector on a free port of the loopback interface. */
  static RunningBroker start(RunnableDocument document, Path directory) throws Exception {
    Files.createDirectories(directory);
    var file = document
        .storedIn(directory.resolve("store"))
        .listeningOn("openwire", "tcp://127.0.0.1:0")
        .writeTo(directory.resolve("broker.xml"));
    BrokerFactory.setStartDefault(false);
    var broker = BrokerFactory.createBroker("xbean:" + file.toUri());
    broker.start();
    if (!broker.waitUntilStarted()) {
      throw new IllegalStateException(file + " did not start", broker.getStartException());
    }
    return new RunningBroker(broker);
  }

  ActiveMQConnectionFactory clients() throws Exception {
    return new ActiveMQConnectionFactory(broker.getTransportConnectorByName("openwire").getPublishableConnectString());
  }

  ActiveMQConnection connect() throws Exception {
    return connected(clients(), null);
  }

  ActiveMQConnection connectAs(String user) throws Exception {
    return connected(clients(), user);
  }

  static ActiveMQConnection connected(ActiveMQConnectionFactory clients, String user) throws JMSException {
    var connection = (ActiveMQConnection) clients.createConnection(user, user);
    connection.start();
    return connection;
  }

  boolean has(ActiveMQDestination name) throws Exception {
    return broker.getBroker().getDestinationMap().containsKey(name);
  }

  Destination destination(ActiveMQDestination name) throws Exception {
    return broker.getDestination(name);
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
