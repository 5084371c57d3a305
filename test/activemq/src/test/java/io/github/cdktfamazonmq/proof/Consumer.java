package io.github.cdktfamazonmq.proof;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.Session;
import javax.jms.TextMessage;
import javax.jms.Topic;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.command.ActiveMQDestination;

/** An application that receives and acknowledges messages one by one until it is closed. */
final class Consumer implements AutoCloseable {
  private final Connection connection;
  private final Ledger ledger;
  private final long workMs;
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private boolean isClosed;

  private Consumer(Connection connection, Ledger ledger, long workMs) {
    this.connection = connection;
    this.ledger = ledger;
    this.workMs = workMs;
  }

  /** One that takes its time over each message; `prefetch` messages wait with it. */
  static Consumer start(
      ActiveMQConnectionFactory clients, ActiveMQDestination destination, int prefetch, long workMs, Ledger ledger)
      throws JMSException {
    clients.getPrefetchPolicy().setAll(prefetch);
    var consumer = new Consumer(clients.createConnection(), ledger, workMs);
    var session = consumer.connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
    return consumer.listenOn(session.createConsumer(destination));
  }

  static Consumer start(ActiveMQConnectionFactory clients, ActiveMQDestination destination, Ledger ledger)
      throws JMSException {
    return start(clients, destination, 100, 0, ledger);
  }

  static Consumer subscribe(ActiveMQConnectionFactory clients, Topic topic, String clientId, Ledger ledger)
      throws JMSException {
    var consumer = new Consumer(clients.createConnection(), ledger, 0);
    consumer.connection.setClientID(clientId);
    var session = consumer.connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
    return consumer.listenOn(session.createDurableSubscriber(topic, "subscription"));
  }

  private Consumer listenOn(MessageConsumer consumer) throws JMSException {
    consumer.setMessageListener(this::take);
    connection.start();
    return this;
  }

  private synchronized void take(Message message) {
    if (isClosed) {
      return;
    }
    try {
      var text = ((TextMessage) message).getText();
      texts.add(text);
      ledger.receive(text);
      Thread.sleep(workMs);
      message.acknowledge();
    } catch (JMSException e) {
      // A message that cannot be acknowledged comes again, here or to another consumer.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What it got, in this order. */
  List<String> texts() {
    return List.copyOf(texts);
  }

  /** Ends it between two messages: what it got, it has acknowledged. */
  @Override
  public void close() throws JMSException {
    synchronized (this) {
      isClosed = true;
    }
    connection.close();
  }
}
