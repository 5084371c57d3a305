package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Which messages brokers took from producers, and how often consumers got each of them, and its work counts. */
final class Ledger {
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> received = new ConcurrentHashMap<>();
  private final Set<String> doubted = ConcurrentHashMap.newKeySet();
  private final Map<String, Set<String>> ids = new ConcurrentHashMap<>();

  void send(String text) {
    sent.add(text);
  }

  void receive(String text, String messageId) {
    received.merge(text, 1, Integer::sum);
    ids.computeIfAbsent(text, any -> ConcurrentHashMap.newKeySet()).add(messageId);
  }

  /** A consumer that got it does not know whether its commit reached the broker before that was killed. */
  void doubt(String text) {
    doubted.add(text);
  }

  int sent() {
    return sent.size();
  }

  /** Messages whose commit was in doubt: some never came again, because it had been done. */
  Set<String> inDoubt() {
    return Set.copyOf(doubted);
  }

  /** How many of the messages that were sent came at least once. */
  int received() {
    return sent() - missing().size();
  }

  /** How many messages came that had come before. */
  int doubled() {
    return received.values().stream().mapToInt(times -> times - 1).sum();
  }

  /** An application that leaves out messages whose id it has seen does nothing twice. */
  void assertRepeatsKeepTheirId() {
    ids.forEach((text, its) -> assertEquals(1, its.size(), text + " came with the ids " + its));
  }

  Set<String> missing() {
    var missing = new TreeSet<>(sent);
    missing.removeAll(received.keySet());
    missing.removeAll(doubted);
    return missing;
  }

  /** Waits until everything came, or the time is over. */
  void settle(Duration patience) throws InterruptedException {
    var deadline = Instant.now().plus(patience);
    while (!missing().isEmpty() && Instant.now().isBefore(deadline)) {
      Thread.sleep(50);
    }
  }

  void assertNothingLost(Duration patience) throws InterruptedException {
    settle(patience);
    assertEquals(Set.of(), missing(), sent() + " were sent; these did not come");
  }

  @Override
  public String toString() {
    return "%d sent, %d received, %d twice".formatted(sent(), received(), doubled());
  }
}
