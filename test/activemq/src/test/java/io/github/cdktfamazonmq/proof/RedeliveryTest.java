package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker delivers a message that fails again, three times and after a delay. */
class RedeliveryTest {
  private static final int REDELIVERIES = 3;

  @TempDir
  Path directory;

  @Test
  void a_message_that_fails_comes_again_as_often_as_declared_and_holds_up_no_other() throws Exception {
    try (var broker = RunningBroker.start("redelivery", directory); var client = broker.client()) {
      client.send("orders", "bad");
      client.send("orders", "good");
      assertEquals("bad", client.giveUpOn("orders"));
      assertEquals("good", client.receive("orders"));
      for (int redelivery = 0; redelivery < REDELIVERIES; redelivery++) {
        assertEquals("bad", client.giveUpOn("orders"));
      }
      assertEquals("bad", client.receive("DLQ.orders"));
    }
  }
}
