package io.github.shapecheck.processor.problem;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;

/**
 * What a problem is about, as values: nobody reads them from its message.
 *
 * @param declared the number or choice that does not fit, as the user would write it, such as
 *     {@code in = 1620}; empty where the call as a whole does not fit
 * @param numbers the sizes of it, empty where it is no number
 * @param operands the shapes of what the operation reads, in order
 * @param none whether the argument that does not fit is {@code None}
 */
public record Facts(String declared, List<Dim> numbers, List<Shape> operands, boolean none) {
  /** Of what is no operation. */
  public static final Facts NONE = declared("");

  /** Of a declaration. */
  public static Facts declared(String text) {
    return new Facts(text, List.of(), List.of(), false);
  }
}
