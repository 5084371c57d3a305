package io.github.cdktfamazonmq.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.ActiveMQTopic;

/**
 * Sends some messages at each member of a network, all at once: of queues to one consumer at each other member, of topics to
 * subscribers at all other members.
 */
final class Reach {
  private static final int MESSAGES = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  /** What is not passed on when it is published never comes, so that a shorter patience is enough for topics. */
  private static final Duration PATIENCE_OF_TOPICS = Duration.ofSeconds(4);

  private static final Duration QUIET = Duration.ofSeconds(1);

  private final RunningNetwork network;
  private final List<Way> ways = new ArrayList<>();

  private Reach(RunningNetwork network) {
    this.network = network;
  }

  private record Way(String from, String to, ActiveMQDestination destination, Ledger ledger, Consumer consumer) {
    boolean isFaulty() {
      return !ledger.missing().isEmpty() || ledger.doubled() > 0;
    }

    @Override
    public String toString() {
      return "%s to %s: %s".formatted(from, to, ledger);
    }
  }

  static Reach ofQueues(RunningNetwork network) throws Exception {
    return ofQueues(network, PATIENCE);
  }

  static Reach ofQueues(RunningNetwork network, Duration patience) throws Exception {
    return new Reach(network).tryAll((from, to) -> new ActiveMQQueue("reach." + from + "." + to), patience);
  }

  static Reach ofTopics(RunningNetwork network) throws Exception {
    return ofTopics(network, PATIENCE_OF_TOPICS);
  }

  static Reach ofTopics(RunningNetwork network, Duration patience) throws Exception {
    return new Reach(network).tryAll((from, to) -> new ActiveMQTopic("reach." + from), patience);
  }

  private Reach tryAll(BiFunction<String, String, ActiveMQDestination> named, Duration patience) throws Exception {
    for (var from : network.ids()) {
      for (var to : network.ids()) {
        if (!from.equals(to)) {
          var ledger = new Ledger();
          var destination = named.apply(from, to);
          ways.add(new Way(from, to, destination, ledger, Consumer.start(network.clients(to), destination, ledger)));
        }
      }
    }
    // The demand of a consumer passes from member to member; a topic keeps nothing for one that is still on its way.
    Thread.sleep(QUIET.toMillis());
    for (var from : network.ids()) {
      send(from);
    }
    var deadline = Instant.now().plus(patience);
    for (var way : ways) {
      way.ledger().settle(Duration.between(Instant.now(), deadline));
    }
    Thread.sleep(QUIET.toMillis());
    for (var way : ways) {
      way.consumer().close();
    }
    return this;
  }

  private void send(String from) throws Exception {
    var ledgers = ways.stream()
        .filter(way -> way.from().equals(from))
        .collect(Collectors.groupingBy(Way::destination, Collectors.mapping(Way::ledger, Collectors.toList())));
    for (var entry : ledgers.entrySet()) {
      Traffic.send(network, from, entry.getKey(), MESSAGES, entry.getValue().toArray(Ledger[]::new));
    }
  }

  /** Members between which messages did not arrive exactly once. */
  List<String> faults() {
    return ways.stream().filter(Way::isFaulty).map(Way::toString).toList();
  }
}
