package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import javax.jms.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each subscriber of a virtual topic has a queue. */
class VirtualTopicTest {
  @TempDir
  Path directory;

  @Test
  void every_subscribers_queue_gets_each_message() throws Exception {
    try (var broker = RunningBroker.start(RunnableDocument.read(Given.document("virtual-topic")), directory);
        var connection = broker.connect()) {
      var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      var billing = session.createConsumer(session.createQueue("Consumer.billing.VirtualTopic.orders"));
      var shipping = session.createConsumer(session.createQueue("Consumer.shipping.VirtualTopic.orders"));
      session.createProducer(session.createTopic("VirtualTopic.orders")).send(session.createTextMessage("hello"));
      assertEquals("hello", billing.receive(30_000).getBody(String.class));
      assertEquals("hello", shipping.receive(30_000).getBody(String.class));
    }
  }
}
