package io.github.shapecheck.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.github.shapecheck.report.Step;
import java.util.List;

/**
 * What a hook sees of one step. The arrays are closed when the forward pass ends: duplicate what is
 * to be kept.
 *
 * @param step the step of the report
 * @param iteration how many forward passes of this epoch came before
 * @param inputs the tensors that it reads
 * @param outputs what it gave; empty before it has run
 * @param expected the shapes that the report promises here
 */
public record LayerCall(
    Step step, long iteration, NDList inputs, NDList outputs, List<Shape> expected) {
  /** The layer's path, of a function the step's name. */
  public String layer() {
    return Selection.name(step);
  }
}
