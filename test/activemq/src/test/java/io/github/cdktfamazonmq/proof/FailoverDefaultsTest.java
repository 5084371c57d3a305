package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.activemq.openwire.OpenWireFormatFactory;
import org.apache.activemq.transport.failover.FailoverTransport;
import org.apache.activemq.transport.tcp.SslTransport;
import org.apache.activemq.transport.tcp.TcpTransport;
import org.apache.activemq.wireformat.WireFormat;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.provider.ProviderFutureFactory;
import org.apache.qpid.jms.provider.amqp.AmqpProvider;
import org.apache.qpid.jms.provider.failover.FailoverProvider;
import org.apache.qpid.jms.transports.TransportOptions;
import org.apache.qpid.jms.transports.netty.NettyTcpTransport;
import org.junit.jupiter.api.Test;

/** The defaults in the docstrings of failover options are those of objects of the clients that nobody configured. */
class FailoverDefaultsTest {
  private static final URI ADDRESS = URI.create("tcp://127.0.0.1:1");

  @Test
  void of_the_activemq_client() throws Exception {
    var wireFormat = new OpenWireFormatFactory().createWireFormat();
    var preferred = property(wireFormat, "preferedWireFormatInfo");
    var tcp = new TcpTransport(wireFormat, new Socket());
    assertDocumented("openwire.", option -> switch (option) {
      case "nested.maxInactivityDuration" -> property(preferred, "maxInactivityDuration");
      case "nested.maxInactivityDurationInitialDelay" -> property(preferred, "maxInactivityDurationInitalDelay");
      case "nested.connectionTimeout", "nested.soTimeout" -> property(tcp, option.substring("nested.".length()));
      case "nested.keepAlive" -> socketOf(wireFormat).getKeepAlive();
      case "nested.verifyHostName" ->
          "HTTPS".equals(socketOf(wireFormat).getSSLParameters().getEndpointIdentificationAlgorithm());
      default -> property(new FailoverTransport(), option);
    });
  }

  @Test
  void of_qpid_jms() throws Exception {
    var futures = ProviderFutureFactory.create(new HashMap<>());
    var failover = new FailoverProvider(new ArrayList<>(List.of(ADDRESS)), new HashMap<>(), futures);
    var options = new TransportOptions();
    var connection = new AmqpProvider(ADDRESS, new NettyTcpTransport(ADDRESS, options, false), futures);
    var factory = new JmsConnectionFactory();
    assertDocumented("amqp.", option -> switch (option) {
      case "nested.idleTimeout" -> property(connection, "idleTimeout");
      case "nested.connectTimeout", "nested.verifyHost" -> property(options, option.substring("nested.".length()));
      case "jms.sendTimeout", "jms.requestTimeout" -> property(factory, option.substring("jms.".length()));
      default -> property(failover, option);
    });
  }

  private interface Reader {
    Object read(String option) throws Exception;
  }

  private static void assertDocumented(String client, Reader actual) throws Exception {
    var documented = new TreeMap<String, Object>();
    var read = new TreeMap<String, Object>();
    for (var name : Given.failoverDefaults().stringPropertyNames()) {
      if (!name.startsWith(client)) continue;
      var value = actual.read(name.substring(client.length()));
      documented.put(name, Given.failoverDefaults().getProperty(name));
      read.put(name, value instanceof Double number ? String.valueOf(number.longValue()) : String.valueOf(value));
    }
    assertFalse(documented.isEmpty());
    assertEquals(documented, read);
  }

  /** The value of a property of a bean, as the clients set it from the option of the same name. */
  private static Object property(Object bean, String name) throws Exception {
    var capitalized = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (var method : bean.getClass().getMethods()) {
      var isGetter = method.getName().equals("get" + capitalized) || method.getName().equals("is" + capitalized);
      if (isGetter && method.getParameterCount() == 0) return method.invoke(bean);
    }
    throw new NoSuchMethodException(bean.getClass() + " has no getter of " + name);
  }

  /** The socket of a client that sets nothing, as the client prepares it before it connects. */
  private static SSLSocket socketOf(WireFormat wireFormat) throws Exception {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var transport = new SslTransport(wireFormat, factory, URI.create("ssl://127.0.0.1:1"), null, false);
    var socket = transport.narrow(Socket.class);
    var prepare = TcpTransport.class.getDeclaredMethod("initialiseSocket", Socket.class);
    prepare.setAccessible(true);
    prepare.invoke(transport, socket);
    return (SSLSocket) socket;
  }
}
