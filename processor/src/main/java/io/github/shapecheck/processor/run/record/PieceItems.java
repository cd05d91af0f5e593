package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items and slices of a list whose length is a free size. Rule split-8. */
public record PieceItems(Call call, Value.Pieces pieces) {
  private static final Dim ONE = Dim.of(1);
  private static final int MOST = 1000;
  private static final int FEW = 8;

  /** An item or a slice; unknown where that cannot be followed, null behind a problem. */
  public Value of(Value index) {
    if (index instanceof Value.Slice slice) {
      return slice(slice);
    }
    Dim at = index.dim();
    if (at != null && at.isKnown() && !at.isConstant() && areEqual()) {
      return anyOf(at);
    }
    if (at == null || !at.isConstant() || Math.abs(at.value()) > MOST) {
      return Value.UNKNOWN;
    }
    long place = at.value();
    if (call.fails(pieces.atLeast(place < 0 ? -place : place + 1))) {
      return noItem(place);
    }
    if (place < 0) {
      return place == -1 ? pieces.last() : pieces.first();
    }
    return item(place);
  }

  private boolean areEqual() {
    return pieces.first().shape().equals(pieces.last().shape());
  }

  /** The item at a place that a free size says. */
  private Value anyOf(Dim at) {
    boolean fromEnd = call.proves(at, Relation.LT, Dim.of(0));
    Dim place = fromEnd ? pieces.count().plus(at) : at;
    if (call.fails(Condition.ge(place, Dim.of(0)).and(Condition.lt(place, pieces.count())))) {
      return noItem(at);
    }
    return pieces.first();
  }

  private Value noItem(Object place) {
    call.problem(
        ProblemId.INDEX_RANGE, null, "has " + pieces.count() + " pieces, no item " + place);
    return Value.UNKNOWN;
  }

  /** All items, where there must be so many. */
  public @Nullable List<Value> unpacked(int wanted) {
    if (call.fails(pieces.exactly(wanted))) {
      call.problem(
          ProblemId.UNPACK,
          null,
          "has " + pieces.count() + " pieces to unpack into " + wanted + " names");
      return null;
    }
    return items(wanted);
  }

  private List<Value> items(int wanted) {
    List<Value> items = new ArrayList<>(Collections.nCopies(wanted - 1, pieces.first()));
    Dim left = pieces.total().minus(pieces.piece().times(wanted - 1L));
    items.add(sized(pieces.last(), left)); // simpler than by the number of pieces
    return items;
  }

  /** All items where there are a few at most, on the way that most sizes go; null for others. */
  public @Nullable List<Value> few() {
    for (int most = 1; most <= FEW; most++) {
      if (call.proves(pieces.atLeast(most + 1L).negate())) {
        int count = most;
        while (count > 1 && !call.choose(pieces.exactly(count))) {
          count--;
        }
        return items(count);
      }
    }
    return null;
  }

  /** A piece that has another size on the axis that was split. */
  private Tensor sized(Tensor piece, Dim size) {
    Shape shape = piece.shape();
    for (int axis = 0; axis < shape.rank(); axis++) {
      if (!pieces.first().dim(axis).equals(pieces.last().dim(axis))) {
        shape = shape.with(axis, size);
      }
    }
    Tensor sized = Layout.put(piece.as(shape), Layout.strides(piece)); // steps in memory stay
    return sized.from(piece.source(), piece.fold(), sized.layout()).item(piece.item());
  }

  /** Every item but the last is like the first; the last is what the earlier ones leave. */
  private Tensor item(long place) {
    if (call.proves(pieces.atLeast(place + 2))) {
      return pieces.first();
    }
    Dim left = pieces.total().minus(pieces.piece().times(place));
    return sized(pieces.first(), call.smaller(pieces.piece(), left));
  }

  private Value slice(Value.Slice slice) {
    if (isReversed(slice)) {
      return areEqual() ? pieces : Value.UNKNOWN;
    }
    Long lower = bound(slice.lower(), 0);
    Long upper = bound(slice.upper(), 0);
    if (!(slice.step() instanceof Value.None) || lower == null || upper == null) {
      return Value.UNKNOWN;
    }
    boolean toEnd = slice.upper() instanceof Value.None;
    if (lower >= 0 && toEnd) {
      return without(lower);
    }
    if (lower >= 0 && upper >= 0 && call.choose(pieces.atLeast(upper + 1))) {
      return firsts(Math.max(0, upper - lower));
    }
    if (lower == 0 && upper == -1) {
      Dim count = pieces.count().minus(ONE);
      Dim total = pieces.piece().times(count);
      return new Value.Pieces(pieces.first(), pieces.first(), pieces.piece(), total, count);
    }
    if (lower < 0 && toEnd && call.choose(pieces.atLeast(-lower))) {
      List<Value> items = new ArrayList<>(firsts(-lower - 1).items());
      items.add(pieces.last());
      return new Value.Sequence(items, true);
    }
    return Value.UNKNOWN;
  }

  private static boolean isReversed(Value.Slice slice) {
    return Dim.of(-1).equals(slice.step().dim())
        && slice.lower() instanceof Value.None
        && slice.upper() instanceof Value.None;
  }

  private Value.Sequence firsts(long count) {
    return new Value.Sequence(
        new ArrayList<>(Collections.nCopies((int) count, pieces.first())), true);
  }

  private Value without(long count) {
    if (count > 0 && !call.choose(pieces.atLeast(count + 1))) {
      return call.proves(pieces.atLeast(count + 1).negate()) ? firsts(0) : Value.UNKNOWN;
    }
    return new Value.Pieces(
        pieces.first(),
        pieces.last(),
        pieces.piece(),
        pieces.total().minus(pieces.piece().times(count)),
        pieces.count().minus(count));
  }

  private static @Nullable Long bound(Value value, long absent) {
    if (value instanceof Value.None) {
      return absent;
    }
    Dim dim = value.dim();
    return dim == null || !dim.isConstant() || Math.abs(dim.value()) > MOST ? null : dim.value();
  }
}
