package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.ActiveMQTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of queues and topics that nobody uses. */
class IdleDestinationsTest {
  private static final List<ActiveMQDestination> IDLE = List.of(new ActiveMQQueue("idle"), new ActiveMQTopic("idle"));
  private static final int REMOVALS = 3;

  @TempDir
  Path directory;

  @Test
  void the_durable_document_keeps_an_idle_queue_and_topic_while_the_default_of_amazon_mq_removes_them()
      throws Exception {
    try (var durable = RunningBroker.start(withShortTimes("durable"), directory.resolve("durable"));
        var amazonDefault = RunningBroker.start(withShortTimes("amazon-default"), directory.resolve("default"))) {
      use(durable);
      for (int removal = 0; removal < REMOVALS; removal++) {
        use(amazonDefault);
        for (var destination : IDLE) {
          amazonDefault.awaitGone(destination);
        }
      }
      for (var destination : IDLE) {
        assertTrue(durable.has(destination), destination + " was removed");
      }
    }
  }

  /** The same times for both, also where the document has none: what is left to differ is whether it collects. */
  private static RunnableDocument withShortTimes(String name) {
    return RunnableDocument.read(Given.document(name))
        .with("brokerName", name)
        .with("schedulePeriodForDestinationPurge", "200")
        .withEach("policyEntry", "inactiveTimoutBeforeGC", "200");
  }

  private static void use(RunningBroker broker) throws Exception {
    try (var client = broker.client()) {
      for (var destination : IDLE) {
        client.touch(destination);
        assertTrue(broker.has(destination), destination + " was not made");
      }
    }
  }
}
