package io.github.cdktfamazonmq.proof;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.jms.Session;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.command.ActiveMQQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A move from an old broker to a new one, with the documents and users that BrokerMove synthesizes for its phases. */
class MoveTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path DIRECTORY = Path.of(System.getProperty("pairs")).resolve("move");
  private static final long SOME_TRAFFIC_MS = 1_000;
  private static final GivenNetwork CREATED = Given.network("move-create");
  private static final GivenNetwork.Member OLD = CREATED.member("old");
  private static final List<ActiveMQQueue> LIVE = queues("live", 4);
  private static final List<ActiveMQQueue> IDLE = queues("idle", 6);
  private static final int IDLE_MESSAGES = 100;
  private static final String HELD = "held";

  @TempDir
  Path directory;

  /**
   * Half of the queues have consumers. The old broker runs on the release before, where there is one. A message whose
   * commit was in doubt is left out of the order: if the new broker was killed before the old one knew that it had the
   * message, the connector passes it on again, and it comes after later ones.
   */
  @Test
  void five_thousand_messages_of_twenty_queues_move_once_and_in_order_while_each_broker_is_killed() throws Exception {
    var created = Given.network("move-to-a-pair-create");
    var drained = Given.network("move-to-a-pair-drain");
    var queues = queues("queue", 20);
    var consumed = queues.subList(0, 10);
    var pair = Applications.clients(created.member("new").failoverUrl());
    var ledger = new Ledger();
    var consumers = new LinkedHashMap<ActiveMQQueue, Consumer>();
    var older = Given.olderClassPath();
    Note.take("from " + activeMqOf(older) + " to " + activeMqOf(System.getProperty("java.class.path")));
    try (var old = start(created, "old", older); var next = start(created, "new")) {
      fill(created.member("old"), queues, 250, ledger);
      for (var queue : consumed) {
        consumers.put(queue, Consumer.inTransactions(pair, queue, ledger));
      }
      old.rebootWith(drained.member("old"));
      awaitReceived(500, ledger);
      next.kill();
      var atFirstKill = ledger.received();
      awaitReceived(1_000, ledger);
      old.kill();
      Note.take("%d and %d of 2500 had arrived when the brokers were killed".formatted(atFirstKill, ledger.received()));
      awaitEmpty(drained.member("old"), queues);
      old.close();
      for (var queue : queues.subList(10, 20)) {
        consumers.put(queue, Consumer.inTransactions(pair, queue, ledger));
      }
      ledger.assertNothingLost(PATIENCE);
      for (var consumer : consumers.values()) {
        consumer.close();
      }
    }
    Note.take("%s, %d in doubt".formatted(ledger, ledger.inDoubt().size()));
    assertEquals(5_000, ledger.sent());
    assertEquals(0, ledger.doubled());
    var inDoubt = ledger.inDoubt();
    consumers.forEach((queue, consumer) ->
        assertEquals(without(inDoubt, textsOf(queue, 250)), without(inDoubt, consumer.texts())));
  }

  private enum First { CONSUMERS, PRODUCERS }

  private interface Step {
    void take() throws Exception;
  }

  /** Nothing is said of the order: see the control. */
  @ParameterizedTest(name = "clients that switch with their {0} first get everything once")
  @EnumSource
  void clients_that_switch(First first) throws Exception {
    var ledger = new Ledger();
    try (var move = RunningNetwork.start("move-create", directory)) {
      fill(OLD, IDLE, IDLE_MESSAGES, ledger);
      drain(move, document -> document);
      try (var clients = new LiveClients(CREATED, ledger)) {
        clients.switchTo("new", first);
        Thread.sleep(SOME_TRAFFIC_MS);
        remove(OLD, () -> move.stop("old"), clients);
        ledger.assertNothingLost(PATIENCE);
      }
    }
    Note.take(ledger.toString());
    assertEquals(0, ledger.doubled());
  }

  /**
   * Consumers end before the old broker reboots, and begin again at the new one. Producers stay meanwhile. Kills come
   * after the order was looked at: messages that a killed broker had passed on without an answer can be overtaken.
   */
  @Test
  void consumers_that_are_away_while_a_pair_reboots_get_everything_once_and_in_order_also_if_brokers_are_killed_later()
      throws Exception {
    var created = Given.network("move-from-a-pair-create");
    var ledger = new Ledger();
    try (var old = start(created, "old"); var next = start(created, "new")) {
      fill(created.member("old"), IDLE, IDLE_MESSAGES, ledger);
      try (var clients = new LiveClients(created, ledger)) {
        clients.closeConsumers();
        old.rebootWith(Given.network("move-from-a-pair-drain").member("old"));
        clients.startConsumers("new");
        awaitReceived(ledger.sent() - IDLE.size() * IDLE_MESSAGES, ledger);
        clients.assertInOrder();
        old.kill();
        Thread.sleep(SOME_TRAFFIC_MS);
        next.kill();
        clients.switchProducers("new");
        Thread.sleep(SOME_TRAFFIC_MS);
        remove(created.member("old"), old::close, clients);
        ledger.assertNothingLost(PATIENCE);
      }
    }
    Note.take(ledger.toString());
    assertEquals(0, ledger.doubled());
  }

  /** A broker that is killed after it passed a message on, and before it removed it, has it again: then it comes from both. */
  @ParameterizedTest(name = "clients that stay while each broker is killed, and switch with their {0} first, can tell what comes again")
  @EnumSource
  void clients_that_stay(First first) throws Exception {
    var ledger = new Ledger();
    try (var old = start(CREATED, "old"); var next = start(CREATED, "new")) {
      fill(OLD, IDLE, IDLE_MESSAGES, ledger);
      try (var clients = new LiveClients(CREATED, ledger)) {
        old.rebootWith(Given.network("move-drain").member("old"));
        Thread.sleep(SOME_TRAFFIC_MS);
        old.kill();
        next.kill();
        clients.switchTo("new", first);
        next.kill();
        Thread.sleep(SOME_TRAFFIC_MS);
        remove(OLD, old::close, clients);
        ledger.assertNothingLost(PATIENCE);
      }
    }
    Note.take(ledger.toString());
    ledger.assertRepeatsKeepTheirId();
  }

  /** It is so on any broker when one of two consumers of a queue leaves: in a move the other one is the connector. */
  @Test
  void control_messages_that_a_consumer_leaves_behind_come_after_later_ones_without_a_move() throws Exception {
    var queue = LIVE.get(0);
    var half = 50;
    var texts = textsOf(queue, 2 * half);
    var received = new ArrayList<String>();
    try (var move = RunningNetwork.start("move-create", directory); var client = move.client("old")) {
      var leaving = move.clientsWithoutFailover("old").createConnection();
      leaving.start();
      var session = leaving.createSession(false, Session.CLIENT_ACKNOWLEDGE);
      session.createConsumer(session.createQueue(queue.getPhysicalName() + "?consumer.prefetchSize=" + half));
      client.sendAll(queue, texts);
      for (var number = 0; number < half; number++) {
        received.add(client.receive(queue.getPhysicalName()));
      }
      leaving.close();
      for (var number = 0; number < half; number++) {
        received.add(client.receive(queue.getPhysicalName()));
      }
    }
    assertEquals(texts.subList(half, 2 * half), received.subList(0, half));
    assertEquals(texts.subList(0, half), received.subList(half, 2 * half));
  }

  @Test
  void control_a_message_without_an_acknowledgement_comes_again_after_a_reboot_with_and_without_a_move()
      throws Exception {
    try (var move = RunningNetwork.start("move-create", directory)) {
      holdWhile(move, () -> move.restart("old", document -> document));
      assertComesAgain(move, "old");
      holdWhile(move, () -> drain(move, document -> document));
      assertComesAgain(move, "new");
    }
  }

  /** A consumer gets a message and does not acknowledge it before the old broker is rebooted. */
  private static void holdWhile(RunningNetwork move, Step reboot) throws Exception {
    try (var client = move.client("old")) {
      client.send(HELD, HELD);
    }
    var connection = move.clientsWithoutFailover("old").createConnection();
    connection.start();
    var session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
    var message = session.createConsumer(session.createQueue(HELD)).receive(PATIENCE.toMillis());
    assertEquals(HELD, message.getBody(String.class));
    reboot.take();
  }

  /** Nothing in the message says that it came before. */
  private static void assertComesAgain(RunningNetwork move, String member) throws Exception {
    try (var client = move.client(member)) {
      var message = client.take(HELD, PATIENCE.toMillis());
      assertEquals(HELD, message.getBody(String.class));
      assertFalse(message.getJMSRedelivered());
    }
  }

  @Test
  void control_a_duplex_connector_takes_messages_of_the_new_broker_back_to_the_old_one() throws Exception {
    var ledger = new Ledger();
    var queue = new ActiveMQQueue("fresh");
    try (var move = RunningNetwork.start("move-create", directory)) {
      drain(move, document -> document.withEach("networkConnector", "duplex", "true"));
      Traffic.send(move, "new", queue, 50, ledger);
      move.awaitWaiting("old", queue, 50);
      move.awaitNoneWaiting("new", queue);
      move.stop("old");
      try (var consumer = Consumer.start(move.clients("new"), queue, ledger)) {
        ledger.settle(Duration.ofSeconds(2));
      }
    }
    assertEquals(50, ledger.missing().size());
  }

  /** The reboot that brings the document with the connector. */
  private static void drain(RunningNetwork move, UnaryOperator<RunnableDocument> change) throws Exception {
    var drained = Given.network("move-drain").member("old");
    move.restart("old", created -> change.apply(drained.runnable(0)));
    move.awaitBridges();
  }

  private static BrokerProcess start(GivenNetwork network, String id) throws Exception {
    return start(network, id, System.getProperty("java.class.path"));
  }

  private static BrokerProcess start(GivenNetwork network, String id, String classPath) throws Exception {
    return BrokerProcess.start(network.member(id), DIRECTORY.resolve(network.name()), document -> document, classPath);
  }

  private static String activeMqOf(String classPath) {
    return classPath.replaceFirst("(?s).*/activemq-broker-([\\d.]+)\\.jar.*", "$1");
  }

  private static void fill(GivenNetwork.Member member, List<ActiveMQQueue> queues, int messages, Ledger ledger)
      throws Exception {
    try (var client = client(member)) {
      for (var queue : queues) {
        var texts = textsOf(queue, messages);
        client.sendAll(queue, texts);
        texts.forEach(ledger::send);
      }
    }
  }

  private static List<ActiveMQQueue> queues(String name, int count) {
    return IntStream.range(0, count).mapToObj(number -> new ActiveMQQueue(name + "-" + number)).toList();
  }

  private static List<String> textsOf(ActiveMQQueue queue, int messages) {
    return IntStream.range(0, messages).mapToObj(number -> queue.getPhysicalName() + "#" + number).toList();
  }

  private static List<String> without(Set<String> leftOut, List<String> texts) {
    return texts.stream().filter(text -> !leftOut.contains(text)).toList();
  }

  private static Client client(GivenNetwork.Member member) throws Exception {
    return new Client(Applications.clients(member.failoverUrl()), RunningNetwork.USER, RunningNetwork.USER);
  }

  private static void awaitReceived(int count, Ledger ledger) throws Exception {
    var deadline = Instant.now().plus(PATIENCE);
    while (ledger.received() < count) {
      assertTrue(Instant.now().isBefore(deadline), ledger.received() + " received after " + PATIENCE);
      Thread.sleep(10);
    }
  }

  private static void awaitEmpty(GivenNetwork.Member member, List<ActiveMQQueue> queues) throws Exception {
    var deadline = Instant.now().plus(PATIENCE);
    try (var client = client(member)) {
      for (var queue : queues) {
        while (client.browse(queue.getPhysicalName()) > 0) {
          assertTrue(Instant.now().isBefore(deadline), queue + " is not empty after " + PATIENCE);
          Thread.sleep(50);
        }
      }
    }
  }

  /** Removes the old broker once it is empty. Then clients come for the queues that nobody consumed. */
  private static void remove(GivenNetwork.Member old, Step stop, LiveClients clients) throws Exception {
    clients.stopProducers();
    awaitEmpty(old, IDLE);
    awaitEmpty(old, LIVE);
    stop.take();
    for (var queue : IDLE) {
      clients.consume("new", queue);
    }
  }

  /** A producer and a consumer of each live queue, which begin at the old broker. */
  private static final class LiveClients implements AutoCloseable {
    private final GivenNetwork move;
    private final Ledger ledger;
    private final List<Producer> producers = new ArrayList<>();
    private final List<Consumer> consumers = new ArrayList<>();

    LiveClients(GivenNetwork move, Ledger ledger) throws Exception {
      this.move = move;
      this.ledger = ledger;
      startConsumers("old");
      startProducers("old");
      Thread.sleep(SOME_TRAFFIC_MS);
    }

    void switchTo(String member, First first) throws Exception {
      if (first == First.CONSUMERS) {
        switchConsumers(member);
        Thread.sleep(SOME_TRAFFIC_MS);
        switchProducers(member);
      } else {
        switchProducers(member);
        Thread.sleep(SOME_TRAFFIC_MS);
        switchConsumers(member);
      }
    }

    void switchProducers(String member) throws Exception {
      stopProducers();
      startProducers(member);
    }

    private void switchConsumers(String member) throws Exception {
      closeConsumers();
      startConsumers(member);
    }

    private void startProducers(String member) {
      for (var queue : LIVE) {
        var name = queue.getPhysicalName() + " at " + member;
        producers.add(Producer.start(clients(member), queue, name, 5, ledger));
      }
    }

    void startConsumers(String member) throws Exception {
      for (var queue : LIVE) {
        consume(member, queue);
      }
    }

    void consume(String member, ActiveMQQueue queue) throws Exception {
      consumers.add(Consumer.inTransactions(clients(member), queue, ledger));
    }

    private ActiveMQConnectionFactory clients(String member) {
      return Applications.clients(move.member(member).failoverUrl());
    }

    void stopProducers() throws Exception {
      for (var producer : producers) {
        producer.close();
      }
      producers.clear();
    }

    /** What each producer sent to a queue came in that order, first at the old broker and then at the new one. */
    void assertInOrder() {
      var texts = consumers.stream().flatMap(consumer -> consumer.texts().stream());
      var numbersBySender = texts.map(text -> text.split("#"))
          .collect(groupingBy(parts -> parts[0], mapping(parts -> Integer.valueOf(parts[1]), toList())));
      numbersBySender.forEach((sender, numbers) -> assertEquals(numbers.stream().sorted().toList(), numbers, sender));
    }

    void closeConsumers() throws Exception {
      for (var consumer : consumers) {
        consumer.close();
      }
    }

    @Override
    public void close() throws Exception {
      stopProducers();
      closeConsumers();
    }
  }
}
