package io.github.cdktfamazonmq.proof;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With which documents ActiveMQ starts, and with which not. */
class StartTest {
  @TempDir
  Path directory;

  @Test
  void the_document_of_each_example_starts() {
    forEach("examples", this::assertStarts);
  }

  @Test
  void each_permitted_element_with_all_its_attributes_starts() {
    forEach("elements", this::assertStarts);
  }

  /** What Amazon MQ permits and ActiveMQ cannot use is named, and no more than that. */
  @Test
  void what_is_named_as_refused_is_refused() {
    assertRefusedByName("refused");
  }

  @Test
  void a_value_that_is_said_to_be_read_is_read() {
    forEach("readable", this::assertStarts);
  }

  @Test
  void a_value_that_is_said_to_be_refused_is_refused() {
    assertRefusedByName("unreadable");
  }

  @Test
  void a_value_that_is_said_to_be_misread_keeps_no_broker_from_starting() {
    forEach("misread", this::assertStarts);
  }

  @Test
  void a_text_that_begins_with_one_number_sign_is_refused() {
    forEach("references", this::assertRefused);
  }

  @Test
  void a_text_that_begins_with_two_number_signs_is_read() {
    forEach("escaped-references", this::assertStarts);
  }

  /** The refusal names what the file is named after: it is not refused for anything else. */
  private void assertRefusedByName(String folder) {
    forEach(folder, file -> {
      var failure = assertRefused(file);
      var subject = file.getFileName().toString().replaceFirst("[.]xml$", "").replaceFirst(".*[.@]", "");
      // Java rejects a regular expression without knowing where it is from.
      if (subject.equals("dropOnly") && causesOf(failure).anyMatch(PatternSyntaxException.class::isInstance)) {
        return;
      }
      var refusal = messagesOf(failure);
      assertTrue(refusal.toLowerCase(Locale.ROOT).contains(subject.toLowerCase(Locale.ROOT)), file + ": " + refusal);
    });
  }

  @Test
  void an_element_without_what_it_is_said_to_need_is_refused() {
    forEach("incomplete", this::assertRefused);
  }

  @Test
  void a_value_that_is_refused_because_of_its_place_or_of_another_one_is_refused() {
    forEach("clashing", this::assertRefused);
  }

  @Test
  void network_connectors_without_names_of_their_own_are_refused_where_each_is_managed() {
    forEach("managed", file -> {
      assertStarts(file);
      assertThrows(Exception.class, () -> startAndStop(RunnableDocument.read(file).managed()), file::toString);
    });
    forEach("examples", file -> assertDoesNotThrow(() -> startAndStop(RunnableDocument.read(file).managed())));
  }

  @Test
  void a_collection_for_one_element_is_refused_without_it() {
    forEach("empty", this::assertRefused);
  }

  private static void forEach(String folder, Consumer<Path> check) {
    var files = Given.documentsIn(folder);
    assertFalse(files.isEmpty());
    assertAll(folder, files.stream().map(file -> () -> check.accept(file)));
    Note.take(files.size() + " documents");
  }

  private void assertStarts(Path file) {
    assertDoesNotThrow(() -> startAndStop(file), file::toString);
  }

  private Exception assertRefused(Path file) {
    return assertThrows(Exception.class, () -> startAndStop(file), file::toString);
  }

  private void startAndStop(Path file) throws Exception {
    startAndStop(RunnableDocument.read(file));
  }

  private void startAndStop(RunnableDocument document) throws Exception {
    RunningBroker.start(document, directory).close();
  }

  private static Stream<Throwable> causesOf(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  private static String messagesOf(Throwable failure) {
    return causesOf(failure).map(Throwable::getMessage).collect(Collectors.joining(", because of "));
  }
}
