import java.io.FileInputStream;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.SslContext;
import org.apache.activemq.security.AuthenticationUser;
import org.apache.activemq.security.SimpleAuthenticationPlugin;

/** Starts a broker with TLS and one user on free ports of the loopback interface, prints its URLs, and ends with its input. */
class StartBroker {
  private static final Map<String, String> TRANSPORTS =
      Map.of("openwire", "ssl", "stomp", "stomp+ssl", "amqp", "amqp+ssl");

  public static void main(String[] args) throws Exception {
    var broker = new BrokerService();
    broker.setUseJmx(false);
    broker.setPersistent(false);
    broker.setSslContext(sslContext(args[0], args[1].toCharArray()));
    var users = List.of(new AuthenticationUser(args[2], args[3], "clients"));
    broker.setPlugins(new BrokerPlugin[] {new SimpleAuthenticationPlugin(users)});
    for (var transport : TRANSPORTS.entrySet()) {
      broker.addConnector(transport.getValue() + "://127.0.0.1:0").setName(transport.getKey());
    }
    broker.start();
    for (var transport : TRANSPORTS.entrySet()) {
      var port = broker.getTransportConnectorByName(transport.getKey()).getConnectUri().getPort();
      System.out.println(transport.getKey() + " " + port);
    }
    System.out.println("started");
    System.in.read();
    broker.stop();
  }

  private static SslContext sslContext(String file, char[] password) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    try (var input = new FileInputStream(file)) {
      store.load(input, password);
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    return new SslContext(keys.getKeyManagers(), null, null);
  }
}
