package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two brokers, of which the first holds a network connector to the second. */
class ConnectorTest {
  private static final long LONGER_THAN_A_HOP_MS = 3_000;

  @TempDir
  Path directory;

  @Test
  void a_duplex_connector_passes_messages_in_both_directions() throws Exception {
    try (var network = RunningNetwork.start("two-brokers", directory)) {
      pass(network, "first", "second", "orders");
      pass(network, "second", "first", "answers");
    }
  }

  @Test
  void a_connector_without_duplex_passes_messages_to_its_target_only() throws Exception {
    try (var network = start(document -> document.withEach("networkConnector", "duplex", "false"))) {
      pass(network, "first", "second", "orders");
      assertNothingPasses(network, "second", "first", "answers");
    }
  }

  @Test
  void nothing_passes_without_advisories() throws Exception {
    try (var network = start(document -> document.with("advisorySupport", "false"))) {
      assertNothingPasses(network, "first", "second", "orders");
    }
  }

  private RunningNetwork start(UnaryOperator<RunnableDocument> change) throws Exception {
    return RunningNetwork.start("two-brokers", directory, change);
  }

  private static void pass(RunningNetwork network, String from, String to, String queue) throws Exception {
    try (var sender = network.client(from); var receiver = network.client(to)) {
      sender.send(queue, "hello");
      assertEquals("hello", receiver.receive(queue));
    }
  }

  private static void assertNothingPasses(RunningNetwork network, String from, String to, String queue)
      throws Exception {
    try (var sender = network.client(from); var receiver = network.client(to)) {
      sender.send(queue, "hello");
      assertNull(receiver.take(queue, LONGER_THAN_A_HOP_MS));
      assertEquals(1, network.waiting(from, queue));
    }
  }
}
