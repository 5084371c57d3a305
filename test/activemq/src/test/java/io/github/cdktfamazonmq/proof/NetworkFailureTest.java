package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.activemq.command.ActiveMQQueue;
import org.junit.jupiter.api.Test;

/**
 * A mesh of two single instances and an active/standby broker, each instance a process of its own. The broker with a standby
 * is the target of one connector and the holder of another. Producers and consumers use the URL over all members.
 */
class NetworkFailureTest {
  private static final Path DIRECTORY = Path.of(System.getProperty("pairs"));
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration LONGER_THAN_A_RETURN = Duration.ofSeconds(8);
  private static final long SOME_TRAFFIC_MS = 2_000;

  @Test
  void nothing_is_lost_while_each_member_is_killed_and_then_rebooted() throws Exception {
    var ledger = new Ledger();
    var given = Given.network("with-a-pair");
    try (var network = NetworkOfProcesses.start(given, DIRECTORY.resolve("network"));
        var applications = Applications.start(given, 5, ledger)) {
      Thread.sleep(SOME_TRAFFIC_MS);
      for (var process : network.all()) {
        process.kill();
        Thread.sleep(SOME_TRAFFIC_MS);
      }
      for (var process : network.all()) {
        process.stopCleanly();
        Thread.sleep(SOME_TRAFFIC_MS);
      }
      applications.stopProducers();
      ledger.assertNothingLost(PATIENCE);
    }
    Note.take(ledger.toString());
  }

  @Test
  void control_a_connector_to_the_first_instance_alone_passes_nothing_after_a_failover() throws Exception {
    UnaryOperator<RunnableDocument> change =
        document -> document.withUris(uri -> uri.replaceFirst("failover:\\(([^,]*),[^)]*\\)[^)]*", "$1"));
    var ledger = new Ledger();
    var queue = new ActiveMQQueue("after-the-failover");
    var given = Given.network("with-a-pair");
    try (var network = NetworkOfProcesses.start(given, DIRECTORY.resolve("control"), change, List.of("b", "c"));
        var consumer = Consumer.start(Applications.clients(given.member("c").failoverUrl()), queue, ledger)) {
      network.member("b").kill();
      try (var client = new Client(
          Applications.clients(given.member("b").failoverUrl()), RunningNetwork.USER, RunningNetwork.USER)) {
        client.send(queue, "hello");
        ledger.send("hello");
      }
      ledger.settle(LONGER_THAN_A_RETURN);
      assertEquals(1, ledger.missing().size());
    }
  }

  @Test
  void control_failover_that_reconnects_below_a_connector_passes_nothing_back_after_a_failover() throws Exception {
    assertEquals(Set.of(), missingAfterAFailover("bounded", uri -> uri, PATIENCE));
    UnaryOperator<String> unbounded = uri -> uri.replaceFirst("\\?[^)]*\\)", ")");
    assertNotEquals(Set.of(), missingAfterAFailover("unbounded", unbounded, LONGER_THAN_A_RETURN));
  }

  /** Sends at the broker with a standby while it fails over, to a consumer at the broker that holds the connector to it. */
  private static Set<String> missingAfterAFailover(String name, UnaryOperator<String> change, Duration patience)
      throws Exception {
    var ledger = new Ledger();
    var queue = new ActiveMQQueue("back");
    var given = Given.network("with-a-pair");
    try (var network = NetworkOfProcesses.start(
            given, DIRECTORY.resolve(name), document -> document.withUris(change), List.of("b", "c"));
        var consumer = Consumer.start(Applications.clients(given.member("c").failoverUrl()), queue, ledger);
        var producer = Producer.start(Applications.clients(given.member("b").failoverUrl()), queue, "back", 5, ledger)) {
      Thread.sleep(SOME_TRAFFIC_MS);
      network.member("b").kill();
      Thread.sleep(SOME_TRAFFIC_MS);
      producer.close();
      ledger.settle(patience);
    }
    Note.take(name + ": " + ledger);
    return ledger.missing();
  }
}
