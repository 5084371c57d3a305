package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.ActiveMQTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full mesh of three members, with the documents and users that NetworkOfBrokers synthesizes. */
class NetworkOfBrokersTest {
  /** A way on which every member is visited twice, and messages return to where they were sent. */
  static final List<String> ROUND = List.of("b", "c", "a", "b", "c", "a", "b");

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long UNTIL_DEMAND_IS_KNOWN_MS = 1_000;
  private static final int MESSAGES = 200;

  @TempDir
  static Path directory;

  private static RunningNetwork mesh;

  @BeforeAll
  static void start() throws Exception {
    mesh = RunningNetwork.start("mesh", directory);
  }

  @AfterAll
  static void stop() throws Exception {
    mesh.close();
  }

  @Test
  void a_message_of_a_queue_passes_once_from_each_member_to_each_other() throws Exception {
    assertEquals(List.of(), Reach.ofQueues(mesh).faults());
  }

  @Test
  void a_message_of_a_topic_passes_once_from_each_member_to_each_other() throws Exception {
    assertEquals(List.of(), Reach.ofTopics(mesh).faults());
  }

  @Test
  void a_consumer_that_goes_round_all_members_gets_every_message_once() throws Exception {
    var ledger = Traffic.goRound(mesh, 300, ROUND);
    ledger.assertNothingLost(PATIENCE);
    assertEquals(0, ledger.doubled());
  }

  @Test
  void a_request_at_one_member_is_answered_by_a_service_at_another_one() throws Exception {
    try (var service = mesh.client("c"); var client = mesh.client("a")) {
      service.answer("prices");
      assertEquals("bread", client.request("prices", "bread", PATIENCE.toMillis()));
    }
  }

  @Test
  void each_group_of_consumers_of_a_virtual_topic_gets_every_message_once_wherever_it_is() throws Exception {
    var alone = new Ledger();
    var shared = new Ledger();
    var queue = new ActiveMQQueue("Consumer.shared.VirtualTopic.orders");
    try (var first = Consumer.start(mesh.clients("b"), new ActiveMQQueue("Consumer.alone.VirtualTopic.orders"), alone);
        var second = Consumer.start(mesh.clients("a"), queue, shared);
        var third = Consumer.start(mesh.clients("c"), queue, shared)) {
      publish(new ActiveMQTopic("VirtualTopic.orders"), alone, shared);
      assertEquals(List.of(0, 0), List.of(alone.doubled(), shared.doubled()));
    }
  }

  /** The subscriber makes the messages pass, and the member copies them to the queue of the group once more. */
  @Test
  void a_group_at_two_members_gets_messages_twice_where_another_client_subscribes_to_the_virtual_topic_itself()
      throws Exception {
    var group = new Ledger();
    var subscriber = new Ledger();
    var topic = new ActiveMQTopic("VirtualTopic.prices");
    var queue = new ActiveMQQueue("Consumer.shop.VirtualTopic.prices");
    try (var first = Consumer.start(mesh.clients("a"), queue, group);
        var second = Consumer.start(mesh.clients("c"), queue, group);
        var third = Consumer.start(mesh.clients("c"), topic, subscriber)) {
      publish(topic, group, subscriber);
      // The first messages can pass before the other member knows of the subscriber.
      assertTrue(group.doubled() > MESSAGES / 2, group.toString());
      assertEquals(0, subscriber.doubled());
    }
  }

  private static void publish(ActiveMQTopic topic, Ledger... ledgers) throws Exception {
    Thread.sleep(UNTIL_DEMAND_IS_KNOWN_MS);
    Traffic.send(mesh, "a", topic, MESSAGES, ledgers);
    for (var ledger : ledgers) {
      ledger.assertNothingLost(PATIENCE);
    }
    Thread.sleep(UNTIL_DEMAND_IS_KNOWN_MS);
  }

  @Test
  void a_durable_subscriber_gets_what_was_published_at_other_members_while_it_was_away() throws Exception {
    var topic = new ActiveMQTopic("durable");
    var ledger = new Ledger();
    Consumer.subscribe(mesh.clients("c"), topic, "stays", ledger).close();
    mesh.awaitConsumers("a", topic, 1);
    Traffic.send(mesh, "a", topic, MESSAGES, ledger);
    try (var subscriber = Consumer.subscribe(mesh.clients("c"), topic, "stays", ledger)) {
      ledger.assertNothingLost(PATIENCE);
      assertEquals(0, ledger.doubled());
    }
  }

  @Test
  void a_durable_subscriber_that_goes_to_another_member_leaves_its_messages_behind() throws Exception {
    var topic = new ActiveMQTopic("durable.moves");
    var ledger = new Ledger();
    Consumer.subscribe(mesh.clients("c"), topic, "moves", ledger).close();
    mesh.awaitConsumers("a", topic, 1);
    Traffic.send(mesh, "a", topic, MESSAGES, ledger);
    try (var subscriber = Consumer.subscribe(mesh.clients("b"), topic, "moves", ledger)) {
      ledger.settle(Duration.ofSeconds(3));
      assertEquals(MESSAGES, ledger.missing().size());
    }
    try (var back = Consumer.subscribe(mesh.clients("c"), topic, "moves", ledger)) {
      ledger.assertNothingLost(PATIENCE);
    }
  }
}
