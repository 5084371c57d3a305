package io.github.cdktfamazonmq.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import javax.jms.ConnectionFactory;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.Session;

/**
 * Receives and acknowledges numbered messages one by one, always some way behind the sender: so there are messages on
 * the broker whenever an instance is killed.
 */
final class NumberedReceiver implements Callable<List<NumberedReceiver.Received>> {
  static final String NUMBER = "number";

  private static final int DISTANCE = 500;
  private static final long LONGER_THAN_AN_OUTAGE_MS = 60_000;
  private static final long QUIET_MS = 2_000;

  private final ConnectionFactory clients;
  private final String queue;
  private final NumberedSender sender;
  private final int last;

  NumberedReceiver(ConnectionFactory clients, String queue, NumberedSender sender, int last) {
    this.clients = clients;
    this.queue = queue;
    this.sender = sender;
    this.last = last;
  }

  record Received(int number, String messageId) {}

  /** What an application sees that leaves out messages whose id it has seen before. */
  static List<Received> withoutRepeats(List<Received> messages) {
    var seen = new HashSet<String>();
    return messages.stream().filter(message -> seen.add(message.messageId())).toList();
  }

  /** All that came up to the last number, and what still came after it. */
  @Override
  public List<Received> call() throws Exception {
    var received = new ArrayList<Received>();
    try (var connection = clients.createConnection()) {
      connection.start();
      var session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
      var consumer = session.createConsumer(session.createQueue(queue));
      for (int number = 0; number < last; ) {
        sender.awaitSent(Math.min(number + 1 + DISTANCE, last));
        number = acknowledged(consumer, LONGER_THAN_AN_OUTAGE_MS, received);
      }
      while (acknowledged(consumer, QUIET_MS, received) < Integer.MAX_VALUE);
    }
    return received;
  }

  private static int acknowledged(MessageConsumer consumer, long timeoutMs, List<Received> received) throws Exception {
    Message message = consumer.receive(timeoutMs);
    if (message == null) {
      return Integer.MAX_VALUE;
    }
    var number = message.getIntProperty(NUMBER);
    received.add(new Received(number, message.getJMSMessageID()));
    message.acknowledge();
    return number;
  }
}
