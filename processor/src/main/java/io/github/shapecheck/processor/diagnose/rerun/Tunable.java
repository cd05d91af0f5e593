package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.shape.Dim;
import java.util.List;

/** A number that the user declared and may declare otherwise. */
public interface Tunable {
  /** The model with another number. */
  Model with(Model model, Dim number);

  /** The first and the last of several numbers. */
  record Ends(long first, long last) {}

  /** Models that show whether all numbers between the ends will do, in every combination. */
  default List<Model> corners(Model model, Ends ends) {
    return List.of(with(model, Dim.of(ends.first())), with(model, Dim.of(ends.last())));
  }

  /** Whether the edit can declare several numbers. */
  default boolean takesRange() {
    return false;
  }

  /** The edit that declares any number from first to last. */
  Edit edit(Model model, long first, long last);
}
