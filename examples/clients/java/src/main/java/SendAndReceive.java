// Sends a message over OpenWire and receives it. BROKER_URL is the failover URL for OpenWire, BROKER_SECRET the value of the
// user's secret: {"username": …, "password": …}.
import com.fasterxml.jackson.databind.ObjectMapper;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Queue;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.apache.activemq.ActiveMQConnectionFactory;

public class SendAndReceive {
    private static final long PATIENCE_IN_MILLISECONDS = 30_000;

    public static void main(String[] args) throws Exception {
        var secret = new ObjectMapper().readTree(System.getenv("BROKER_SECRET"));
        var factory = new ActiveMQConnectionFactory(
            secret.get("username").asText(), secret.get("password").asText(), System.getenv("BROKER_URL"));
        Connection connection = factory.createConnection();
        try {
            connection.start();
            sendAndReceive(connection.createSession(false, Session.AUTO_ACKNOWLEDGE));
        } finally {
            connection.close();
        }
    }

    private static void sendAndReceive(Session session) throws JMSException {
        Queue queue = session.createQueue("getting-started");
        session.createProducer(queue).send(session.createTextMessage("hello from Java"));
        System.out.println("sent: hello from Java");
        var message = (TextMessage) session.createConsumer(queue).receive(PATIENCE_IN_MILLISECONDS);
        if (message == null) throw new IllegalStateException("no message after 30 seconds");
        System.out.println("received: " + message.getText());
    }
}
