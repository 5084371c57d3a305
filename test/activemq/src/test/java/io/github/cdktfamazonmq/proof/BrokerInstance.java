package io.github.cdktfamazonmq.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.broker.BrokerFactory;
import org.apache.activemq.broker.BrokerService;

/** One of the two machines behind a broker: an ActiveMQ in a JVM of its own, which can be killed. */
final class BrokerInstance implements AutoCloseable {
  /** What ActiveMQ logs when it finds the store locked by the other instance, and when it has become active. */
  private static final String STANDS_BY = "in slave mode waiting a lock";
  private static final String ACTIVE = "Apache ActiveMQ .* started";

  private static final long PATIENCE_S = 60;

  private final Process process;
  private final CompletableFuture<Void> standingBy = new CompletableFuture<>();
  private final CompletableFuture<Void> active = new CompletableFuture<>();

  private BrokerInstance(Process process) {
    this.process = process;
  }

  static BrokerInstance launch(Path document, Path log) throws IOException {
    return launch(document, log, System.getProperty("java.class.path"));
  }

  /** Launches the ActiveMQ of that class path, which may be another release than that of the tests. */
  static BrokerInstance launch(Path document, Path log, String classPath) throws IOException {
    var command = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-Dorg.slf4j.simpleLogger.logFile=System.out",
        "-cp", classPath,
        BrokerInstance.class.getName(), document.toUri().toString());
    var instance = new BrokerInstance(command.redirectErrorStream(true).start());
    new Thread(() -> instance.follow(log), log.getFileName().toString()).start();
    return instance;
  }

  /** The program of the instance. It ends with the tests, however these end. */
  public static void main(String[] arguments) throws Exception {
    BrokerFactory.setStartDefault(false);
    var broker = BrokerFactory.createBroker("xbean:" + arguments[0]);
    var parent = new Thread(() -> obeyInput(broker));
    parent.setDaemon(true);
    parent.start();
    broker.start();
    broker.waitUntilStopped();
  }

  /** Stops at a line of input, and at once when there is no parent any more. */
  private static void obeyInput(BrokerService broker) {
    try {
      if (System.in.read() != -1) {
        broker.stop();
        return;
      }
    } catch (Exception e) {
      e.printStackTrace();
    }
    Runtime.getRuntime().halt(1);
  }

  private void follow(Path log) {
    try (var lines = process.inputReader(); var out = Files.newBufferedWriter(log)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write(line + System.lineSeparator());
        if (line.contains(STANDS_BY)) {
          standingBy.complete(null);
        } else if (line.matches(".*" + ACTIVE + ".*")) {
          active.complete(null);
        }
      }
    } catch (IOException e) {
      standingBy.completeExceptionally(e);
      active.completeExceptionally(e);
    }
    var ended = new IllegalStateException("the instance ended, see " + log);
    standingBy.completeExceptionally(ended);
    active.completeExceptionally(ended);
  }

  void awaitActive() throws Exception {
    active.get(PATIENCE_S, TimeUnit.SECONDS);
  }

  void awaitStandingBy() throws Exception {
    standingBy.get(PATIENCE_S, TimeUnit.SECONDS);
  }

  /** SIGKILL: the instance has no time to write or to say anything. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it close its store and its connections first. */
  void stop() throws Exception {
    try (var input = process.outputWriter()) {
      input.write(System.lineSeparator());
    }
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the instance did not stop within " + PATIENCE_S + " s");
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
