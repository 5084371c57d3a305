package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.jms.Session;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.RedeliveryPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker gives a message that fails again, three times, and others meanwhile. */
class RedeliveryTest {
  private static final int REDELIVERIES = 3;

  @TempDir
  Path directory;

  @Test
  void a_message_that_fails_comes_again_as_often_as_declared_and_then_is_a_dead_letter() throws Exception {
    try (var broker = RunningBroker.start(RunnableDocument.read(Given.document("redelivery")), directory);
        var connection = withoutRedeliveriesOfItsOwn(broker)) {
      send(connection, "bad", "good");
      var session = connection.createSession(true, Session.SESSION_TRANSACTED);
      var consumer = session.createConsumer(session.createQueue("orders"));
      var seen = new ArrayList<String>();
      for (int delivery = 0; delivery < REDELIVERIES + 2; delivery++) {
        var message = consumer.receive(30_000);
        assertNotNull(message, "after " + seen);
        var text = message.getBody(String.class);
        seen.add(text);
        if (text.equals("good")) {
          session.commit();
        } else {
          session.rollback();
        }
      }
      assertEquals(List.of("bad", "good", "bad", "bad", "bad"), seen);
      var deadLetters = session.createConsumer(session.createQueue("DLQ.orders"));
      assertEquals("bad", deadLetters.receive(30_000).getBody(String.class));
    }
  }

  private static ActiveMQConnection withoutRedeliveriesOfItsOwn(RunningBroker broker) throws Exception {
    var clients = broker.clients();
    var none = new RedeliveryPolicy();
    none.setMaximumRedeliveries(0);
    clients.setRedeliveryPolicy(none);
    return RunningBroker.connected(clients, null);
  }

  private static void send(ActiveMQConnection connection, String... texts) throws Exception {
    var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    var producer = session.createProducer(session.createQueue("orders"));
    for (var text : texts) {
      producer.send(session.createTextMessage(text));
    }
  }
}
