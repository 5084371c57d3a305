package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each group of consumers of a virtual topic has a queue. */
class VirtualTopicTest {
  @TempDir
  Path directory;

  @Test
  void the_queue_of_each_group_keeps_every_message() throws Exception {
    try (var broker = RunningBroker.start("virtual-topics", directory); var client = broker.client()) {
      client.touch("Consumer.billing.events.orders");
      client.touch("Consumer.shipping.events.orders");
      client.publish("events.orders", "hello");
      assertEquals("hello", client.receive("Consumer.billing.events.orders"));
      assertEquals("hello", client.receive("Consumer.shipping.events.orders"));
    }
  }
}
