package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.jms.Message;
import javax.jms.Session;
import org.apache.activemq.DestinationDoesNotExistException;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.ActiveMQTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the check warns of in network connectors. Each beside two brokers where it does not happen. */
class ConnectorRuleTest {
  private static final long LONGER_THAN_A_HOP_MS = 1_500;
  private static final Duration LONGER_THAN_A_RETURN = Duration.ofSeconds(6);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int RETURNING = 20;

  @TempDir
  Path directory;

  @Test
  void messages_pass_in_both_directions_without_a_fault() throws Exception {
    try (var network = start("none")) {
      assertPasses(network, "first", "second");
      assertPasses(network, "second", "first");
    }
  }

  @Test
  void no_message_passes_with_a_time_to_live_of_no_brokers() throws Exception {
    for (var fault : List.of("network-ttl-zero", "message-ttl-zero", "consumer-ttl-zero")) {
      assertNothingPasses(fault);
    }
  }

  @Test
  void a_connector_without_a_user_of_the_other_broker_never_connects() throws Exception {
    for (var fault : List.of("no-user", "unknown-user", "credentials-in-the-uri")) {
      assertNeverConnects(fault);
    }
  }

  @Test
  void a_connector_without_tls_never_connects_to_a_broker_that_has_it() throws Exception {
    assertNeverConnects("no-tls");
  }

  @Test
  void nothing_passes_where_a_broker_publishes_no_advisories() throws Exception {
    assertNothingPasses("no-advisories");
    try (var network = start("no-advisories-of-the-first")) {
      assertPasses(network, "first", "second");
      assertNothingPasses(network, "second", "first");
    }
  }

  @Test
  void each_of_two_subscribers_of_a_topic_gets_a_copy_for_every_subscription_that_passes() throws Exception {
    var topic = new ActiveMQTopic("news");
    assertCopies(2, "none", "news", topic, "second", "second");
    assertCopies(4, "subscriptions-apart", "news", topic, "second", "second");
  }

  @Test
  void a_group_of_a_virtual_topic_gets_its_messages_at_each_broker() throws Exception {
    var queue = new ActiveMQQueue("Consumer.billing.VirtualTopic.news");
    assertCopies(1, "none", "VirtualTopic.news", queue, "first", "second");
    assertCopies(2, "virtual-subscriptions", "VirtualTopic.news", queue, "first", "second");
  }

  @Test
  void a_reply_to_a_temporary_queue_does_not_pass() throws Exception {
    assertNotNull(reply("none"));
    assertNull(reply("no-temporary-destinations"));
  }

  @Test
  void a_message_that_was_sent_where_its_consumer_comes_is_at_the_other_broker() throws Exception {
    assertEquals("second", whereIsAMessageOfTheSecond("one-way-static"));
    assertEquals("first", whereIsAMessageOfTheSecond("duplex-static"));
  }

  @Test
  void a_static_bridge_passes_what_it_lists_even_without_advisories() throws Exception {
    try (var network = start("static-bridge-without-advisories")) {
      assertPasses(network, "first", "second");
    }
    assertNothingPasses("static-bridge-of-nothing");
  }

  @Test
  void a_subscriber_gets_a_copy_by_each_of_two_connectors() throws Exception {
    assertCopies(4, "two-connectors", "news", new ActiveMQTopic("news"), "second", "second");
  }

  @Test
  void messages_stay_where_their_consumer_left_unless_the_policy_sends_them_back() throws Exception {
    assertEquals(0, missingAfterTheConsumerWentBack("none", Duration.ofMinutes(1)));
    assertEquals(RETURNING, missingAfterTheConsumerWentBack("no-replay", LONGER_THAN_A_RETURN));
    assertEquals(RETURNING, missingAfterTheConsumerWentBack("replay-stalled", LONGER_THAN_A_RETURN));
  }

  /** Sends a message at the second broker, where nobody consumes it yet. */
  private String whereIsAMessageOfTheSecond(String fault) throws Exception {
    try (var network = start(fault); var sender = network.client("second")) {
      sender.send("orders", "hello");
      Thread.sleep(LONGER_THAN_A_HOP_MS);
      return network.waiting("first", "orders") == 1 ? "first" : "second";
    }
  }

