package io.github.cdktfamazonmq.proof;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The network of NetworkFailureTest for longer: `npm run soak`. Its name keeps it out of the other tests. */
class Soak {
  private static final int MESSAGES = Integer.getInteger("soak.messages", 100_000);
  private static final int KILLS = Integer.getInteger("soak.kills", 20);

  @Test
  @Timeout(7_200)
  void nothing_is_lost_through_many_kills() throws Exception {
    var ledger = new Ledger();
    var given = Given.network("with-a-pair");
    try (var network = NetworkOfProcesses.start(given, Path.of(System.getProperty("pairs")).resolve("soak"));
        var applications = Applications.start(given, 1, ledger)) {
      for (int kill = 1; kill <= KILLS; kill++) {
        awaitSent(ledger, MESSAGES / (KILLS + 1) * kill);
        network.all().get(kill % network.all().size()).kill();
      }
      awaitSent(ledger, MESSAGES);
      applications.stopProducers();
      ledger.assertNothingLost(Duration.ofMinutes(5));
    }
    Note.take("%s; %d kills".formatted(ledger, KILLS));
  }

  private static void awaitSent(Ledger ledger, int count) throws InterruptedException {
    while (ledger.sent() < count) {
      Thread.sleep(50);
    }
  }
}
