package io.github.shapecheck.processor.forward;

import java.util.List;
import java.util.Set;

/** Reads the strings of {@code @Forward} into a {@link Program}. */
public final class Forward {

  private Forward() {}

  /**
   * Parses a forward pass; whatever the text, the answer is a program, with its syntax errors in
   * it.
   *
   * @param text the strings of {@code @Forward}, each of one or more lines
   * @param names what has a value beforehand: the inputs and the module's parameters; they help to
   *     tell a floor division {@code //} from a comment
   */
  public static Program parse(List<String> text, Set<String> names) {
    throw new UnsupportedOperationException("the parser follows: " + text + names);
  }
}
