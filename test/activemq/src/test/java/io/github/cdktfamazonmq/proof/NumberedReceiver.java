package io.github.cdktfamazonmq.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
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
      var next = Optional.of(0);
      while (next.isPresent() && next.get() < last) {
        sender.awaitSent(Math.min(next.get() + 1 + DISTANCE, last));
        next = acknowledged(consumer, LONGER_THAN_AN_OUTAGE_MS, received);
      }
      while (next.isPresent()) {
        next = acknowledged(consumer, QUIET_MS, received);
      }
    }
    return received;
  }

  /** The number of the next message; none where nothing comes. */
  private static Optional<Integer> acknowledged(MessageConsumer consumer, long timeoutMs, List<Received> received)
      throws JMSException {
    var message = consumer.receive(timeoutMs);
    if (message == null) {
      return Optional.empty();
    }
    var number = message.getIntProperty(NUMBER);
    received.add(new Received(number, message.getJMSMessageID()));
    message.acknowledge();
    return Optional.of(number);
  }
}
