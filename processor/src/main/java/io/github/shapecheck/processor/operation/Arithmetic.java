package io.github.shapecheck.processor.operation;

import java.util.List;

/**
 * How an operation's sizes were computed, one line per axis with the numbers in it; built only when
 * somebody asks.
 */
@FunctionalInterface
public interface Arithmetic {
  /** The lines. */
  List<String> lines();
}
