package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.ConsumerBrokerExchange;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.MessageAck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A consumer hops from member to member many times a second while each member has a producer. A message that comes back to a
 * broker before that broker has removed it is taken for a duplicate: the delay of the policy is what prevents it.
 */
class NetworkHoppingTest {
  private static final int MESSAGES = 5_000;
  private static final int MESSAGES_OF_A_CONTROL = 2_000;
  /** Whether a message comes back too soon is a matter of milliseconds: not every run loses one. */
  private static final int MOST_RUNS_OF_A_CONTROL = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long STAY_MS = 120;
  private static final long QUIET_MS = 1_000;
  private static final ActiveMQQueue QUEUE = new ActiveMQQueue("hop");

  @TempDir
  Path directory;

  @Test
  void five_thousand_messages_of_three_producers_all_come() throws Exception {
    assertEquals(Set.of(), hop(MESSAGES, document -> document).missing());
  }

  @Test
  void with_slow_acknowledgements_they_all_come_too() throws Exception {
    assertEquals(Set.of(), hop(MESSAGES_OF_A_CONTROL, document -> document, new SlowAcknowledgements()).missing());
  }

  @Test
  void control_without_a_delay_slow_acknowledgements_lose_messages() throws Exception {
    UnaryOperator<RunnableDocument> change =
        document -> document.withEach("conditionalNetworkBridgeFilterFactory", "replayDelay", "0");
    for (var run = 0; run < MOST_RUNS_OF_A_CONTROL; run++) {
      if (!hop(MESSAGES_OF_A_CONTROL, change, new SlowAcknowledgements()).missing().isEmpty()) {
        return;
      }
    }
    fail("no message was lost in " + MOST_RUNS_OF_A_CONTROL + " runs");
  }

  /** It ends with a consumer at each member, and when no member has a message any more: what did not come is lost. */
  private Ledger hop(int messages, UnaryOperator<RunnableDocument> change, BrokerPlugin... plugins) throws Exception {
    var ledger = new Ledger();
    var random = new Random(7);
    var hops = 0;
    try (var network = RunningNetwork.start("mesh", Files.createTempDirectory(directory, "run"), change, plugins)) {
      var producers = new ArrayList<Producer>();
      for (var member : network.ids()) {
        producers.add(Producer.start(network.clients(member), QUEUE, member, 3, ledger));
      }
      while (ledger.sent() < messages) {
        var member = network.ids().get(random.nextInt(network.ids().size()));
        try (var consumer = Consumer.start(network.clients(member), QUEUE, 50, 1, ledger)) {
          Thread.sleep(STAY_MS);
        }
        hops++;
      }
      for (var producer : producers) {
        producer.close();
      }
      try (var a = Consumer.start(network.clients("a"), QUEUE, ledger);
          var b = Consumer.start(network.clients("b"), QUEUE, ledger);
          var c = Consumer.start(network.clients("c"), QUEUE, ledger)) {
        awaitEmpty(network);
      }
    }
    Note.take("%d hops: %s".formatted(hops, ledger));
    return ledger;
  }

  private static void awaitEmpty(RunningNetwork network) throws Exception {
    var deadline = Instant.now().plus(PATIENCE);
    for (var member : network.ids()) {
      while (network.waiting(member, QUEUE.getPhysicalName()) > 0 && Instant.now().isBefore(deadline)) {
        Thread.sleep(100);
      }
    }
    Thread.sleep(QUIET_MS);
  }

  /** A broker that is slow to take the acknowledgements of other brokers, as over a long line or on a busy disk. */
  private static final class SlowAcknowledgements implements BrokerPlugin {
    @Override
    public Broker installPlugin(Broker next) {
      return new BrokerFilter(next) {
        @Override
        public void acknowledge(ConsumerBrokerExchange exchange, MessageAck ack) throws Exception {
          if (exchange.getConnectionContext().isNetworkConnection()) {
            Thread.sleep(50);
          }
          super.acknowledge(exchange, ack);
        }
      };
    }
  }
}
