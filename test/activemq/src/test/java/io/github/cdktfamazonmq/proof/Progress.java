package io.github.cdktfamazonmq.proof;

import java.time.Duration;
import java.time.Instant;

/** A count that only grows, the threads that wait for it, and the failure that may end it. */
final class Progress {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private int count;
  private Throwable failure;

  synchronized void reach(int newCount) {
    count = newCount;
    notifyAll();
  }

  synchronized void fail(Throwable cause) {
    failure = cause;
    notifyAll();
  }

  synchronized void await(int wanted) throws InterruptedException {
    var deadline = Instant.now().plus(PATIENCE);
    while (count < wanted) {
      if (failure != null) {
        throw new AssertionError("failed at " + count + " of " + wanted, failure);
      }
      var left = Duration.between(Instant.now(), deadline).toMillis();
      if (left <= 0) {
        throw new AssertionError("still at " + count + " of " + wanted + " after " + PATIENCE);
      }
      wait(left);
    }
  }
}
