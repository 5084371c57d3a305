package io.github.cdktfamazonmq.proof;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Members of a network of brokers, each instance a process of its own. */
final class NetworkOfProcesses implements AutoCloseable {
  private final Map<String, BrokerProcess> processes = new LinkedHashMap<>();

  private NetworkOfProcesses() {}

  static NetworkOfProcesses start(GivenNetwork given, Path directory) throws Exception {
    return start(given, directory, document -> document, given.members().stream().map(GivenNetwork.Member::id).toList());
  }

  /** Starts some of the members with their documents changed. */
  static NetworkOfProcesses start(
      GivenNetwork given, Path directory, UnaryOperator<RunnableDocument> change, List<String> ids) throws Exception {
    var network = new NetworkOfProcesses();
    try {
      for (var id : ids) {
        network.processes.put(id, BrokerProcess.start(given.member(id), directory, change));
      }
      return network;
    } catch (Exception e) {
      network.close();
      throw e;
    }
  }

  List<BrokerProcess> all() {
    return List.copyOf(processes.values());
  }

  BrokerProcess member(String id) {
    return processes.get(id);
  }

  @Override
  public void close() throws InterruptedException {
    for (var process : processes.values()) {
      process.close();
    }
  }
}
