package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.OutputDeclaration;
import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.problem.Facts;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.List;

/** Holds {@code @Output} against what was computed. */
public final class Outputs {
  private static final Dim FREE = Dim.of(-1);

  private Outputs() {}

  /** Checks the output that a field declares. */
  public static void check(Scope scope, FieldDeclaration field, String path, Value value) {
    if (field.output().isPresent()) {
      check(scope, field.output().get(), path, value);
    }
  }

  /** Checks one declared output; {@code who} is the layer or the model. */
  public static void check(Scope scope, OutputDeclaration declared, String who, Value value) {
    Value first =
        value instanceof Value.Sequence sequence && !sequence.items().isEmpty()
            ? sequence.items().get(0)
            : value;
    if (!(first instanceof Tensor tensor)) {
      return;
    }
    Shape sample = sample(tensor.shape(), declared.sample().rank());
    if (fits(scope.recorder().decider, declared.sample(), sample)) {
      return;
    }
    scope.reportDeclared(
        new Problem(
            ProblemId.OUTPUT,
            Place.of(declared.origin()),
            who,
            who + " is declared to produce " + declared.sample() + " but produces " + sample,
            Facts.declared("declared " + declared.sample()),
            Math.max(tensor.source(), -1),
            List.of()));
  }

  private static boolean fits(Decider decider, Shape declared, Shape sample) {
    if (declared.rank() != sample.rank()) {
      return false;
    }
    for (int i = 0; i < declared.rank(); i++) {
      Condition equal = Condition.of(declared.dim(i), Relation.EQ, sample.dim(i));
      if (!declared.dim(i).equals(FREE) && decider.require(equal) != Decider.Answer.HOLDS) {
        return false;
      }
    }
    return true;
  }

  /** A shape without its batch axis; after an error the batch may be an unknown size in front. */
  private static Shape sample(Shape shape, int rank) {
    for (int i = 0; i < shape.rank(); i++) {
      if (shape.dim(i).equals(InputDeclaration.BATCH)) {
        return shape.remove(i);
      }
    }
    return shape.rank() == rank + 1 && !shape.dim(0).isKnown() ? shape.remove(0) : shape;
  }
}
