package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.List;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.apache.activemq.RedeliveryPolicy;
import org.apache.activemq.command.ActiveMQQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where messages go that nobody can process or that nobody took in time. */
class DeadLetterTest {
  private static final ActiveMQQueue SHARED = new ActiveMQQueue("ActiveMQ.DLQ");

  @TempDir
  Path directory;

  @Test
  void a_message_that_fails_goes_to_the_dead_letter_queue_of_its_own_queue() throws Exception {
    try (var broker = RunningBroker.start(RunnableDocument.read(Given.document("dead-letter")), directory)) {
      for (var queue : List.of("orders", "payments")) {
        send(broker, queue, 0);
        fail(broker, queue);
        assertEquals(queue, text(broker, "DLQ." + queue));
      }
      assertFalse(broker.has(SHARED));
    }
  }

  @Test
  void a_message_that_expires_goes_there_too() throws Exception {
    try (var broker = RunningBroker.start(RunnableDocument.read(Given.document("dead-letter")), directory)) {
      send(broker, "orders", 1);
      try (var connection = broker.connect()) {
        var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        session.createConsumer(session.createQueue("orders")).receive(1_000);
      }
      assertEquals("orders", text(broker, "DLQ.orders"));
    }
  }

  private static void send(RunningBroker broker, String queue, long timeToLive) throws Exception {
    try (var connection = broker.connect()) {
      var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      var producer = session.createProducer(session.createQueue(queue));
      producer.setTimeToLive(timeToLive);
      producer.send(session.createTextMessage(queue));
    }
  }

  /** Takes a message and gives up on it at once, as a client without redeliveries of its own. */
  private static void fail(RunningBroker broker, String queue) throws Exception {
    var clients = broker.clients();
    var none = new RedeliveryPolicy();
    none.setMaximumRedeliveries(0);
    clients.setRedeliveryPolicy(none);
    try (var connection = RunningBroker.connected(clients, null)) {
      var session = connection.createSession(true, Session.SESSION_TRANSACTED);
      assertNotNull(session.createConsumer(session.createQueue(queue)).receive(30_000));
      session.rollback();
    }
  }

  private static String text(RunningBroker broker, String queue) throws Exception {
    try (var connection = broker.connect()) {
      var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      return ((TextMessage) session.createConsumer(session.createQueue(queue)).receive(30_000)).getText();
    }
  }
}
