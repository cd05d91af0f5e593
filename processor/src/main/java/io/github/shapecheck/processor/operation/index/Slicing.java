package io.github.shapecheck.processor.operation.index;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;

/** How many places a slice takes: {@code 1:-1} of 5 takes 3. Rule index-4. */
public record Slicing(Call call) {
  private static final Dim ZERO = Dim.of(0);
  private static final Dim BATCH = Dim.symbol("N");
  private static final long LONG_TABLE = 1000;

  /** The length of a slice of an axis; bounds beyond the axis are cut to it. */
  public Dim length(Value.Slice slice, Dim size) {
    if (slice.lower() instanceof Value.None
        && slice.upper() instanceof Value.None
        && slice.step() instanceof Value.None) {
      return size;
    }
    Dim step = bound(slice.step(), Dim.of(1));
    if (call.fails(step, Relation.GT, ZERO)) {
      call.problem(ProblemId.INDEX, "index", "has a slice with a step of " + step);
      return Dim.unknown();
    }
    Dim lower = clamp(bound(slice.lower(), ZERO), size);
    Dim upper = clamp(bound(slice.upper(), size), size);
    Dim length = upper.minus(lower);
    if (length.isConstant() && length.value() <= 0) {
      return ZERO;
    }
    // lower - min(lower, upper) is what a slice that ends before it begins would be short of.
    Dim whole = upper.minus(call.smaller(lower, upper));
    return step.equals(Dim.of(1)) ? whole : whole.plus(step).minus(1).floorDiv(step);
  }

  private Dim bound(Value value, Dim absent) {
    if (value instanceof Value.None) {
      return absent;
    }
    if (value instanceof Value.Unknown) {
      return Dim.unknown();
    }
    if (value instanceof Tensor tensor) {
      return call.counted("bound", tensor); // count-4
    }
    return call.dim("index", value);
  }

  private Dim clamp(Dim bound, Dim size) {
    if (isFromEnd(bound)) {
      Dim place = bound.plus(size);
      return place.minus(call.smaller(place, ZERO));
    }
    // index-9: a batch is smaller than a table of a thousand rows
    boolean ofBatch = bound.equals(BATCH) && size.isConstant() && size.value() >= LONG_TABLE;
    if (ofBatch && call.grants(bound, Relation.LE, size)) {
      return bound;
    }
    return bound.equals(ZERO) ? ZERO : call.smaller(bound, size);
  }

  /** Whether the bound counts from the end; -0 does not, though who writes -n means it. */
  private boolean isFromEnd(Dim bound) {
    if (bound.isConstant() || call.proves(bound, Relation.GE, ZERO)) {
      return bound.isConstant() && bound.value() < 0;
    }
    return call.proves(bound, Relation.LE, ZERO)
        ? call.assume(bound, Relation.LT, ZERO)
        : call.choose(bound, Relation.LT, ZERO);
  }
}
