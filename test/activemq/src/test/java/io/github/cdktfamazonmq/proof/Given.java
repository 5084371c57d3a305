package io.github.cdktfamazonmq.proof;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** What the Node side made with the library before the tests: documents, endpoints, failover URLs and the key store. */
final class Given {
  static final String KEY_STORE_PASSWORD = "changeit";

  private static final Path DIRECTORY = Path.of(System.getProperty("given"));

  private Given() {}

  static Path document(String name) {
    return DIRECTORY.resolve(name + ".xml");
  }

  static List<Path> documentsIn(String folder) {
    try (var files = Files.list(DIRECTORY.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GivenNetwork network(String name) {
    return GivenNetwork.read(DIRECTORY.resolve("networks").resolve(name));
  }

  /** The class path of the release before the one of the tests, or of the same one where there is none before. */
  static String olderClassPath() throws IOException {
    var target = System.getProperty("older.target");
    if (target == null) {
      return System.getProperty("java.class.path");
    }
    var jars = Files.readString(Path.of(target, "classpath"));
    return Path.of(target, "test-classes") + File.pathSeparator + jars;
  }

  static Path keyStore() {
    return DIRECTORY.resolve("instance.p12");
  }

  /** Endpoints as Amazon MQ lists them (`1.ssl`, `1.amqp+ssl`, `2.ssl`, …) and failover URLs by protocol. */
  static String url(String name) {
    return properties("urls").getProperty(name);
  }

  /** Defaults of failover options as the library documents them: `openwire.nested.keepAlive`, `amqp.randomize`, … */
  static Properties failoverDefaults() {
    return properties("failover-defaults");
  }

  private static Properties properties(String name) {
    var properties = new Properties();
    try (var in = Files.newInputStream(DIRECTORY.resolve(name + ".properties"))) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
