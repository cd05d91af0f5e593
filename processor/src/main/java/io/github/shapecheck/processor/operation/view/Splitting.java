package io.github.shapecheck.processor.operation.view;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.index.Slicing;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tensor cut along an axis: chunk, split, unbind. Rules split-1 to split-5. */
public final class Splitting {
  private static final int MOST = 100_000;
  private static final int ROWS = 32;
  private static final Dim ZERO = Dim.of(0);

  private Splitting() {}

  /** split-1: pieces of ceil(size / chunks), perhaps fewer than asked for. */
  public static Value chunk(Call call) {
    Tensor input = call.tensor("input");
    int axis = axis(call, input);
    if (isOneBatch(call, input.dim(axis), call.dim("chunks"))) {
      return pieces(input, axis, List.of(input.dim(axis)));
    }
    long chunks = call.integer("chunks");
    if (chunks <= 0 || chunks > MOST) {
      throw call.refuse(ProblemId.POSITIVE, "chunks", "cannot make " + chunks + " pieces");
    }
    Dim size = input.dim(axis);
    Dim piece = size.ceilDiv(chunks);
    if (call.isEmpty(size)) {
      return pieces(input, axis, Collections.nCopies((int) chunks, ZERO));
    }
    if (!size.isKnown()) {
      return pieces(input, axis, Collections.nCopies((int) chunks, Dim.unknown()));
    }
    if (call.proves(size, Relation.GT, piece.times(chunks - 1))) {
      List<Dim> sizes = new ArrayList<>(Collections.nCopies((int) chunks, piece));
      sizes.set((int) chunks - 1, size.minus(piece.times(chunks - 1)));
      return pieces(input, axis, sizes);
    }
    return equal(call, input, axis, piece);
  }

  /** split-9: a batch is smaller than the many rows that one chunk holds. */
  private static boolean isOneBatch(Call call, Dim size, Dim chunks) {
    boolean counted = size.equals(Dim.symbol("N")) && chunks.symbols().equals(Set.of("N"));
    long rows = 1;
    while (counted && rows < MOST && chunks.at(Map.of("N", rows + 1)) == 1) {
      rows++;
    }
    return rows >= ROWS && rows < MOST && call.grants(size, Relation.LE, Dim.of(rows));
  }

  /** split-2: pieces of one size with a smaller one at the end, or split-3: of the sizes listed. */
  public static Value split(Call call) {
    for (String own : List.of("split_sizes", "split_size")) {
      if (call.knows(own)) {
        return split(call, own);
      }
    }
    return split(call, "split_size_or_sections");
  }

  private static Value split(Call call, String parameter) {
    Tensor input = call.tensor("input");
    int axis = axis(call, input);
    Dim size = input.dim(axis);
    if (call.get(parameter) instanceof Value.Sequence) {
      List<Dim> sizes = Reshaping.sizes(call, parameter);
      Dim sum = ZERO;
      for (Dim one : sizes) {
        if (call.fails(one, Relation.GE, ZERO)) {
          throw call.refuse(ProblemId.SPLIT, parameter, "cannot make a piece of " + one);
        }
        sum = sum.plus(one);
      }
      if (call.fails(sum, Relation.EQ, size)) {
        String message = "has pieces that add up to " + sum + " of an axis of " + size;
        call.problem(ProblemId.SPLIT, parameter, message);
        sizes = Collections.nCopies(sizes.size(), Dim.unknown());
      }
      return pieces(input, axis, sizes);
    }
    Dim piece = call.dim(parameter);
    if (call.fails(piece, Relation.GT, ZERO)) {
      throw call.refuse(ProblemId.SPLIT, parameter, "cannot make pieces of " + piece);
    }
    if (!piece.isKnown()) {
      throw call.abandon();
    }
    return equal(call, input, axis, piece);
  }

  /** A size to cut; nothing is cut behind an error, where it may be the -1 that was declared. */
  private static Dim known(Call call, Tensor input, int axis) {
    Dim size = input.dim(axis);
    if (!size.isKnown() || size.isConstant() && size.value() < 0) {
      throw call.abandon();
    }
    return size;
  }

