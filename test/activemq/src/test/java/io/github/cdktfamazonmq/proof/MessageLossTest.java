package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.command.ActiveMQQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the check warns of: messages that are lost, or never delivered. Each beside a broker where they are not. */
class MessageLossTest {
  private static final long LONG_ENOUGH_MS = 1500;

  @TempDir
  Path directory;

  @Test
  void a_time_to_live_is_forced_on_each_message() throws Exception {
    assertEquals(0, expirationWith("durable"));
    assertTrue(expirationWith("lossy.expiring") > 0);
  }

  @Test
  void a_forced_time_to_live_is_at_most_the_greatest_one() throws Exception {
    var now = System.currentTimeMillis();
    var left = expirationWith("lossy.expiring-early") - now;
    assertTrue(left > 0 && left < 600_000, "it has " + left + " ms left");
  }

  @Test
  void a_queue_that_is_its_own_dead_letter_queue_loses_them() throws Exception {
    for (var document : List.of("lossy.own-dead-letters", "lossy.dead-letters-to-themselves")) {
      try (var broker = start(document); var client = broker.client()) {
        client.send("orders", "bad");
        client.giveUpOn("orders");
        assertNull(client.take("orders", LONG_ENOUGH_MS), document);
      }
    }
  }

  @Test
  void a_composite_queue_without_a_target_that_takes_the_message_loses_it() throws Exception {
    for (var document : List.of("lossy.no-target", "lossy.no-selector")) {
      try (var broker = start(document); var client = broker.client()) {
        client.send("errands", "hello");
        assertNull(client.take("errands", LONG_ENOUGH_MS), document);
        assertNull(client.take("errands.new", LONG_ENOUGH_MS), document);
      }
    }
  }

  @Test
  void a_composite_queue_with_a_temporary_target_takes_no_message() throws Exception {
    try (var broker = start("lossy.temporary-target"); var client = broker.client()) {
      assertThrows(JMSException.class, () -> client.send("errands", "hello"));
    }
  }

  @Test
  void a_store_that_counts_as_full_takes_no_message() throws Exception {
    for (var document : List.of("durable", "lossy.full-store")) {
      try (var broker = start(document)) {
        var sender = new Thread(() -> send(broker));
        sender.setDaemon(true);
        sender.start();
        sender.join(LONG_ENOUGH_MS);
        assertEquals(document.equals("durable"), !sender.isAlive(), document);
      }
    }
  }

  private static void send(RunningBroker broker) {
    try (var client = broker.client()) {
      client.send("orders", "hello");
    } catch (Exception e) {
      // The broker has been stopped while the client waited.
    }
  }

  @Test
  void a_message_outside_a_transaction_is_rejected_where_uncommitted_ones_are_counted() throws Exception {
    var setters = Stream.of(BrokerService.class.getMethods()).filter(m -> m.getName().equals("setMaxUncommittedCount"));
    if (setters.findAny().isEmpty()) {
      Note.take("this release has no maxUncommittedCount");
      return;
    }
    var document = RunnableDocument.read(Given.document("durable")).with("maxUncommittedCount", "100");
    try (var broker = RunningBroker.start(document, store("uncommitted")); var client = broker.client()) {
      assertThrows(JMSException.class, () -> client.send("orders", "hello"));
    }
  }

  private long expirationWith(String document) throws Exception {
    try (var broker = start(document); var client = broker.client()) {
      client.send("orders", "hello");
      return client.take("orders", LONG_ENOUGH_MS).getJMSExpiration();
    }
  }

  @Test
  void dead_letters_are_deleted_by_the_plugin_and_by_the_strategy() throws Exception {
    assertEquals("bad", deadLetterWith("dead-letter-queues", "DLQ.orders"));
    assertNull(deadLetterWith("lossy.discarding-plugin", "DLQ.orders"));
    assertEquals("bad", deadLetterWith("durable", "ActiveMQ.DLQ"));
    assertNull(deadLetterWith("lossy.discarding-strategy", "ActiveMQ.DLQ"));
  }

