package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.jms.JMSException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import org.apache.activemq.jaas.LDAPLoginModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users, groups and permissions of a real directory behind a real ActiveMQ. Amazon MQ connects by ldaps instead. */
class LdapTest {
  private static final String SERVICE = "cn=broker,dc=example,dc=com";
  private static final String SERVICE_PASSWORD = "password-of-the-service";

  @TempDir
  Path directory;

  private LdapDirectory ldap;
  private RunningBroker broker;

  @BeforeEach
  void start() throws Exception {
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(LdapDirectory.isInstalled(), "needs slapd: apt-get install slapd");
    }
    ldap = LdapDirectory.start(Path.of(LdapTest.class.getResource("/directory.ldif").toURI()), directory);
    startBroker(SERVICE_PASSWORD, Map.of("roleName", "cn"));
  }

  private void startBroker(String servicePassword, Map<String, String> more) throws Exception {
    Configuration.setConfiguration(new LdapServer(ldap.url(), servicePassword, more));
    var document = RunnableDocument.read(Given.document("ldap/directory"))
        .withLdap(ldap.url(), SERVICE, servicePassword);
    broker = RunningBroker.start(document, directory.resolve("broker"));
  }

  @AfterEach
  void stop() throws Exception {
    if (broker != null) {
      broker.close();
    }
    if (ldap != null) {
      ldap.close();
    }
  }

  @Test
  void a_user_of_the_group_sends_and_receives() throws Exception {
    try (var shop = client("shop")) {
      shop.send("orders.new", "hello");
      assertEquals("hello", shop.receive("orders.new"));
    }
  }

  @Test
  void a_user_of_another_group_logs_in_and_is_rejected_by_the_queue() throws Exception {
    try (var guest = client("guest")) {
      assertRejected(
          "User guest is not authorized to write to: queue://orders.new", () -> guest.send("orders.new", "no"));
      assertRejected("User guest is not authorized to read from: queue://orders.new", () -> guest.touch("orders.new"));
    }
  }

  @Test
  void a_queue_without_permissions_is_for_the_group_of_the_web_console_only() throws Exception {
    try (var shop = client("shop"); var operator = client("operator")) {
      assertRejected("User shop is not authorized to", () -> shop.send("payments", "no"));
      operator.send("payments", "hello");
      assertEquals("hello", operator.receive("payments"));
    }
  }

  @Test
  void without_roleName_a_user_logs_in_and_is_in_no_group() throws Exception {
    broker.close();
    broker = null;
    startBroker(SERVICE_PASSWORD, Map.of());
    for (var user : new String[] {"shop", "operator"}) {
      assertRejected(
          "User " + user + " is not authorized to create: topic://ActiveMQ.Advisory.Connection",
          () -> client(user).close());
    }
  }

  @Test
  void a_wrong_password_and_an_unknown_user_are_rejected() {
    assertRejected("User name [shop] or password is invalid", () -> broker.client("shop", "password-of-guest").close());
    assertRejected("User name [nobody] or password is invalid", () -> client("nobody").close());
  }

  @Test
  void the_broker_does_not_start_with_another_password_of_the_service_account() throws Exception {
    broker.close();
    broker = null;
    var failure = assertThrows(Exception.class, () -> startBroker("another-password", Map.of("roleName", "cn"))).getMessage();
    assertTrue(failure.contains("Invalid Credentials"), failure);
  }

  @Test
  void a_search_base_that_is_no_distinguished_name_keeps_the_broker_from_starting() {
    var document = RunnableDocument.read(Given.document("ldap/directory"))
        .withLdap(ldap.url(), SERVICE, SERVICE_PASSWORD)
        .withEach("cachedLDAPAuthorizationMap", "queueSearchBase", "queues");
    var failure = assertThrows(Exception.class, () -> RunningBroker.start(document, directory.resolve("other")));
    assertTrue(failure.getMessage().contains("Invalid base DN value queues"), failure.getMessage());
  }

  private Client client(String user) throws Exception {
    return broker.client(user, "password-of-" + user);
  }

  private interface Action {
    void run() throws Exception;
  }

  private static void assertRejected(String message, Action action) {
    var rejection = assertThrows(JMSException.class, action::run).getMessage();
    assertTrue(rejection.contains(message), rejection);
  }

  /** The fields of `ldap` of a broker, as Amazon MQ gives them to ActiveMQ's own login module. */
  private static final class LdapServer extends Configuration {
    private final Map<String, String> options;

    private LdapServer(String url, String servicePassword, Map<String, String> more) {
      this.options = new HashMap<>(more);
      options.putAll(Map.ofEntries(
          Map.entry("initialContextFactory", "com.sun.jndi.ldap.LdapCtxFactory"),
          Map.entry("connectionURL", url),
          Map.entry("connectionProtocol", ""),
          Map.entry("authentication", "simple"),
          Map.entry("connectionUsername", SERVICE),
          Map.entry("connectionPassword", servicePassword),
          Map.entry("userBase", "ou=users,dc=example,dc=com"),
          Map.entry("userSearchMatching", "(uid={0})"),
          Map.entry("userSearchSubtree", "false"),
          Map.entry("roleBase", "ou=groups,dc=example,dc=com"),
          Map.entry("roleSearchMatching", "(member={0})"),
          Map.entry("roleSearchSubtree", "false")));
    }

    @Override
    public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
      return new AppConfigurationEntry[] {
        new AppConfigurationEntry(LDAPLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options)
      };
    }
  }
}
