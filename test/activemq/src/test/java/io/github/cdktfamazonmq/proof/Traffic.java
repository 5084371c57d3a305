package io.github.cdktfamazonmq.proof;

import java.time.Duration;
import java.util.List;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQQueue;

/** What applications do with a network of brokers. */
final class Traffic {
  private static final Duration LONGER_THAN_A_RETURN = Duration.ofSeconds(8);

  private Traffic() {}

  /** Sends messages at a member, each with a text of its own. */
  static void send(
      RunningNetwork network, String member, ActiveMQDestination destination, int messages, Ledger... ledgers)
      throws Exception {
    try (var sender = network.client(member)) {
      for (int number = 0; number < messages; number++) {
        var text = destination.getPhysicalName() + "#" + number;
        sender.send(destination, text);
        for (var ledger : ledgers) {
          ledger.send(text);
        }
      }
    }
  }

  /** Sends at the first member, while a consumer goes from member to member and takes some at each. It ends at the last. */
  static Ledger goRound(RunningNetwork network, int messages, List<String> way) throws Exception {
    var queue = new ActiveMQQueue("round");
    var ledger = new Ledger();
    send(network, "a", queue, messages, ledger);
    for (var member : way.subList(0, way.size() - 1)) {
      try (var consumer = Consumer.start(network.clients(member), queue, 1, 10, ledger)) {
        Thread.sleep(500);
      }
      Thread.sleep(300);
    }
    try (var last = Consumer.start(network.clients(way.get(way.size() - 1)), queue, ledger)) {
      ledger.settle(LONGER_THAN_A_RETURN);
    }
    return ledger;
  }
}
