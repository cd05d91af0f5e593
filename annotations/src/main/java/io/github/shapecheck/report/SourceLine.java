package io.github.shapecheck.report;

/**
 * Where an operation stands in the source.
 *
 * @param text a Python file, or the class in whose {@code @Forward} it stands, {@code
 *     ConvNet.forward}
 * @param number from 1
 */
public record SourceLine(String text, int number) {
  @Override
  public String toString() {
    return "line " + number + " of " + text;
  }
}
