package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients refuse a URL with an option they do not know: they know all that the library can write. */
class FailoverUrlTest {
  @TempDir
  Path directory;

  private RunningBroker secondInstance;

  @BeforeEach
  void start() throws Exception {
    var document = RunnableDocument.read(Given.document("durable"))
        .withTls(Given.keyStore(), Given.KEY_STORE_PASSWORD)
        .listeningOn("ssl", Given.url("2.ssl"))
        .listeningOn("amqp", Given.url("2.amqp+ssl"));
    secondInstance = RunningBroker.start(document, directory);
  }

  @AfterEach
  void stop() throws Exception {
    secondInstance.close();
  }

  @Test
  void the_activemq_client_takes_every_option_and_finds_the_instance_that_answers() throws Exception {
    assertTalks(new ActiveMQConnectionFactory(Given.url("openwire.every-option")));
  }

  @Test
  void qpid_jms_takes_every_option_and_finds_the_instance_that_answers() throws Exception {
    assertTalks(new JmsConnectionFactory(Given.url("amqp.every-option")));
  }

  private static void assertTalks(ConnectionFactory clients) throws JMSException {
    try (var client = new Client(clients)) {
      client.send("orders", "hello");
      assertEquals("hello", client.receive("orders"));
    }
  }
}
