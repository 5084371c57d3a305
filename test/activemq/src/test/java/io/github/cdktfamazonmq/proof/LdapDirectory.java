package io.github.cdktfamazonmq.proof;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real directory server, OpenLDAP's slapd, on the loopback interface. It ends with the test. */
final class LdapDirectory implements AutoCloseable {
  private static final Path SLAPD = Path.of("/usr/sbin/slapd");
  private static final Path SCHEMAS = Path.of("/etc/ldap/schema");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final int port;

  private LdapDirectory(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static boolean isInstalled() {
    return Files.isExecutable(SLAPD);
  }

  /** Starts a server with the entries of a file. */
  static LdapDirectory start(Path entries, Path directory) throws Exception {
    var database = Files.createDirectories(directory.resolve("database"));
    var settings = Files.write(directory.resolve("slapd.conf"), List.of(
        "include " + SCHEMAS.resolve("core.schema"),
        "include " + SCHEMAS.resolve("cosine.schema"),
        "include " + SCHEMAS.resolve("inetorgperson.schema"),
        "modulepath /usr/lib/ldap",
        "moduleload back_mdb",
        "pidfile " + directory.resolve("slapd.pid"),
        "database mdb",
        "maxsize 16777216",
        "suffix dc=example,dc=com",
        "directory " + database));
    var log = directory.resolve("slapd.log").toFile();
    var load = new ProcessBuilder(SLAPD.toString(), "-Ta", "-f", settings.toString(), "-l", entries.toString());
    if (!load.redirectErrorStream(true).redirectOutput(log).start().waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("slapd does not read " + entries);
    }
    var port = freePort();
    var serve = new ProcessBuilder(
        SLAPD.toString(), "-f", settings.toString(), "-h", "ldap://127.0.0.1:" + port, "-d", "0");
    var started = new LdapDirectory(serve.redirectErrorStream(true).redirectOutput(log).start(), port);
    started.awaitAnswer();
    return started;
  }

  String url() {
    return "ldap://127.0.0.1:" + port;
  }

  private void awaitAnswer() throws Exception {
    var deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        if (!process.isAlive() || Instant.now().isAfter(deadline)) {
          close();
          throw new IllegalStateException("slapd does not answer on port " + port, e);
        }
        Thread.sleep(50);
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
