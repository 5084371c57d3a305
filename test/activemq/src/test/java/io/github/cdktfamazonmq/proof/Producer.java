package io.github.cdktfamazonmq.proof;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.Session;
import org.apache.activemq.command.ActiveMQDestination;

/** An application that sends persistent messages in a row, each with a text of its own, until it is stopped. */
final class Producer implements AutoCloseable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final ConnectionFactory clients;
  private final ActiveMQDestination destination;
  private final String name;
  private final long pauseMs;
  private final Ledger ledger;
  private final Future<Void> sending;
  private volatile boolean stopped;

  private Producer(
      ConnectionFactory clients, ActiveMQDestination destination, String name, long pauseMs, Ledger ledger) {
    this.clients = clients;
    this.destination = destination;
    this.name = name;
    this.pauseMs = pauseMs;
    this.ledger = ledger;
    sending = thread.submit(this::send);
  }

  /** Texts are the name and a number: `NAME#0`, `NAME#1` and so on. */
  static Producer start(
      ConnectionFactory clients, ActiveMQDestination destination, String name, long pauseMs, Ledger ledger) {
    return new Producer(clients, destination, name, pauseMs, ledger);
  }

  private Void send() throws JMSException, InterruptedException {
    try (var connection = clients.createConnection()) {
      var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      var producer = session.createProducer(destination);
      for (var number = 0; !stopped; number++) {
        var text = name + "#" + number;
        producer.send(session.createTextMessage(text));
        ledger.send(text);
        Thread.sleep(pauseMs);
      }
    }
    return null;
  }

  /** Ends it once its last message is on a broker, and fails if a send failed. */
  @Override
  public void close() throws InterruptedException, ExecutionException {
    stopped = true;
    thread.shutdown();
    sending.get();
  }
}
