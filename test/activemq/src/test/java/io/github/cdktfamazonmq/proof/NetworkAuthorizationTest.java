package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.activemq.command.ActiveMQQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two members with an authorization map each, and the permissions that NetworkOfBrokers adds for its user. */
class NetworkAuthorizationTest {
  private static final String USER = "network";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PATIENCE_OF_A_CONTROL = Duration.ofSeconds(3);
  private static final long CONNECTING_MS = 1_500;

  @TempDir
  Path directory;

  @Test
  void with_the_permissions_of_the_network_everything_passes() throws Exception {
    try (var network = RunningNetwork.start("authorized", directory)) {
      assertEquals(List.of(), Reach.ofQueues(network).faults());
      assertEquals(List.of(), Reach.ofTopics(network).faults());
      assertTrue(isAnswered(network));
    }
  }

  @ParameterizedTest(name = "control: without {1} on {0} destinations something does not pass")
  @CsvSource({"queue, read", "queue, write", "queue, admin", "topic, read", "topic, write", "topic, admin"})
  void control_without(String kind, String permission) throws Exception {
    UnaryOperator<RunnableDocument> change = document -> document.withoutPermission(USER, kind, permission);
    try (var network = RunningNetwork.startWithoutBridges("authorized", directory, change)) {
      // A permission for queues keeps no connector from connecting; before it has, nothing would pass anyway.
      if (kind.equals("queue")) {
        network.awaitBridges();
      } else {
        Thread.sleep(CONNECTING_MS);
      }
      var isFaulty = kind.equals("queue")
          ? !Reach.ofQueues(network, PATIENCE_OF_A_CONTROL).faults().isEmpty()
          : !Reach.ofTopics(network, PATIENCE_OF_A_CONTROL).faults().isEmpty();
      assertTrue(isFaulty || !isAnswered(network));
    }
  }

  @Test
  void messages_wait_while_the_password_of_the_network_user_is_rotated_twice() throws Exception {
    var ledger = new Ledger();
    var queue = new ActiveMQQueue("rotated");
    try (var network = RunningNetwork.start("authorized", directory);
        var consumer = Consumer.start(network.clients("b"), queue, ledger);
        var producer = Producer.start(network.clients("a"), queue, "rotated", 5, ledger)) {
      for (var password : List.of("second-password", "third-password")) {
        UnaryOperator<RunnableDocument> rotated = document -> document.withPassword(USER, password);
        network.restart("a", rotated);
        assertNothingPasses(ledger);
        network.restart("b", rotated);
        network.awaitBridges();
        ledger.settle(PATIENCE);
      }
      producer.close();
      ledger.assertNothingLost(PATIENCE);
      Note.take(ledger.toString());
    }
  }

  /** Looks once what was on its way has arrived. */
  private static void assertNothingPasses(Ledger ledger) throws Exception {
    Thread.sleep(CONNECTING_MS);
    var received = ledger.received();
    var sent = ledger.sent();
    Thread.sleep(CONNECTING_MS);
    assertEquals(received, ledger.received());
    assertTrue(ledger.sent() > sent, ledger.toString());
  }

  private static boolean isAnswered(RunningNetwork network) throws Exception {
    try (var service = network.client("b"); var client = network.client("a")) {
      service.answer("prices");
      return client.request("prices", "bread", PATIENCE_OF_A_CONTROL.toMillis()) != null;
    }
  }
}
