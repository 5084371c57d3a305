package io.github.cdktfamazonmq.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQQueue;

/** The members of a network of brokers, all in this JVM, with TLS between them. */
final class RunningNetwork implements AutoCloseable {
  /** The application of the tests: a user that the Node side gives each member. */
  static final String USER = "app";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final GivenNetwork given;
  private final Path directory;
  private final BrokerPlugin[] plugins;
  private final Map<String, RunningBroker> brokers = new LinkedHashMap<>();

  private RunningNetwork(GivenNetwork given, Path directory, BrokerPlugin... plugins) {
    this.given = given;
    this.directory = directory;
    this.plugins = plugins;
  }

  static RunningNetwork start(String name, Path directory) throws Exception {
    return start(name, directory, document -> document);
  }

  /** Starts every member with its document changed, and waits until all of its connectors have their bridge. */
  static RunningNetwork start(
      String name, Path directory, UnaryOperator<RunnableDocument> change, BrokerPlugin... plugins) throws Exception {
    var network = startWithoutBridges(name, directory, change, plugins);
    try {
      network.awaitBridges();
      return network;
    } catch (Exception | AssertionError e) {
      network.close();
      throw e;
    }
  }

  /** Starts members whose connectors may never connect. */
  static RunningNetwork startWithoutBridges(
      String name, Path directory, UnaryOperator<RunnableDocument> change, BrokerPlugin... plugins) throws Exception {
    var network = new RunningNetwork(Given.network(name), directory, plugins);
    try {
      for (var member : network.given.members()) {
        network.restart(member.id(), change);
      }
      return network;
    } catch (Exception e) {
      network.close();
      throw e;
    }
  }

  /** Stops a member cleanly if it runs, and starts it on its store. */
  void restart(String id, UnaryOperator<RunnableDocument> change) throws Exception {
    stop(id);
    var document = change.apply(given.member(id).runnable(0));
    brokers.put(id, RunningBroker.startAsWritten(document, directory.resolve(given.name() + "-" + id), plugins));
  }

  void stop(String id) throws Exception {
    var broker = brokers.remove(id);
    if (broker != null) {
      broker.close();
    }
  }

  void awaitBridges() throws Exception {
    for (var broker : brokers.values()) {
      broker.awaitBridges();
    }
  }

  RunningBroker broker(String id) {
    return brokers.get(id);
  }

  List<String> ids() {
    return given.members().stream().map(GivenNetwork.Member::id).toList();
  }

  /** Clients of one member. */
  ActiveMQConnectionFactory clients(String id) {
    return new ActiveMQConnectionFactory(USER, USER, given.member(id).failoverUrl());
  }

  /** Clients of one member that show every copy of a message: those with failover keep repeats from the application. */
  ActiveMQConnectionFactory clientsWithoutFailover(String id) {
    return new ActiveMQConnectionFactory(USER, USER, given.member(id).urls().get(0));
  }

  Client client(String id) throws Exception {
    return new Client(clients(id), USER, USER);
  }

  /** Waits until a member has that many consumers of a destination, those of other members included. */
  void awaitConsumers(String id, ActiveMQDestination destination, int count) throws Exception {
    await(() -> broker(id).consumers(destination) >= count, "no consumer of " + destination + " at " + id);
  }

  /** Waits until that many messages of a queue wait at a member. */
  void awaitWaiting(String id, ActiveMQQueue queue, int count) throws Exception {
    await(
        () -> waiting(id, queue.getPhysicalName()) >= count,
        "fewer than " + count + " messages of " + queue + " at " + id);
  }

  /** Waits until no message of a queue waits at a member. */
  void awaitNoneWaiting(String id, ActiveMQQueue queue) throws Exception {
    await(() -> waiting(id, queue.getPhysicalName()) == 0, "messages of " + queue + " are still at " + id);
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition, String otherwise) throws Exception {
    var deadline = Instant.now().plus(PATIENCE);
    while (!condition.holds()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(otherwise + " after " + PATIENCE);
      }
      Thread.sleep(20);
    }
  }

  /** Messages of a queue that wait at a member. */
  long waiting(String id, String queue) throws Exception {
    return broker(id).waiting(queue);
  }

  @Override
  public void close() throws Exception {
    for (var broker : brokers.values()) {
      broker.close();
    }
  }
}
