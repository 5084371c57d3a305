package io.github.cdktfamazonmq.proof;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.activemq.ActiveMQConnectionFactory;

/** The members of a network of brokers, all in this JVM, with TLS between them. */
final class RunningNetwork implements AutoCloseable {
  /** The application of the tests: a user that the Node side gives each member. */
  static final String USER = "app";

  private final GivenNetwork given;
  private final Path directory;
  private final Map<String, RunningBroker> brokers = new LinkedHashMap<>();

  private RunningNetwork(GivenNetwork given, Path directory) {
    this.given = given;
    this.directory = directory;
  }

  static RunningNetwork start(String name, Path directory) throws Exception {
    return start(name, directory, document -> document);
  }

  /** Starts every member with its document changed, and waits until all of its connectors have their bridge. */
  static RunningNetwork start(String name, Path directory, UnaryOperator<RunnableDocument> change) throws Exception {
    var network = new RunningNetwork(Given.network(name), directory);
    try {
      for (var member : network.given.members()) {
        network.restart(member.id(), change);
      }
      network.awaitBridges();
      return network;
    } catch (Exception | AssertionError e) {
      network.close();
      throw e;
    }
  }

  /** Stops a member cleanly if it runs, and starts it on its store. */
  void restart(String id, UnaryOperator<RunnableDocument> change) throws Exception {
    stop(id);
    var document = change.apply(given.member(id).runnable(0));
    brokers.put(id, RunningBroker.startAsWritten(document, directory.resolve(given.name() + "-" + id)));
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

  Iterable<String> ids() {
    return given.members().stream().map(GivenNetwork.Member::id).toList();
  }

  /** Clients of one member. */
  ActiveMQConnectionFactory clients(String id) {
    return new ActiveMQConnectionFactory(USER, USER, given.member(id).failoverUrl());
  }

  Client client(String id) throws Exception {
    return new Client(clients(id), USER, USER);
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
