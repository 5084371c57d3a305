package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cdktfamazonmq.proof.NumberedReceiver.Received;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.jms.ConnectionFactory;
import javax.jms.DeliveryMode;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;

/** The active instance is killed while a client sends, and later the instance that took over. */
class FailoverTest {
  private static final int MESSAGES = 5_000;
  private static final List<Integer> ALL = IntStream.rangeClosed(1, MESSAGES).boxed().toList();
  private static final Path DIRECTORY = Path.of(System.getProperty("pairs"));

  @Test
  void openwire_loses_nothing_doubles_nothing_and_keeps_the_order() throws Exception {
    try (var pair = ActiveStandbyPair.onOneStore(DIRECTORY.resolve("openwire"))) {
      assertEquals(ALL, numbers(sendThroughTwoFailovers(pair, openWire(), DeliveryMode.PERSISTENT)));
    }
  }

  @Test
  void amqp_loses_nothing_and_keeps_the_order_for_a_client_that_leaves_out_repeated_message_ids() throws Exception {
    try (var pair = ActiveStandbyPair.onOneStore(DIRECTORY.resolve("amqp"))) {
      var received = sendThroughTwoFailovers(pair, amqp(), DeliveryMode.PERSISTENT);
      var once = NumberedReceiver.withoutRepeats(received);
      System.out.println(received.size() - once.size() + " messages came again");
      assertEquals(ALL, numbers(once));
    }
  }

  @Test
  void control_two_separate_stores_lose_messages() throws Exception {
    try (var pair = ActiveStandbyPair.onSeparateStores(DIRECTORY.resolve("separate-stores"))) {
      assertLost(sendThroughTwoFailovers(pair, openWire(), DeliveryMode.PERSISTENT));
    }
  }

  @Test
  void control_messages_that_are_not_persistent_are_lost() throws Exception {
    try (var pair = ActiveStandbyPair.onOneStore(DIRECTORY.resolve("non-persistent"))) {
      assertLost(sendThroughTwoFailovers(pair, openWire(), DeliveryMode.NON_PERSISTENT));
    }
  }

  private static List<Received> sendThroughTwoFailovers(ActiveStandbyPair pair, ConnectionFactory clients, int deliveryMode)
      throws Exception {
    var threads = Executors.newFixedThreadPool(2);
    try {
      var sender = new NumberedSender(clients, "orders", deliveryMode, MESSAGES);
      threads.submit(sender);
      var receiving = threads.submit(new NumberedReceiver(clients, "orders", sender, MESSAGES));
      sender.allow(3_000);
      sender.awaitSent(1_500);
      pair.failOver();
      sender.allow(MESSAGES);
      sender.awaitSent(3_500);
      pair.failOver();
      return receiving.get();
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertLost(List<Received> received) {
    var missing = new HashSet<>(ALL);
    numbers(received).forEach(missing::remove);
    assertTrue(!missing.isEmpty(), "all " + MESSAGES + " messages arrived");
  }

  private static List<Integer> numbers(List<Received> received) {
    return received.stream().map(Received::number).toList();
  }

  private static ConnectionFactory openWire() {
    return new ActiveMQConnectionFactory(Given.url("openwire"));
  }

  private static ConnectionFactory amqp() {
    return new JmsConnectionFactory(Given.url("amqp"));
  }
}
