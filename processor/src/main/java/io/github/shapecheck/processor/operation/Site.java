package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a call stands in the source, and whom it tells of problems. */
public interface Site {
  /** The layer's path or the function's name. */
  String subject();

  /** Whether a layer's annotation and not a function is called. */
  boolean isLayer();

  /** Whether a line of Python makes the layer that is called, and not an annotation. */
  default boolean isPython() {
    return false;
  }

  /** Whether a parameter stands in the line of Python that makes the layer. */
  default boolean isWrittenInPython(String parameter) {
    return false;
  }

  /**
   * The name under which the user writes a parameter: the annotation's member or PyTorch's name.
   */
  String label(String parameter);

  /**
   * The place of a parameter's value: the annotation value or the argument in the line; of the
   * whole call for null.
   */
  Place place(@Nullable String parameter);

  /**
   * An edit that gives new values to parameters of the called layer, or null where they are not
   * written in an annotation.
   */
  @Nullable Edit set(Map<String, Setting> parameters);

  /** An edit that gives the input that a tensor is another shape, or null where it is none. */
  @Nullable Edit input(Tensor tensor, Shape wanted);

  /** An edit that gives the input that a tensor is another element type, or null. */
  @Nullable Edit input(Tensor tensor, String type);

  /** An edit that makes a promise of free sizes, or null where they are not those of one input. */
  @Nullable Edit promise(String where);

  /** The size that depends on the values of a tensor: what is counted of them. */
  Dim counted(String what, Tensor tensor);

  void report(Problem problem);

  /** The number of the step under way. */
  int step();

  /** Who answers comparisons. */
  Decider decider();
}