  /** split-7: as many as it takes, which a free size leaves open. */
  private static Value equal(Call call, Tensor input, int axis, Dim piece) {
    Dim size = known(call, input, axis);
    if (call.isEmpty(size)) {
      return pieces(input, axis, List.of(size));
    }
    Dim count = call.proved(size.dividedBy(piece).orElseGet(() -> size.ceilDiv(piece)));
    if (count.isConstant() && count.value() <= MOST) {
      List<Dim> sizes = new ArrayList<>(Collections.nCopies((int) count.value(), piece));
      sizes.set(sizes.size() - 1, size.minus(piece.times(sizes.size() - 1)));
      return pieces(input, axis, sizes);
    }
    List<Dim> strides = Layout.strides(input);
    Dim rest = size.minus(count.minus(1).times(piece));
    return new Value.Pieces(
        Layout.put(input.as(input.shape().with(axis, piece)), strides),
        Layout.put(input.as(input.shape().with(axis, rest)), strides),
        piece,
        size,
        count);
  }

  /** split-4: so many pieces, the first ones larger by one, or cuts at the places listed. */
  static Value tensorSplit(Call call) {
    return tensorSplit(call, axis(call, call.tensor("input")));
  }

  private static Value tensorSplit(Call call, int axis) {
    Tensor input = call.tensor("input");
    Dim size = input.dim(axis);
    String parameter =
        call.knows("indices") && call.has("indices")
            ? "indices"
            : call.knows("sections") && call.has("sections") ? "sections" : "indices_or_sections";
    List<Dim> sizes = new ArrayList<>();
    if (call.get(parameter) instanceof Value.Sequence) {
      Dim start = ZERO;
      Slicing slicing = new Slicing(call);
      for (Dim cut : Reshaping.sizes(call, parameter)) {
        sizes.add(slicing.length(slice(new Value.Int(start), new Value.Int(cut)), size));
        start = cut;
      }
      sizes.add(slicing.length(slice(new Value.Int(start), Value.NONE), size));
      return pieces(input, axis, sizes);
    }
    long sections = call.integer(parameter);
    if (sections <= 0 || sections > MOST) {
      throw call.refuse(ProblemId.SPLIT, parameter, "cannot make " + sections + " pieces");
    }
    for (long i = 0; i < sections; i++) {
      // The first size % sections pieces are one larger.
      sizes.add(size.plus(sections - 1 - i).floorDiv(sections));
    }
    return pieces(input, axis, sizes);
  }

  /** split-6: along the first, second or third axis; so many pieces are all of one size. */
  public static Value evenly(Call call, int along) {
    Tensor input = call.tensor("input");
    int axis = along == 1 && input.rank() == 1 ? 0 : along;
    if (input.rank() <= axis) {
      throw call.refuse(
          ProblemId.RANK, null, "has no axis " + axis + " to cut in " + input.shape());
    }
    if (!(call.get("indices_or_sections") instanceof Value.Sequence)) {
      long sections = Math.max(1, call.integer("indices_or_sections"));
      if (call.fails(input.dim(axis).mod(sections), Relation.EQ, ZERO)) {
        String message = "cannot make " + sections + " equal pieces of " + input.dim(axis);
        throw call.refuse(ProblemId.SPLIT, "indices_or_sections", message);
      }
    }
    return tensorSplit(call, axis);
  }

  private static Value.Slice slice(Value lower, Value upper) {
    return new Value.Slice(lower, upper, Value.NONE);
  }

  /** split-5: one tensor for each place of the axis. */
  public static Value unbind(Call call) {
    Tensor input = call.tensor("input");
    int axis = axis(call, input);
    Dim length = known(call, input, axis);
    Dim size = call.isEmpty(length) ? ZERO : call.proved(length);
    Tensor piece =
        Layout.put(
            input.as(input.shape().remove(axis)), Layout.without(Layout.strides(input), axis));
    if (!size.isConstant() || size.value() > MOST) {
      return new Value.Pieces(piece, piece, Dim.of(1), size, size);
    }
    return new Value.Sequence(Collections.nCopies((int) size.value(), piece), true);
  }

  public static int axis(Call call, Tensor input) {
    int axis = call.axis("dim", input.rank());
    if (input.rank() == 0) {
      throw call.refuse(ProblemId.RANK, null, "needs an axis to cut but receives a single number");
    }
    return axis;
  }

  private static Value pieces(Tensor input, int axis, List<Dim> sizes) {
    List<Value> pieces = new ArrayList<>(sizes.size());
    Shape shape = input.shape();
    List<Dim> strides = Layout.strides(input);
    for (Dim size : sizes) {
      Tensor piece = input.as(shape.with(axis, size));
      pieces.add(size.isKnown() ? Layout.put(piece, strides) : piece);
    }
    return new Value.Sequence(pieces, true);
  }
}