  @Test
  void dead_letters_are_deleted_by_the_redelivery_plugin_without_a_fallback_and_after_the_last_try() throws Exception {
    assertNull(deadLetterWith("lossy.no-fallback", "DLQ.orders"));
    assertNull(deadLetterWith("lossy.no-dead-letter-after-retries", "DLQ.orders"));
  }

  @Test
  void dead_letters_that_go_to_topics_are_kept_for_nobody() throws Exception {
    assertNull(deadLetterWith("lossy.dead-letters-to-topics", "DLQ.orders"));
    assertNull(deadLetterWith("lossy.dead-letters-to-one-topic", "ActiveMQ.DLQ"));
  }

  @Test
  void a_durable_subscriber_with_a_prefetch_below_zero_gets_nothing() throws Exception {
    for (var document : List.of("durable", "lossy.no-durable-prefetch")) {
      try (var broker = start(document);
          var subscriber = broker.subscriber("reader");
          var news = subscriber.subscribeDurably("news");
          var client = broker.client()) {
        client.publish("news", "hello");
        assertEquals(document.equals("durable"), news.receive(LONG_ENOUGH_MS) != null, document);
      }
    }
  }

  @Test
  void a_virtual_topic_that_asks_for_selectors_loses_messages_while_a_group_is_away() throws Exception {
    assertTrue(reachesVirtualTopic("durable"));
    assertFalse(reachesVirtualTopic("lossy.selector-aware"));
  }

  @Test
  void a_declared_interceptor_switches_mirrored_queues_off() throws Exception {
    for (var document : List.of("mirrors", "lossy.no-mirrors")) {
      try (var broker = start(document);
          var reader = broker.client();
          var mirror = reader.subscribe("VirtualTopic.Mirror.orders");
          var client = broker.client()) {
        client.send("orders", "hello");
        assertEquals(document.equals("mirrors"), mirror.receive(LONG_ENOUGH_MS) != null, document);
      }
    }
  }

  @Test
  void a_message_that_matches_no_selector_of_a_composite_queue_is_in_no_queue() throws Exception {
    for (var document : List.of("filtering-kept", "lossy.unmatched")) {
      try (var broker = start(document); var client = broker.client()) {
        client.send("errands", "hello");
        assertEquals(document.equals("filtering-kept"), client.take("errands", LONG_ENOUGH_MS) != null, document);
        assertNull(client.take("errands.new", LONG_ENOUGH_MS), document);
      }
    }
  }

  @Test
  void a_browser_sees_nothing_with_no_messages_per_page() throws Exception {
    for (var document : List.of("durable", "lossy.no-browsing")) {
      try (var broker = start(document); var client = broker.client()) {
        client.send("orders", "hello");
        assertEquals(document.equals("durable") ? 1 : 0, client.browse("orders"), document);
      }
    }
  }

  @Test
  void a_client_cannot_receive_with_a_number_that_java_rejects_or_without_the_query_of_a_policy() throws Exception {
    var documents = List.of("count", "period", "recovery", "recovery-bytes", "priority-low", "priority-high", "query",
        "expiry-period", "destinations");
    for (var document : documents) {
      try (var broker = start("lossy.no-consumer." + document)) {
        assertThrows(JMSException.class, () -> receiveOne(broker), document);
      }
    }
  }

  private static void receiveOne(RunningBroker broker) throws Exception {
    try (var client = broker.client()) {
      client.take("orders", LONG_ENOUGH_MS);
    }
  }

  private String deadLetterWith(String document, String queue) throws Exception {
    try (var broker = start(document); var client = broker.client()) {
      client.send("orders", "bad");
      client.giveUpOn("orders");
      client.send("orders", "next");
      client.receive("orders");
      if (!broker.has(new ActiveMQQueue(queue))) {
        return null;
      }
      var letter = client.take(queue, LONG_ENOUGH_MS);
      return letter == null ? null : letter.getBody(String.class);
    }
  }