  /** A consumer at the second broker makes messages come there, and goes to the first one, where they were sent. */
  private int missingAfterTheConsumerWentBack(String fault, Duration patience) throws Exception {
    var queue = new ActiveMQQueue("orders");
    var back = new Ledger();
    try (var network = start(fault)) {
      Traffic.send(network, "first", queue, RETURNING, back);
      try (var idle = network.clients("second").createConnection()) {
        idle.createSession(false, Session.AUTO_ACKNOWLEDGE).createConsumer(queue);
        network.awaitWaiting("second", queue, RETURNING);
      }
      try (var consumer = Consumer.start(network.clients("first"), queue, back)) {
        back.settle(patience);
      }
    }
    return back.missing().size();
  }

  private RunningNetwork start(String fault) throws Exception {
    return RunningNetwork.start("rule-" + fault, directory, document -> document);
  }

  private static void assertPasses(RunningNetwork network, String from, String to) throws Exception {
    try (var sender = network.client(from); var receiver = network.client(to)) {
      var queue = from + "-to-" + to;
      sender.send(queue, "hello");
      assertEquals("hello", receiver.receive(queue));
    }
  }

  private void assertNeverConnects(String fault) throws Exception {
    try (var network = RunningNetwork.startWithoutBridges("rule-" + fault, directory, document -> document)) {
      assertNothingPasses(network, "first", "second");
      assertEquals(0, network.broker("first").bridges(), fault);
    }
  }

  private void assertNothingPasses(String fault) throws Exception {
    try (var network = start(fault)) {
      assertNothingPasses(network, "first", "second");
    }
  }

  private static void assertNothingPasses(RunningNetwork network, String from, String to) throws Exception {
    try (var sender = network.client(from); var receiver = network.client(to)) {
      var queue = "nothing-" + from + "-to-" + to;
      sender.send(queue, "hello");
      assertNull(receiver.take(queue, LONGER_THAN_A_HOP_MS));
      assertEquals(1, network.waiting(from, queue));
    }
  }

  /** How often two consumers together get a message that is published at the first member, once it knows of both. */
  private void assertCopies(int expected, String fault, String topic, ActiveMQDestination from, String... members)
      throws Exception {
    var ledger = new Ledger();
    try (var network = start(fault);
        var one = Consumer.start(network.clientsWithoutFailover(members[0]), from, 1, 0, ledger);
        var other = Consumer.start(network.clientsWithoutFailover(members[1]), from, 1, 0, ledger);
        var publisher = network.client("first")) {
      var deadline = Instant.now().plus(PATIENCE);
      for (var number = 0; mostCopies(one, other) < expected; number++) {
        assertTrue(Instant.now().isBefore(deadline), mostCopies(one, other) + " copies after " + PATIENCE);
        publisher.publish(topic, "message " + number);
        Thread.sleep(50);
      }
      for (var number = 0; number < 20; number++) {
        publisher.publish(topic, "later message " + number);
        Thread.sleep(50);
      }
      Thread.sleep(LONGER_THAN_A_HOP_MS);
      assertEquals(expected, mostCopies(one, other), fault);
    }
  }

  private static int mostCopies(Consumer one, Consumer other) {
    var texts = Stream.concat(one.texts().stream(), other.texts().stream()).toList();
    return texts.stream().mapToInt(text -> Collections.frequency(texts, text)).max().orElse(0);
  }

  /** What an application at the second broker gets from one at the first; nothing where that one cannot answer. */
  private Message reply(String fault) throws Exception {
    try (var network = start(fault);
        var asking = network.clients("second").createConnection();
        var answering = network.clients("first").createConnection()) {
      asking.start();
      answering.start();
      var session = asking.createSession(false, Session.AUTO_ACKNOWLEDGE);
      var replies = session.createTemporaryQueue();
      var receiver = session.createConsumer(replies);
      var request = session.createTextMessage("question");
      request.setJMSReplyTo(replies);
      session.createProducer(session.createQueue("questions")).send(request);

      var other = answering.createSession(false, Session.AUTO_ACKNOWLEDGE);
      var taken = other.createConsumer(other.createQueue("questions")).receive(PATIENCE.toMillis());
      other.createProducer(taken.getJMSReplyTo()).send(other.createTextMessage("answer"));
      return receiver.receive(LONGER_THAN_A_HOP_MS);
    } catch (DestinationDoesNotExistException e) {
      return null;
    }
  }
}
