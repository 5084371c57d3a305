package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** With which documents ActiveMQ starts, and with which not. */
class StartTest {
  @TempDir
  Path directory;

  @TestFactory
  Stream<DynamicTest> the_document_of_each_example_starts() {
    return forEach("examples", file -> assertDoesNotThrow(() -> startAndStop(file)));
  }

  @TestFactory
  Stream<DynamicTest> each_permitted_element_with_all_its_attributes_starts() {
    return forEach("elements", file -> assertDoesNotThrow(() -> startAndStop(file)));
  }

  /** The table of what Amazon MQ permits and ActiveMQ cannot use is no longer than it must be. */
  @TestFactory
  Stream<DynamicTest> what_is_said_to_be_refused_is_refused() {
    return forEach("refused", file -> {
      var refused = rootOf(assertThrows(Exception.class, () -> startAndStop(file))).getMessage();
      assertTrue(refused.toLowerCase(Locale.ROOT).contains(subjectOf(file)), refused);
    });
  }

  @TestFactory
  Stream<DynamicTest> an_element_without_what_it_is_said_to_need_is_refused() {
    return forEach("incomplete", file -> assertThrows(Exception.class, () -> startAndStop(file)));
  }

  @TestFactory
  Stream<DynamicTest> a_collection_for_one_element_is_refused_without_it() {
    return forEach("empty", file -> assertThrows(Exception.class, () -> startAndStop(file)));
  }

  private interface Check {
    void check(Path file) throws Exception;
  }

  private static Stream<DynamicTest> forEach(String folder, Check check) {
    return Given.documentsIn(folder).map(file -> DynamicTest.dynamicTest(nameOf(file), () -> check.check(file)));
  }

  private void startAndStop(Path file) throws Exception {
    RunningBroker.start(RunnableDocument.read(file), directory).close();
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replaceFirst("[.]xml$", "");
  }

  private static String subjectOf(Path file) {
    return nameOf(file).replaceFirst(".*[.@]", "").toLowerCase(Locale.ROOT);
  }

  private static Throwable rootOf(Throwable failure) {
    return failure.getCause() == null ? failure : rootOf(failure.getCause());
  }
}
