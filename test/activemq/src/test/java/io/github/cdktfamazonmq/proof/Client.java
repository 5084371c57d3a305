package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.Destination;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.Session;

/** An application that sends and receives text. */
final class Client implements AutoCloseable {
  private static final long PATIENCE_MS = 30_000;

  private final Connection connection;
  private final Session session;

  Client(ConnectionFactory clients, String user, String password) throws JMSException {
    connection = clients.createConnection(user, password);
    connection.start();
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
  }

  Client(ConnectionFactory clients) throws JMSException {
    this(clients, null, null);
  }

  void send(String queue, String text) throws JMSException {
    sendFor(Message.DEFAULT_TIME_TO_LIVE, queue, text);
  }

  void send(Destination destination, String text) throws JMSException {
    try (var producer = session.createProducer(destination)) {
      producer.send(session.createTextMessage(text));
    }
  }

  /** Sends many messages in one transaction. */
  void sendAll(Destination destination, List<String> texts) throws JMSException {
    var transacted = connection.createSession(true, Session.SESSION_TRANSACTED);
    try (var producer = transacted.createProducer(destination)) {
      for (var text : texts) {
        producer.send(transacted.createTextMessage(text));
      }
      transacted.commit();
    } finally {
      transacted.close();
    }
  }

  /** Sends a request and waits for the answer on a temporary queue. */
  String request(String queue, String text, long patienceMs) throws JMSException {
    var answers = session.createTemporaryQueue();
    try (var producer = session.createProducer(session.createQueue(queue));
        var consumer = session.createConsumer(answers)) {
      var request = session.createTextMessage(text);
      request.setJMSReplyTo(answers);
      producer.send(request);
      var answer = consumer.receive(patienceMs);
      return answer == null ? null : answer.getBody(String.class);
    }
  }

  /** Answers each request of a queue with its text, until it is closed. */
  void answer(String queue) throws JMSException {
    session.createConsumer(session.createQueue(queue)).setMessageListener(request -> {
      try {
        send(request.getJMSReplyTo(), request.getBody(String.class));
      } catch (JMSException e) {
        // The request waits for an answer in vain, which its test reports.
      }
    });
  }

  void sendFor(long timeToLiveMs, String queue, String text) throws JMSException {
    try (var producer = session.createProducer(session.createQueue(queue))) {
      producer.setTimeToLive(timeToLiveMs);
      producer.send(session.createTextMessage(text));
    }
  }

  void sendInGroup(String queue, String group, String text) throws JMSException {
    try (var producer = session.createProducer(session.createQueue(queue))) {
      var message = session.createTextMessage(text);
      message.setStringProperty("JMSXGroupID", group);
      producer.send(message);
    }
  }

  void publish(String topic, String text) throws JMSException {
    try (var producer = session.createProducer(session.createTopic(topic))) {
      producer.send(session.createTextMessage(text));
    }
  }

  String receive(String queue) throws JMSException {
    return receive(session, queue);
  }

  /** Takes a message if one comes in that time. */
  Message take(String queue, long milliseconds) throws JMSException {
    try (var consumer = session.createConsumer(session.createQueue(queue))) {
      return consumer.receive(milliseconds);
    }
  }

  /** Subscribes to a topic until it is closed. */
  MessageConsumer subscribe(String topic) throws JMSException {
    return session.createConsumer(session.createTopic(topic));
  }

  /** Subscribes to a topic until it is closed, and keeps the subscription after that. */
  MessageConsumer subscribeDurably(String topic) throws JMSException {
    return session.createDurableSubscriber(session.createTopic(topic), topic);
  }

  /** How many messages a browser sees. */
  int browse(String queue) throws JMSException {
    try (var browser = session.createBrowser(session.createQueue(queue))) {
      Enumeration<?> messages = browser.getEnumeration();
      return Collections.list(messages).size();
    }
  }

  /** Takes a message and fails to process it. */
  String giveUpOn(String queue) throws JMSException {
    try (var transaction = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      var text = receive(transaction, queue);
      transaction.rollback();
      return text;
    }
  }

  /** Makes the destination, if it is not there, and leaves it. */
  void touch(Destination destination) throws JMSException {
    session.createConsumer(destination).close();
  }

  void touch(String queue) throws JMSException {
    touch(session.createQueue(queue));
  }

  private static String receive(Session session, String queue) throws JMSException {
    try (var consumer = session.createConsumer(session.createQueue(queue))) {
      var message = consumer.receive(PATIENCE_MS);
      assertNotNull(message, "nothing came from " + queue);
      return message.getBody(String.class);
    }
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
