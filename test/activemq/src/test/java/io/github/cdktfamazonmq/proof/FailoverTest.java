package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.cdktfamazonmq.proof.NumberedReceiver.Received;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.jms.ConnectionFactory;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Session;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;

/** The active instance is killed while a client sends, and later the instance that took over. */
class FailoverTest {
  private static final int MESSAGES = 5_000;
  private static final int MESSAGES_OF_A_CONTROL = 2_000;
  private static final Path DIRECTORY = Path.of(System.getProperty("pairs"));

  @Test
  void openwire_loses_nothing_doubles_nothing_and_keeps_the_order() throws Exception {
    try (var pair = ActiveStandbyPair.onOneStore(DIRECTORY.resolve("openwire"))) {
      var received = sendThroughTwoFailovers(pair, openWire(), DeliveryMode.PERSISTENT, MESSAGES);
      assertEquals(upTo(MESSAGES), numbers(received));
      Note.take(countSetAside() + " messages came again, of which the application saw nothing");
    }
  }

  @Test
  void amqp_loses_nothing_and_keeps_the_order_and_repeats_keep_their_message_id() throws Exception {
    try (var pair = ActiveStandbyPair.onOneStore(DIRECTORY.resolve("amqp"))) {
      var received = sendThroughTwoFailovers(pair, amqp(), DeliveryMode.PERSISTENT, MESSAGES);
      var once = NumberedReceiver.withoutRepeats(received);
      assertEquals(upTo(MESSAGES), numbers(once));
      Note.take(received.size() - once.size() + " messages came again");
    }
  }

  @Test
  void control_fails_on_two_separate_stores() throws Exception {
    try (var pair = ActiveStandbyPair.onSeparateStores(DIRECTORY.resolve("separate-stores"))) {
      assertFails(sendThroughTwoFailovers(pair, openWire(), DeliveryMode.PERSISTENT, MESSAGES_OF_A_CONTROL));
    }
  }

  @Test
  void control_fails_for_messages_that_are_not_persistent() throws Exception {
    try (var pair = ActiveStandbyPair.onOneStore(DIRECTORY.resolve("non-persistent"))) {
      assertFails(sendThroughTwoFailovers(pair, openWire(), DeliveryMode.NON_PERSISTENT, MESSAGES_OF_A_CONTROL));
    }
  }

  /** Each kill happens while messages are sent, and the second once the killed instance stands by again. */
  private static List<Received> sendThroughTwoFailovers(
      ActiveStandbyPair pair, ConnectionFactory clients, int deliveryMode, int messages) throws Exception {
    var threads = Executors.newFixedThreadPool(2);
    try {
      var sender = new NumberedSender(clients, "orders", deliveryMode, messages);
      threads.submit(sender);
      var receiving = threads.submit(new NumberedReceiver(clients, "orders", sender, messages));
      sender.allow(messages * 6 / 10);
      sender.awaitSent(messages * 3 / 10);
      pair.failOver();
      sender.allow(messages * 9 / 10);
      sender.awaitSent(messages * 7 / 10);
      pair.failOver();
      sender.allow(messages);
      return receiving.get();
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertFails(List<Received> received) {
    var lost = new ArrayList<>(upTo(MESSAGES_OF_A_CONTROL));
    assertNotEquals(lost, numbers(received));
    lost.removeAll(numbers(received));
    Note.take(lost.size() + " of " + MESSAGES_OF_A_CONTROL + " messages did not arrive");
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  private static List<Integer> numbers(List<Received> received) {
    return received.stream().map(Received::number).toList();
  }

  private static int countSetAside() throws JMSException {
    try (var connection = openWire().createConnection()) {
      connection.start();
      var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      Enumeration<?> setAside = session.createBrowser(session.createQueue("ActiveMQ.DLQ")).getEnumeration();
      return Collections.list(setAside).size();
    }
  }

  private static ConnectionFactory openWire() {
    return new ActiveMQConnectionFactory(Given.url("openwire"));
  }

  private static ConnectionFactory amqp() {
    return new JmsConnectionFactory(Given.url("amqp"));
  }
}
