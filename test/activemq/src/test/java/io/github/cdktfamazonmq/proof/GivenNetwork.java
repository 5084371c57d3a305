package io.github.cdktfamazonmq.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Brokers that connect to each other, as the Node side wrote them: the document, URLs and users of each member. */
record GivenNetwork(String name, List<Member> members) {
  /** A broker of the network: its document, the URL of each of its instances, and its groups by user. */
  record Member(String id, Path document, List<String> urls, Map<String, String> groupsByUser) {
    boolean isPair() {
      return urls.size() == 2;
    }

    /** The document with what Amazon MQ adds for one of the instances. A user's password is its name. */
    RunnableDocument runnable(int instance) {
      return RunnableDocument.read(document)
          .with("brokerName", id)
          .withUsers(groupsByUser)
          .withConnectorPasswords(groupsByUser.keySet())
          .withTls(Given.keyStore(), Given.KEY_STORE_PASSWORD)
          .listeningOn("openwire", urls.get(instance));
    }

    String failoverUrl() {
      return "failover:(" + String.join(",", urls) + ")?randomize=false";
    }
  }

  static GivenNetwork read(Path directory) {
    try (var files = Files.list(directory)) {
      var members = files
          .map(Path::toString)
          .filter(file -> file.endsWith(".xml"))
          .sorted()
          .map(file -> member(Path.of(file)))
          .toList();
      return new GivenNetwork(directory.getFileName().toString(), members);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Member member(String id) {
    return members.stream().filter(member -> member.id().equals(id)).findFirst().orElseThrow();
  }

  /** The URL over all members, for clients that may use any of them. */
  String failoverUrl() {
    return members.stream()
        .flatMap(member -> member.urls().stream())
        .collect(Collectors.joining(",", "failover:(", ")?randomize=true"));
  }

  private static Member member(Path document) {
    var id = document.getFileName().toString().replaceFirst("\\.xml$", "");
    var given = new Properties();
    try (var in = Files.newInputStream(document.resolveSibling(id + ".properties"))) {
      given.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var urls = List.of(given.getProperty("urls").split(","));
    var users = new TreeMap<String, String>();
    given.stringPropertyNames().stream()
        .filter(name -> name.startsWith("user."))
        .forEach(name -> users.put(name.substring("user.".length()), given.getProperty(name)));
    return new Member(id, document, urls, users);
  }
}
