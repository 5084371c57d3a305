package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages may take half of the heap. */
class MemoryLimitTest {
  @TempDir
  Path directory;

  @Test
  void messages_may_take_the_declared_part_of_the_heap() throws Exception {
    try (var broker = RunningBroker.start("memory-limit", directory)) {
      assertEquals(Math.round(Runtime.getRuntime().maxMemory() * 0.5), broker.memoryLimit());
    }
  }
}
