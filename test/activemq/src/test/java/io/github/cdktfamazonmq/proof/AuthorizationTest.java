package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import javax.jms.JMSException;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.apache.activemq.command.ActiveMQQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Group orders may do all with the queues below orders, group audit may only read them. */
class AuthorizationTest {
  private static final ActiveMQQueue ORDERS = new ActiveMQQueue("orders.new");
  private static final ActiveMQQueue PAYMENTS = new ActiveMQQueue("payments");
  private static final Map<String, String> GROUPS_BY_USER = Map.of("shop", "orders", "auditor", "audit", "guest", "guests");

  @TempDir
  Path directory;

  private RunningBroker broker;

  @BeforeEach
  void start() throws Exception {
    var document = RunnableDocument.read(Given.document("authorization")).withUsers(GROUPS_BY_USER);
    broker = RunningBroker.start(document, directory);
  }

  @AfterEach
  void stop() throws Exception {
    broker.close();
  }

  @Test
  void a_user_of_the_writing_group_sends_and_receives() throws Exception {
    send("shop", ORDERS);
    assertEquals("hello", receive("shop", ORDERS));
  }

  @Test
  void a_user_of_the_reading_group_receives_and_is_refused_to_send() throws Exception {
    send("shop", ORDERS);
    assertEquals("hello", receive("auditor", ORDERS));
    assertRefused("User auditor is not authorized to write to: queue://orders.new", () -> send("auditor", ORDERS));
  }

  @Test
  void a_user_of_another_group_is_refused_both() throws Exception {
    send("shop", ORDERS);
    assertRefused("User guest is not authorized to read from: queue://orders.new", () -> receive("guest", ORDERS));
    assertRefused("User guest is not authorized to write to: queue://orders.new", () -> send("guest", ORDERS));
  }

  @Test
  void nobody_may_use_a_queue_without_an_entry() {
    assertRefused("User shop is not authorized to create: queue://payments", () -> send("shop", PAYMENTS));
  }

  private interface Action {
    void run() throws Exception;
  }

  private static void assertRefused(String message, Action action) {
    var refusal = assertThrows(JMSException.class, action::run).getMessage();
    assertTrue(refusal.contains(message), refusal);
  }

  private void send(String user, ActiveMQQueue queue) throws Exception {
    try (var connection = broker.connectAs(user)) {
      var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      session.createProducer(queue).send(session.createTextMessage("hello"));
    }
  }

  private String receive(String user, ActiveMQQueue queue) throws Exception {
    try (var connection = broker.connectAs(user)) {
      var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      return ((TextMessage) session.createConsumer(queue).receive(30_000)).getText();
    }
  }
}