  @Test
  void a_persistent_message_becomes_one_that_is_not() throws Exception {
    assertEquals(DeliveryMode.PERSISTENT, deliveryModeWith("durable"));
    assertEquals(DeliveryMode.NON_PERSISTENT, deliveryModeWith("lossy.not-persistent"));
  }

  private int deliveryModeWith(String document) throws Exception {
    try (var broker = start(document); var client = broker.client()) {
      client.send("orders", "hello");
      return client.take("orders", LONG_ENOUGH_MS).getJMSDeliveryMode();
    }
  }

  @Test
  void the_default_virtual_topics_are_switched_off_by_another_interceptor() throws Exception {
    assertTrue(reachesVirtualTopic("durable"));
    assertFalse(reachesVirtualTopic("lossy.composite-alone"));
  }

  private boolean reachesVirtualTopic(String document) throws Exception {
    try (var broker = start(document); var client = broker.client()) {
      client.touch("Consumer.billing.VirtualTopic.orders");
      client.publish("VirtualTopic.orders", "hello");
      return client.take("Consumer.billing.VirtualTopic.orders", LONG_ENOUGH_MS) != null;
    }
  }

  @Test
  void a_queue_that_forwards_to_itself_takes_no_message() throws Exception {
    try (var broker = start("lossy.composite-alone"); var client = broker.client()) {
      client.send("errands", "hello");
      assertEquals("hello", client.receive("errands.copy"));
    }
    for (var document : List.of("circle", "circles.list", "circles.patterns", "circles.virtual-topic", "circles.mirrored-queue")) {
      try (var broker = launch("lossy." + document); var client = clientOfInstance()) {
        client.touch("Consumer.a.events");
        assertThrows(JMSException.class, () -> client.send("errands", "hello"), document);
      }
    }
  }

  /** An instance that is killed: a stack that overflows can leave a lock behind, and such a broker never stops. */
  private BrokerInstance launch(String name) throws Exception {
    var document = RunnableDocument.read(Given.document(name))
        .storedIn(directory.resolve(name))
        .withTls(Given.keyStore(), Given.KEY_STORE_PASSWORD)
        .listeningOn("openwire", Given.url("1.ssl"))
        .writeTo(directory.resolve(name + ".xml"));
    var instance = BrokerInstance.launch(document, directory.resolve(name + ".log"));
    instance.awaitActive();
    return instance;
  }

  private static Client clientOfInstance() throws Exception {
    return new Client(new ActiveMQConnectionFactory(Given.url("1.ssl")), null, null);
  }

  @Test
  void nothing_is_delivered_with_no_messages_per_page_or_in_memory() throws Exception {
    for (var document : List.of("durable", "lossy.no-page", "lossy.no-memory", "lossy.no-prefetch")) {
      try (var broker = start(document); var client = broker.client()) {
        client.send("orders", "hello");
        assertEquals(document.equals("durable"), client.take("orders", LONG_ENOUGH_MS) != null, document);
      }
    }
  }

  @Test
  void messages_of_a_group_are_not_delivered_with_an_unknown_map_of_groups() throws Exception {
    try (var broker = start("durable"); var client = broker.client()) {
      client.sendInGroup("orders", "group", "hello");
      assertNotNull(client.take("orders", LONG_ENOUGH_MS));
    }
    var misread = new ArrayList<>(Given.documentsIn("misread"));
    misread.removeIf(document -> !document.toString().contains("messageGroup"));
    assertFalse(misread.isEmpty());
    misread.add(Given.document("lossy.no-buckets"));
    for (var document : misread) {
      try (var broker = RunningBroker.start(RunnableDocument.read(document), store(document.getFileName().toString()));
          var client = broker.client()) {
        client.sendInGroup("orders", "group", "hello");
        assertNull(client.take("orders", LONG_ENOUGH_MS), document.toString());
      }
    }
  }

  private RunningBroker start(String document) throws Exception {
    return RunningBroker.start(RunnableDocument.read(Given.document(document)), store(document));
  }

  /** Each broker has its own store. */
  private Path store(String document) {
    return directory.resolve(document);
  }
}
