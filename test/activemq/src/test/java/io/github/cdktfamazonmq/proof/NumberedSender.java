package io.github.cdktfamazonmq.proof;

import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.Session;

/** Sends the numbers from 1 on, one a message and one after the other, as far as it is let. */
final class NumberedSender implements Runnable {
  private final ConnectionFactory clients;
  private final String queue;
  private final int deliveryMode;
  private final int last;
  private final Progress allowed = new Progress();
  private final Progress sent = new Progress();

  NumberedSender(ConnectionFactory clients, String queue, int deliveryMode, int last) {
    this.clients = clients;
    this.queue = queue;
    this.deliveryMode = deliveryMode;
    this.last = last;
  }

  void allow(int number) {
    allowed.reach(number);
  }

  void awaitSent(int number) throws InterruptedException {
    sent.await(number);
  }

  @Override
  public void run() {
    try (var connection = clients.createConnection()) {
      var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      var producer = session.createProducer(session.createQueue(queue));
      producer.setDeliveryMode(deliveryMode);
      for (int number = 1; number <= last; number++) {
        allowed.await(number);
        var message = session.createTextMessage("message " + number);
        message.setIntProperty(NumberedReceiver.NUMBER, number);
        producer.send(message);
        sent.reach(number);
      }
    } catch (JMSException | InterruptedException | AssertionError e) {
      sent.fail(e);
    }
  }
}
