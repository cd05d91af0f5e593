package io.github.shapecheck.processor.compile;

import java.io.Serializable;
import java.util.List;

/**
 * One diagnostic of a compiler as plain data.
 *
 * @param file the source file's path below the source folder, "" when the message has no place
 * @param line counted from 1, -1 without a place
 * @param column counted from 1, where the compiler puts its caret, -1 without a place
 * @param kind what the compiler made of it
 * @param text the full message, without the compiler's own source excerpt
 * @param marked the source text that the compiler points at, "" when unknown
 */
public record CompilerMessage(
    String file, long line, long column, Kind kind, String text, String marked)
    implements Serializable {

  /** How bad it is. */
  public enum Kind {
    ERROR,
    WARNING
  }

  public String firstLine() {
    return lines().get(0);
  }

  public List<String> lines() {
    return text.lines().toList();
  }
}
