package io.github.cdktfamazonmq.proof;

import io.github.cdktfamazonmq.proof.RunnableDocument.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Two instances of one broker as Amazon MQ runs them in two zones: both on one store, of which one is active. */
final class ActiveStandbyPair implements AutoCloseable {
  private enum Stores { SHARED, SEPARATE }

  private final Path directory;
  private final Stores stores;
  private final String document;
  private final Path[] documents = new Path[2];
  private final BrokerInstance[] instances = new BrokerInstance[2];
  private int active;
  private int launches;

  private ActiveStandbyPair(Path directory, Stores stores, String document) {
    this.directory = directory;
    this.stores = stores;
    this.document = document;
  }

  static ActiveStandbyPair onOneStore(Path directory) throws Exception {
    return new ActiveStandbyPair(directory, Stores.SHARED, "durable").start(List.of());
  }

  /** What an active/standby broker is not: shows that the tests would notice. */
  static ActiveStandbyPair onSeparateStores(Path directory) throws Exception {
    return new ActiveStandbyPair(directory, Stores.SEPARATE, "durable").start(List.of());
  }

  static ActiveStandbyPair withUsers(Path directory, String document, User... users) throws Exception {
    return new ActiveStandbyPair(directory, Stores.SHARED, document).start(List.of(users));
  }

  private void write(List<User> users) throws IOException {
    for (int index = 0; index < 2; index++) {
      var runnable = RunnableDocument.read(Given.document(document))
          .storedIn(directory.resolve(stores == Stores.SHARED ? "store" : "store-" + (index + 1)))
          .withTls(Given.keyStore(), Given.KEY_STORE_PASSWORD)
          .listeningOn("openwire", Given.url((index + 1) + ".ssl"))
          .listeningOn("amqp", Given.url((index + 1) + ".amqp+ssl"));
      if (!users.isEmpty()) {
        runnable.withUsers(users);
      }
      documents[index] = runnable.writeTo(directory.resolve("instance-" + (index + 1) + ".xml"));
    }
  }

  private ActiveStandbyPair start(List<User> users) throws Exception {
    Files.createDirectories(directory);
    write(users);
    try {
      launch(0).awaitActive();
      awaitReady(launch(1));
      return this;
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  /** Kills the active instance and starts it again: it becomes the standby of the other. */
  void failOver() throws Exception {
    var killed = active;
    active = 1 - active;
    instances[killed].kill();
    instances[active].awaitActive();
    awaitReady(launch(killed));
  }

  /** A reboot that brings other users: the standby starts with them, then it takes over, and then the other one follows. */
  void reboot(User... users) throws Exception {
    write(List.of(users));
    var standby = 1 - active;
    instances[standby].kill();
    awaitReady(launch(standby));
    failOver();
  }

  private void awaitReady(BrokerInstance second) throws Exception {
    if (stores == Stores.SHARED) {
      second.awaitStandingBy();
    } else {
      second.awaitActive();
    }
  }

  private BrokerInstance launch(int index) throws IOException {
    launches++;
    var log = directory.resolve("launch-%d-instance-%d.log".formatted(launches, index + 1));
    return instances[index] = BrokerInstance.launch(documents[index], log);
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
