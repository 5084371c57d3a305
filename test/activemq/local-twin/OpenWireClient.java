import java.io.BufferedReader;
import java.io.InputStreamReader;
import javax.jms.JMSException;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.apache.activemq.ActiveMQConnectionFactory;

/**
 * Does what each line of its input says: `NUMBER send USER PASSWORD QUEUE TEXT` or `NUMBER receive USER PASSWORD QUEUE`.
 * Answers with lines `NUMBER sent`, `NUMBER subscribed`, `NUMBER received TEXT` and `NUMBER rejected REASON`.
 */
class OpenWireClient {
  private static final long PATIENCE_MS = 45_000;

  public static void main(String[] arguments) throws Exception {
    var clients = new ActiveMQConnectionFactory(arguments[0]);
    var lines = new BufferedReader(new InputStreamReader(System.in));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      var words = line.split(" ", 6);
      new Thread(() -> perform(clients, words)).start();
    }
    System.exit(0);
  }

  private static void perform(ActiveMQConnectionFactory clients, String[] words) {
    try (var connection = clients.createConnection(words[2], words[3])) {
      connection.start();
      var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      var queue = session.createQueue(words[4]);
      if (words[1].equals("send")) {
        session.createProducer(queue).send(session.createTextMessage(words[5]));
        System.out.println(words[0] + " sent");
        return;
      }
      var consumer = session.createConsumer(queue);
      System.out.println(words[0] + " subscribed");
      System.out.println(words[0] + " received " + ((TextMessage) consumer.receive(PATIENCE_MS)).getText());
    } catch (JMSException e) {
      System.out.println(words[0] + " rejected " + e.getMessage());
    }
  }
}
