package io.github.cdktfamazonmq.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A member of a network of brokers with a JVM for each of its one or two instances, which can be killed. */
final class BrokerProcess implements AutoCloseable {
  private final Path directory;
  private final UnaryOperator<RunnableDocument> change;
  private final String classPath;
  private final BrokerInstance[] instances;
  private GivenNetwork.Member member;
  private int active;
  private int launches;

  private BrokerProcess(
      GivenNetwork.Member member, Path directory, UnaryOperator<RunnableDocument> change, String classPath) {
    this.member = member;
    this.directory = directory;
    this.change = change;
    this.classPath = classPath;
    instances = new BrokerInstance[member.urls().size()];
  }

  static BrokerProcess start(GivenNetwork.Member member, Path directory, UnaryOperator<RunnableDocument> change)
      throws Exception {
    return start(member, directory, change, System.getProperty("java.class.path"));
  }

  /** Starts the member on the ActiveMQ of that class path. */
  static BrokerProcess start(
      GivenNetwork.Member member, Path directory, UnaryOperator<RunnableDocument> change, String classPath)
      throws Exception {
    var process = new BrokerProcess(member, Files.createDirectories(directory), change, classPath);
    try {
      process.launch(0).awaitActive();
      process.startStandby();
      return process;
    } catch (Exception e) {
      process.close();
      throw e;
    }
  }

  /** SIGKILL to the instance that works. Its standby takes over, or it starts again itself. */
  void kill() throws Exception {
    instances[active].kill();
    recover();
  }

  /** Stops the instance that works as a reboot does: it closes its store first. */
  void stopCleanly() throws Exception {
    instances[active].stop();
    recover();
  }

  /** A reboot that brings another document: first of the standby, if there is one, which then takes over. */
  void rebootWith(GivenNetwork.Member changed) throws Exception {
    member = changed;
    if (instances.length == 2) {
      instances[1 - active].kill();
      startStandby();
    }
    stopCleanly();
  }

  private void recover() throws Exception {
    if (instances.length == 1) {
      launch(0).awaitActive();
      return;
    }
    active = 1 - active;
    instances[active].awaitActive();
    startStandby();
  }

  private void startStandby() throws Exception {
    if (instances.length == 2) {
      launch(1 - active).awaitStandingBy();
    }
  }

  private BrokerInstance launch(int index) throws Exception {
    var name = "%s-%d".formatted(member.id(), index + 1);
    var document = change.apply(member.runnable(index))
        .storedIn(directory.resolve(member.id()))
        .writeTo(directory.resolve(name + ".xml"));
    launches++;
    return instances[index] = BrokerInstance.launch(document, directory.resolve("%s-%d.log".formatted(name, launches)), classPath);
  }

  @Override
  public void close() throws InterruptedException {
    for (var instance : instances) {
      if (instance != null) {
        instance.close();
      }
    }
  }
}
