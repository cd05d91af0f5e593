package io.github.shapecheck.processor.operation.einops;

import io.github.shapecheck.processor.operation.Abandoned;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code pack} and {@code unpack}. Rules einops-13 to einops-16.
 *
 * @param before how many axes stand in front of the star
 * @param after how many axes stand behind it
 */
record Packing(int before, int after) {

  /** einops-13: names, each once, and one star. */
  private static Packing of(Call call) {
    List<String> axes = List.of(call.text("pattern").strip().split("\\s+"));
    Set<String> seen = new HashSet<>();
    for (String axis : axes) {
      if (!seen.add(axis)) {
        throw wrong(call, "pattern", "has '" + axis + "' twice in its pattern");
      }
      if (!axis.equals("*") && (axis.isEmpty() || !isName(axis))) {
        throw wrong(
            call, "pattern", "has '" + axis + "' in its pattern, which is no name of an axis");
      }
    }
    int star = axes.indexOf("*");
    if (star < 0) {
      throw wrong(call, "pattern", "has no * in its pattern");
    }
    return new Packing(star, axes.size() - star - 1);
  }

  private static boolean isName(String axis) {
    return Axis.isName(axis)
        && axis.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }

  private static Abandoned wrong(Call call, @Nullable String parameter, String message) {
    call.problem(ProblemId.EINOPS, parameter, message);
    return call.abandon();
  }

  /** Puts tensors one behind the other, the axes at the star as one. */
  static Value pack(Call call) {
    Packing pattern = of(call);
    List<Value> shapes = new ArrayList<>();
    List<Dim> result = new ArrayList<>();
    Dim length = Dim.of(0);
    DType type = null;
    for (Tensor tensor : tensors(call)) {
      List<Dim> dims = tensor.shape().dims();
      int end = dims.size() - pattern.after;
      if (end < pattern.before) { // einops-14
        int least = pattern.before + pattern.after;
        String arrives = tensor.shape().toString();
        throw wrong(call, "pattern", "needs " + least + " axes or more but receives " + arrives);
      }
      List<Dim> packed = dims.subList(pattern.before, end);
      List<Dim> rest = new ArrayList<>(dims.subList(0, pattern.before));
      rest.addAll(dims.subList(end, dims.size()));
      if (type == null) {
        result.addAll(rest);
      }
      for (int i = 0; i < rest.size(); i++) {
        if (call.fails(rest.get(i), Relation.EQ, result.get(i))) { // einops-15
          String both = result.get(i) + " and " + rest.get(i);
          throw wrong(call, null, "packs axes of different sizes, " + both);
        }
      }
      length = length.plus(Dims.product(packed, 0, packed.size()));
      type = type == null ? tensor.dtype() : type.promote(tensor.dtype());
      shapes.add(sizes(packed));
    }
    result.add(pattern.before, length);
    Tensor all = Tensor.of(Shape.of(result), type == null ? DType.FLOAT32 : type);
    return new Value.Sequence(List.of(all, new Value.Sequence(shapes, false)), true);
  }

  private static List<Tensor> tensors(Call call) {
    List<Tensor> tensors = new ArrayList<>();
    Value given = call.get("tensors");
    for (Value item : given instanceof Value.Sequence all ? all.items() : List.of(given)) {
      if (!(item instanceof Tensor tensor) || !(given instanceof Value.Sequence)) {
        if (!(item instanceof Value.Unknown)) {
          call.problem(ProblemId.ARGUMENT, "tensors", "needs a list of tensors");
        }
        throw call.abandon();
      }
      tensors.add(tensor);
    }
    if (tensors.isEmpty()) {
      throw call.refuse(ProblemId.ARGUMENT, "tensors", "needs at least one tensor");
    }
    return tensors;
  }

  private static Value sizes(List<Dim> dims) {
    return new Value.Sequence(dims.stream().<Value>map(Value.Int::new).toList(), true);
  }

  /** Takes a packed tensor apart. Rule einops-16. */
  static Value unpack(Call call) {
    Packing pattern = of(call);
    Tensor input = call.tensor("tensor");
    int rank = pattern.before + 1 + pattern.after;
    if (input.rank() != rank) {
      throw wrong(call, "pattern", "needs " + rank + " axes but receives " + input.shape());
    }
    Dim whole = input.dim(pattern.before);
    List<List<Dim>> shapes = shapes(call);
    Dim known = Dim.of(0);
    int open = -1;
    for (int i = 0; i < shapes.size(); i++) {
      if (!shapes.get(i).contains(Dim.of(-1))) {
        known = known.plus(Dims.product(shapes.get(i), 0, shapes.get(i).size()));
      } else if (open >= 0) {
        throw wrong(call, "packed_shapes", "can infer only one size of -1");
      } else {
        open = i;
      }
    }
    boolean fails =
        open < 0
            ? call.fails(known, Relation.EQ, whole)
            : call.fails(known, Relation.LE, whole)
                || !infer(call, shapes, open, whole.minus(known));
    if (fails) {
      call.problem(
          ProblemId.EINOPS,
          "packed_shapes",
          "takes " + known + " values apart but the axis at * has " + whole);
    }
    List<Value> pieces = new ArrayList<>();
    for (List<Dim> shape : shapes) {
      List<Dim> dims = new ArrayList<>(input.shape().dims());
      dims.remove(pattern.before);
      dims.addAll(pattern.before, shape);
      pieces.add(input.as(Shape.of(dims)));
    }
    return new Value.Sequence(pieces, false);
  }

  /** Puts a size in the place of -1; whether it is whole. */
  private static boolean infer(Call call, List<List<Dim>> shapes, int open, Dim rest) {
    List<Dim> dims = new ArrayList<>(shapes.get(open));
    int at = dims.indexOf(Dim.of(-1));
    dims.remove(at);
    Dim product = Dims.product(dims, 0, dims.size());
    boolean whole =
        !product.equals(Dim.of(0))
            && !dims.contains(Dim.of(-1))
            && !call.fails(rest.mod(product), Relation.EQ, Dim.of(0));
    Dim size = whole ? rest.dividedBy(product).orElseGet(() -> rest.floorDiv(product)) : null;
    dims.add(at, size == null ? Dim.unknown() : size);
    shapes.set(open, dims);
    return whole;
  }

  private static List<List<Dim>> shapes(Call call) {
    List<List<Dim>> shapes = new ArrayList<>();
    Value given = call.get("packed_shapes");
    if (!(given instanceof Value.Sequence all)) {
      if (!(given instanceof Value.Unknown)) {
        call.problem(ProblemId.ARGUMENT, "packed_shapes", "needs a list of shapes");
      }
      throw call.abandon();
    }
    for (Value item : all.items()) {
      List<Dim> dims = new ArrayList<>();
      for (Value size : item instanceof Value.Sequence shape ? shape.items() : List.of(item)) {
        dims.add(size instanceof Value.Unknown ? Dim.unknown() : call.dim("packed_shapes", size));
      }
      shapes.add(dims);
    }
    return shapes;
  }
}
