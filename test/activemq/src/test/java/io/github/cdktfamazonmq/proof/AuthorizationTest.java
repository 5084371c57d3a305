package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import javax.jms.JMSException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Group orders may do all with the queues below orders, group audit may only read them. */
class AuthorizationTest {
  private static final Map<String, String> GROUPS_BY_USER =
      Map.of("shop", "orders", "auditor", "audit", "guest", "guests", "operator", "activemq-webconsole");

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
    try (var shop = broker.client("shop")) {
      shop.send("orders.new", "hello");
      assertEquals("hello", shop.receive("orders.new"));
    }
  }

  @Test
  void a_user_of_the_reading_group_receives_and_is_refused_to_send() throws Exception {
    try (var shop = broker.client("shop"); var auditor = broker.client("auditor")) {
      shop.send("orders.new", "hello");
      assertEquals("hello", auditor.receive("orders.new"));
      assertRefused(
          "auditor is not authorized to write to: queue://orders.new", () -> auditor.send("orders.new", "no"));
    }
  }

  @Test
  void a_user_of_another_group_is_refused_both() throws Exception {
    try (var shop = broker.client("shop"); var guest = broker.client("guest")) {
      shop.send("orders.new", "hello");
      assertRefused("guest is not authorized to read from: queue://orders.new", () -> guest.touch("orders.new"));
      assertRefused("guest is not authorized to write to: queue://orders.new", () -> guest.send("orders.new", "no"));
    }
  }

  @Test
  void a_queue_without_a_grant_is_for_the_users_of_the_web_console_only() throws Exception {
    try (var shop = broker.client("shop"); var operator = broker.client("operator")) {
      operator.send("payments", "hello");
      assertRefused("shop is not authorized to read from: queue://payments", () -> shop.touch("payments"));
      assertEquals("hello", operator.receive("payments"));
    }
  }

  @Test
  void an_unknown_user_is_refused() {
    assertRefused("User name [nobody] or password is invalid", () -> broker.client("nobody"));
  }

  private interface Action {
    void run() throws Exception;
  }

  private static void assertRefused(String message, Action action) {
    var refusal = assertThrows(JMSException.class, action::run).getMessage();
    assertTrue(refusal.contains(message), refusal);
  }
}
