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
import javax.jms.TransactionRolledBackException;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.command.ActiveMQDestination;

/**
 * An application that receives messages until it is closed, and acknowledges each, or works on each in a transaction.
 * Only a transaction says for certain what became of a message: either its work counts, or the message comes again.
 */
final class Consumer implements AutoCloseable {
  private final Connection connection;
  private final Session session;
  private final Ledger ledger;
  private final long workMs;
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private boolean isClosed;

  private Consumer(Connection connection, int acknowledgement, Ledger ledger, long workMs) throws JMSException {
    this.connection = connection;
    session = connection.createSession(acknowledgement == Session.SESSION_TRANSACTED, acknowledgement);
    this.ledger = ledger;
    this.workMs = workMs;
  }

  /** One that takes its time over each message; `prefetch` messages wait with it. */
  static Consumer start(
      ActiveMQConnectionFactory clients, ActiveMQDestination destination, int prefetch, long workMs, Ledger ledger)
      throws JMSException {
    clients.getPrefetchPolicy().setAll(prefetch);
    var consumer = new Consumer(clients.createConnection(), Session.CLIENT_ACKNOWLEDGE, ledger, workMs);
    return consumer.listenOn(consumer.session.createConsumer(destination));
  }

  static Consumer start(ActiveMQConnectionFactory clients, ActiveMQDestination destination, Ledger ledger)
      throws JMSException {
    return start(clients, destination, 100, 0, ledger);
  }

  static Consumer inTransactions(ActiveMQConnectionFactory clients, ActiveMQDestination destination, Ledger ledger)
      throws JMSException {
    var consumer = new Consumer(clients.createConnection(), Session.SESSION_TRANSACTED, ledger, 0);
    return consumer.listenOn(consumer.session.createConsumer(destination));
  }

  static Consumer subscribe(ActiveMQConnectionFactory clients, Topic topic, String clientId, Ledger ledger)
      throws JMSException {
    var connection = clients.createConnection();
    connection.setClientID(clientId);
    var consumer = new Consumer(connection, Session.CLIENT_ACKNOWLEDGE, ledger, 0);
    return consumer.listenOn(consumer.session.createDurableSubscriber(topic, "subscription"));
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
      if (session.getTransacted()) {
        commit((TextMessage) message);
      } else {
        count((TextMessage) message);
        Thread.sleep(workMs);
        message.acknowledge();
      }
    } catch (JMSException e) {
      // A message that cannot be acknowledged comes again, here or to another consumer.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where it fails for certain, the message comes again. */
  private void commit(TextMessage message) throws JMSException {
    try {
      session.commit();
      count(message);
    } catch (TransactionRolledBackException e) {
      if (e.getMessage().contains("in doubt")) {
        ledger.doubt(message.getText());
      }
    }
  }

  private void count(TextMessage message) throws JMSException {
    texts.add(message.getText());
    ledger.receive(message.getText(), message.getJMSMessageID());
  }

  /** What it got, in this order. */
  List<String> texts() {
    return List.copyOf(texts);
  }

  /** Ends it between two messages: what it got, it has acknowledged or committed. */
  @Override
  public void close() throws JMSException {
    synchronized (this) {
      isClosed = true;
    }
    connection.close();
  }
}
