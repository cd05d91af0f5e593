package io.github.shapecheck.processor.operation;

/**
 * What to tell the user of a requirement that varies with free sizes.
 *
 * @param text when it fails, with an example; may be empty
 * @param promise the text of {@code where} with which it always holds; empty where there is none
 */
public record Explanation(String text, String promise) {
  /** Nothing to tell. */
  public static final Explanation NONE = new Explanation("", "");
}
