package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other shapes of networks, and settings that NetworkOfBrokers does not write because they hold messages back. */
class NetworkShapesTest {
  @TempDir
  Path directory;

  @Test
  void a_hub_with_three_spokes_passes_every_message_once_between_all_of_them() throws Exception {
    assertAllReached("hub");
  }

  @Test
  void a_line_of_four_passes_every_message_once_between_all_of_them() throws Exception {
    assertAllReached("line");
  }

  @Test
  void control_a_line_of_four_with_a_ttl_of_two_keeps_its_ends_apart() throws Exception {
    try (var network = start("line", document -> document
        .withEach("networkConnector", "consumerTTL", "2")
        .withEach("networkConnector", "networkTTL", "2"))) {
      for (var reach : List.of(Reach.ofQueues(network), Reach.ofTopics(network))) {
        assertEquals(List.of("a to d: 20 sent, 0 received, 0 twice", "d to a: 20 sent, 0 received, 0 twice"), reach.faults());
      }
    }
  }

  @Test
  void control_a_mesh_without_the_policy_leaves_messages_at_members_that_the_consumer_left() throws Exception {
    try (var network = start("mesh", document -> document.without("networkBridgeFilterFactory"))) {
      var ledger = Traffic.goRound(network, 300, NetworkOfBrokersTest.ROUND);
      Note.take(ledger.missing().size() + " of " + ledger.sent() + " messages stayed behind");
      assertNotEquals(0, ledger.missing().size());
    }
  }

  @Test
  void a_ring_of_four_with_two_ways_between_opposite_members_passes_every_message_once() throws Exception {
    assertAllReached("ring");
  }

  private void assertAllReached(String name) throws Exception {
    try (var network = start(name, document -> document)) {
      assertEquals(List.of(), Reach.ofQueues(network).faults());
      assertEquals(List.of(), Reach.ofTopics(network).faults());
    }
  }

  private RunningNetwork start(String name, UnaryOperator<RunnableDocument> change) throws Exception {
    return RunningNetwork.start(name, directory, change);
  }
}
