package io.github.shapecheck.processor.python;

/**
 * A stretch of the forward text, from a column of one line to a column of the same or a later one.
 *
 * @param line the first line, counted from 1 over all strings of {@code @Forward}
 * @param start the first character's column in {@code line}, counted from 0
 * @param lastLine the line in which the stretch ends
 * @param end the column in {@code lastLine} behind the last character
 */
public record Span(int line, int start, int lastLine, int end) {

  /** A stretch within one line. */
  public static Span of(int line, int start, int end) {
    return new Span(line, start, line, end);
  }

  /** From this stretch's start to the other's end. */
  public Span to(Span last) {
    return new Span(line, start, last.lastLine, last.end);
  }
}
