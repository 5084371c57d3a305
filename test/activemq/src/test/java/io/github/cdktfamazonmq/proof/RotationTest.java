package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cdktfamazonmq.proof.NumberedReceiver.Received;
import io.github.cdktfamazonmq.proof.RunnableDocument.User;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.jms.ConnectionFactory;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Session;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;

/**
 * A password changes while clients work: that of the user that they do not use, as a rotating user does it, and as a control
 * that of the one user in place. Each change of users is a reboot of the pair.
 */
class RotationTest {
  private static final int MESSAGES = 1_500;
  private static final Path DIRECTORY = Path.of(System.getProperty("pairs"));
  private static final String GROUP = "shops";
  private static final String QUEUE = "orders";

  private static final User A_1 = new User("shop-a", "first-of-a", GROUP);
  private static final User B_1 = new User("shop-b", "first-of-b", GROUP);
  private static final User B_2 = new User("shop-b", "second-of-b", GROUP);
  private static final User A_3 = new User("shop-a", "third-of-a", GROUP);

  @Test
  void two_rotations_of_alternating_users_lose_nothing_double_nothing_and_interrupt_no_client() throws Exception {
    try (var pair = ActiveStandbyPair.withUsers(DIRECTORY.resolve("rotation"), "rotation", A_1, B_1)) {
      assertEquals(upTo(MESSAGES), numbers(workThrough(A_1, () -> pair.reboot(A_1, B_2))));
      assertRefused(B_1);
      assertEquals(upTo(MESSAGES), numbers(workThrough(B_2, () -> pair.reboot(A_3, B_2))));
      assertRefused(A_1);
      assertEquals(upTo(MESSAGES), numbers(workThrough(A_3, () -> {})));
    }
  }

  @Test
  void control_fails_where_the_password_in_use_changes() throws Exception {
    var changed = new User(A_1.name(), "another", GROUP);
    try (var pair = ActiveStandbyPair.withUsers(DIRECTORY.resolve("in-place"), "rotation", A_1)) {
      var failure = assertThrows(ExecutionException.class, () -> workThrough(A_1, () -> pair.reboot(changed)));
      assertTrue(failure.getCause() instanceof AssertionError, failure.toString());
      assertRefused(A_1);
      Note.take("clients end with: " + rootOf(failure).getMessage());
      assertEquals(upTo(MESSAGES), withoutWhatCameBefore(numbers(workThrough(changed, () -> {}))));
    }
  }

  @Test
  void a_durable_subscription_goes_on_with_the_other_user() throws Exception {
    try (var pair = ActiveStandbyPair.withUsers(DIRECTORY.resolve("durable"), "rotation", A_1, B_1)) {
      try (var connection = clients(A_1).createConnection()) {
        connection.setClientID("warehouse");
        connection.createSession(false, Session.AUTO_ACKNOWLEDGE).createDurableSubscriber(topic(connection), "stock");
      }
      try (var connection = clients(A_1).createConnection()) {
        var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        session.createProducer(session.createTopic("prices")).send(session.createTextMessage("new price"));
      }
      pair.reboot(A_1, B_2);
      try (var connection = clients(B_2).createConnection()) {
        connection.setClientID("warehouse");
        connection.start();
        var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        var message = session.createDurableSubscriber(session.createTopic("prices"), "stock").receive(30_000);
        assertEquals("new price", message.getBody(String.class));
      }
    }
  }

  private static javax.jms.Topic topic(javax.jms.Connection connection) throws JMSException {
    return connection.createSession(false, Session.AUTO_ACKNOWLEDGE).createTopic("prices");
  }

  private interface Reboot {
    void run() throws Exception;
  }

  /** Clients of one user send and receive; the reboot happens while they do. */
  private static List<Received> workThrough(User user, Reboot reboot) throws Exception {
    var threads = Executors.newFixedThreadPool(2);
    try {
      var sender = new NumberedSender(clients(user), QUEUE, DeliveryMode.PERSISTENT, MESSAGES);
      threads.submit(sender);
      Future<List<Received>> receiving =
          threads.submit(new NumberedReceiver(clients(user), QUEUE, sender, MESSAGES));
      sender.allow(MESSAGES / 2);
      sender.awaitSent(MESSAGES / 3);
      reboot.run();
      sender.allow(MESSAGES);
      return receiving.get();
    } finally {
      threads.shutdownNow();
    }
  }

  /** What was sent before the password changed was stored, so it comes first. */
  private static List<Integer> withoutWhatCameBefore(List<Integer> numbers) {
    var begin = numbers.lastIndexOf(1);
    Note.take(begin + " messages from before the change came after it");
    return numbers.subList(begin, numbers.size());
  }

  private static void assertRefused(User user) {
    var clients = new ActiveMQConnectionFactory(user.name(), user.password(), Given.url("openwire") + "&maxReconnectAttempts=2");
    var refusal = assertThrows(JMSException.class, () -> clients.createConnection().start()).getMessage();
    assertTrue(refusal.contains("User name [" + user.name() + "] or password is invalid"), refusal);
  }

  private static Throwable rootOf(Throwable failure) {
    return failure.getCause() == null ? failure : rootOf(failure.getCause());
  }

  private static ConnectionFactory clients(User user) {
    return new ActiveMQConnectionFactory(user.name(), user.password(), Given.url("openwire"));
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  private static List<Integer> numbers(List<Received> received) {
    return received.stream().map(Received::number).toList();
  }
}
