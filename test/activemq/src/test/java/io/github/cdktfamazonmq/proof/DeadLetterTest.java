package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.command.ActiveMQQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where messages go that nobody can process, or that nobody took in time. */
class DeadLetterTest {
  private static final ActiveMQQueue ONE_FOR_ALL = new ActiveMQQueue("ActiveMQ.DLQ");

  @TempDir
  Path directory;

  @Test
  void a_message_that_fails_goes_to_the_dead_letter_queue_of_its_own_queue() throws Exception {
    try (var broker = RunningBroker.start("dead-letter-queues", directory); var client = broker.client()) {
      for (var queue : List.of("orders", "payments")) {
        client.send(queue, "bad one of " + queue);
        client.giveUpOn(queue);
        assertEquals("bad one of " + queue, client.receive("DLQ." + queue));
      }
      assertFalse(broker.has(ONE_FOR_ALL));
    }
  }

  @Test
  void a_message_that_expires_goes_there_too() throws Exception {
    try (var broker = RunningBroker.start("dead-letter-queues", directory); var client = broker.client()) {
      client.sendFor(1, "orders", "late");
      Thread.sleep(50);
      client.send("orders", "in time");
      assertEquals("in time", client.receive("orders"));
      assertEquals("late", client.receive("DLQ.orders"));
    }
  }
}
