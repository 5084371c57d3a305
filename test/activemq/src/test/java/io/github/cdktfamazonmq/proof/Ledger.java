package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Which messages brokers took from producers, and how often consumers got each of them. */
final class Ledger {
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> received = new ConcurrentHashMap<>();

  void send(String text) {
    sent.add(text);
  }

  void receive(String text) {
    received.merge(text, 1, Integer::sum);
  }

  int sent() {
    return sent.size();
  }

  /** How many of the messages that were sent came at least once. */
  int received() {
    return sent() - missing().size();
  }

  /** How many messages came that had come before. */
  int doubled() {
    return received.values().stream().mapToInt(times -> times - 1).sum();
  }

  Set<String> missing() {
    var missing = new TreeSet<>(sent);
    missing.removeAll(received.keySet());
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
