package io.github.cdktfamazonmq.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A configuration document with what Amazon MQ owns and puts around it: store, TLS, connectors and users. */
final class RunnableDocument {
  private static final String CORE = "http://activemq.apache.org/schema/core";
  private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  private final Document document;

  private RunnableDocument(Document document) {
    this.document = document;
  }

  static RunnableDocument read(Path file) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      var runnable = new RunnableDocument(factory.newDocumentBuilder().parse(file.toFile()));
      return runnable.checkedBySchema().withoutManagement();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  /** The address resolves to the schema inside activemq-spring: ActiveMQ refuses what it does not know. */
  private RunnableDocument checkedBySchema() {
    broker().setAttributeNS(SCHEMA_INSTANCE, "xsi:schemaLocation", CORE + " " + CORE + "/activemq-core.xsd");
    return this;
  }

  /** ActiveMQ's management connector listens on every address. */
  private RunnableDocument withoutManagement() {
    broker().setAttribute("useJmx", "false");
    return this;
  }

  /** With management beans, as Amazon MQ's web console needs them, but no port to reach them. */
  RunnableDocument managed() {
    broker().setAttribute("useJmx", "true");
    child(child(broker(), "managementContext"), "managementContext").setAttribute("createConnector", "false");
    return this;
  }

  RunnableDocument storedIn(Path directory) {
    broker().setAttribute("dataDirectory", directory.toString());
    var kahaDb = child(child(broker(), "persistenceAdapter"), "kahaDB");
    kahaDb.setAttribute("directory", directory.resolve("messages").toString());
    child(child(kahaDb, "locker"), "shared-file-locker").setAttribute("lockAcquireSleepInterval", "200");
    return this;
  }

  RunnableDocument withTls(Path keyStore, String password) {
    var context = child(child(broker(), "sslContext"), "sslContext");
    context.setAttribute("keyStore", keyStore.toUri().toString());
    context.setAttribute("keyStorePassword", password);
    context.setAttribute("trustStore", keyStore.toUri().toString());
    context.setAttribute("trustStorePassword", password);
    return this;
  }

  RunnableDocument listeningOn(String connector, String uri) {
    var connectors = child(broker(), "transportConnectors");
    var element = elements(connectors, "transportConnector")
        .filter(existing -> existing.getAttribute("name").equals(connector))
        .findFirst()
        .orElseGet(() -> append(connectors, "transportConnector"));
    element.setAttribute("name", connector);
    element.setAttribute("uri", uri);
    return this;
  }

  /** A user of an Amazon MQ broker. */
  record User(String name, String password, String groups) {}

  /** Groups by user; a user's password is its name. */
  RunnableDocument withUsers(Map<String, String> groupsByUser) {
    return withUsers(groupsByUser.entrySet().stream()
        .map(entry -> new User(entry.getKey(), entry.getKey(), entry.getValue()))
        .toList());
  }

  /** Stands for the users of an Amazon MQ broker. */
  RunnableDocument withUsers(List<User> users) {
    var authentication = firstPlugin("simpleAuthenticationPlugin");
    for (var user : users) {
      var element = append(child(authentication, "users"), "authenticationUser");
      element.setAttribute("username", user.name());
      element.setAttribute("password", user.password());
      element.setAttribute("groups", user.groups());
    }
    return this;
  }

  /** Gives connectors the password of their user, which is its name, as far as the broker has the user. */
  RunnableDocument withConnectorPasswords(Set<String> users) {
    all("networkConnector")
        .filter(connector -> users.contains(connector.getAttribute("userName")))
        .forEach(connector -> connector.setAttribute("password", connector.getAttribute("userName")));
    return this;
  }

  /** Stands for the LDAP server of an Amazon MQ broker, which Amazon MQ writes into the document as well. */
  RunnableDocument withLdap(String url, String user, String password) {
    firstPlugin("jaasAuthenticationPlugin").setAttribute("configuration", "ldap");
    return withEach("cachedLDAPAuthorizationMap", "connectionURL", url)
        .withEach("cachedLDAPAuthorizationMap", "connectionUsername", user)
        .withEach("cachedLDAPAuthorizationMap", "connectionPassword", password);
  }

  /** Amazon MQ authenticates before anything else. */
  private Element firstPlugin(String name) {
    var plugins = child(broker(), "plugins");
    var plugin = document.createElementNS(CORE, name);
    plugins.insertBefore(plugin, plugins.getFirstChild());
    return plugin;
  }

  /** Sets an attribute on the broker itself. */
  RunnableDocument with(String attribute, String value) {
    broker().setAttribute(attribute, value);
    return this;
  }

  /** Removes every element of that name. */
  RunnableDocument without(String element) {
    all(element).toList().forEach(found -> found.getParentNode().removeChild(found));
    return this;
  }

  /** Changes the URI of every network connector. */
  RunnableDocument withUris(UnaryOperator<String> change) {
    all("networkConnector")
        .forEach(connector -> connector.setAttribute("uri", change.apply(connector.getAttribute("uri"))));
    return this;
  }

  /** Takes a permission for all destinations of a kind from a group. */
  RunnableDocument withoutPermission(String group, String kind, String permission) {
    all("authorizationEntry")
        .filter(entry -> entry.getAttribute(kind).equals(">"))
        .forEach(entry -> entry.setAttribute(permission, without(group, entry.getAttribute(permission))));
    return this;
  }

  private static String without(String group, String groups) {
    return Stream.of(groups.split(",")).filter(name -> !name.equals(group)).collect(Collectors.joining(","));
  }

  /** Gives a user another password, and connectors that log in as it. */
  RunnableDocument withPassword(String user, String password) {
    all("authenticationUser")
        .filter(element -> element.getAttribute("username").equals(user))
        .forEach(element -> element.setAttribute("password", password));
    all("networkConnector")
        .filter(connector -> connector.getAttribute("userName").equals(user))
        .forEach(connector -> connector.setAttribute("password", password));
    return this;
  }

  /** Sets an attribute on every element of that name. */
  RunnableDocument withEach(String element, String attribute, String value) {
    all(element).forEach(found -> found.setAttribute(attribute, value));
    return this;
  }

  Path writeTo(Path file) {
    try (var out = Files.newOutputStream(file)) {
      TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
      return file;
    } catch (IOException | TransformerException e) {
      throw new IllegalStateException("cannot write " + file, e);
    }
  }

  private Stream<Element> all(String name) {
    var found = document.getElementsByTagNameNS(CORE, name);
    return IntStream.range(0, found.getLength()).mapToObj(index -> (Element) found.item(index));
  }

  private Element broker() {
    return document.getDocumentElement();
  }

  private Element child(Element parent, String name) {
    return elements(parent, name).findFirst().orElseGet(() -> append(parent, name));
  }

  private Element append(Element parent, String name) {
    return (Element) parent.appendChild(document.createElementNS(CORE, name));
  }

  private static Stream<Element> elements(Element parent, String name) {
    var children = parent.getChildNodes();
    return IntStream.range(0, children.getLength())
        .<Node>mapToObj(children::item)
        .filter(node -> name.equals(node.getLocalName()))
        .map(Element.class::cast);
  }
}
