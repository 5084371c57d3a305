package io.github.cdktfamazonmq.proof;

/** What a test found out, for the summary: marked, as ActiveMQ prints as well. */
final class Note {
  private Note() {}

  static void take(String text) {
    System.out.println("note: " + text);
  }
}
