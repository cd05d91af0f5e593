package io.github.shapecheck.processor.operation.einops;

import io.github.shapecheck.processor.operation.Abandoned;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code rearrange}, {@code reduce} and {@code repeat}. Rules einops-1 to einops-11. */
record Rearrangement(Transform.Kind kind) implements Rule {
  private static final Set<String> REDUCTIONS =
      Set.of("min", "max", "sum", "mean", "prod", "any", "all");

  @Override
  public void check(Call call) {
    if (call.isLayer()) {
      transform(call, Lengths.of(call));
      reduction(call);
    }
  }

  @Override
  public Value apply(Call call) {
    Map<String, Dim> lengths = Lengths.of(call);
    Transform pattern = transform(call, lengths);
    Tensor input = Lengths.input(call);
    Transform transform;
    try {
      transform = pattern.ranked(input.rank());
    } catch (Side.Malformed wrong) {
      throw wrong(call, wrong.getMessage() + " but receives " + input.shape());
    }
    Map<Axis, Dim> sizes = sizes(call, transform, input.shape(), lengths);
    return result(transform, input.with(type(call, input.dtype())), sizes);
  }

  private Transform transform(Call call, Map<String, Dim> lengths) {
    try {
      return Transform.of(call.text("pattern"), kind, lengths.keySet());
    } catch (Side.Malformed wrong) {
      throw wrong(call, wrong.message());
    }
  }

  private static Abandoned wrong(Call call, String message) {
    call.problem(ProblemId.EINOPS, "pattern", message);
    return call.abandon();
  }

  /** einops-11: what is done to the axes that go. */
  private String reduction(Call call) {
    if (kind != Transform.Kind.REDUCE || !(call.get("reduction") instanceof Value.Text name)) {
      return "";
    }
    if (!REDUCTIONS.contains(name.value())) {
      String all = "min, max, sum, mean, prod, any and all";
      throw call.refuse(
          ProblemId.ARGUMENT, "reduction", "knows no '" + name.value() + "', but " + all);
    }
    return name.value();
  }

  private DType type(Call call, DType type) {
    boolean real = type.isFloating() || type.isComplex();
    switch (reduction(call)) {
      case "mean" -> {
        if (!type.isFloating()) {
          call.problem(ProblemId.DTYPE, "reduction", "takes no mean of whole numbers");
        }
        return real ? type : DType.FLOAT32;
      }
      case "sum", "prod" -> {
        return real ? type : DType.INT64;
      }
      case "any", "all" -> {
        return DType.BOOL;
      }
      default -> {
        return type;
      }
    }
  }

  /** The size of every axis, those of a group solved. Rules einops-8 to einops-10. */
  private static Map<Axis, Dim> sizes(
      Call call, Transform transform, Shape shape, Map<String, Dim> lengths) {
    Map<Axis, Dim> sizes = new HashMap<>();
    for (Side side : List.of(transform.left(), transform.right())) {
      for (Axis axis : side.axes()) {
        Dim given = axis.number() == 0 ? lengths.get(axis.name()) : null;
        if (axis.isAnonymous() || given != null) {
          sizes.put(axis, given == null ? Dim.of(axis.length()) : given);
        }
      }
    }
    List<List<Axis>> groups = transform.left().groups();
    for (int i = 0; i < groups.size(); i++) {
      solve(call, groups.get(i), shape.dim(i), sizes);
    }
    return sizes;
  }

  private static void solve(Call call, List<Axis> group, Dim whole, Map<Axis, Dim> sizes) {
    Dim product = Dim.of(1);
    Axis open = null;
    for (Axis axis : group) {
      Dim size = sizes.get(axis);
      if (size != null) {
        product = product.times(size);
      } else if (open != null) { // einops-8
        String both = "'" + open + "' and '" + axis + "' of " + written(group);
        throw wrong(call, "cannot tell " + both + " apart: give a length, " + axis + "=...");
      } else {
        open = axis;
      }
    }
    if (open == null) { // einops-9
      if (call.fails(product, Relation.EQ, whole)) {
        String is = equation(group, product);
        call.problem(ProblemId.EINOPS, "pattern", "has " + is + " but the axis is " + whole);
      }
    } else if (group.size() == 1) {
      sizes.put(open, whole);
    } else {
      boolean fits =
          !product.equals(Dim.of(0)) && !call.fails(whole.mod(product), Relation.EQ, Dim.of(0));
      if (!fits) { // einops-10
        String is = equation(known(group, open), product);
        call.problem(
            ProblemId.EINOPS,
            "pattern",
            "cannot divide the axis %s of %s by %s to find '%s'"
                .formatted(written(group), whole, is, open));
      }
      Dim divisor = product;
      Dim size = fits ? whole.dividedBy(divisor).orElseGet(() -> whole.floorDiv(divisor)) : null;
      sizes.put(open, size == null ? Dim.unknown() : size);
    }
  }

  private static List<Axis> known(List<Axis> group, Axis open) {
    return group.stream().filter(axis -> !axis.equals(open)).toList();
  }

  private static String equation(List<Axis> group, Dim product) {
    if (group.isEmpty()) {
      return "1";
    }
    List<String> names = group.stream().map(Axis::toString).toList();
    String name = String.join(" * ", names);
    return names.size() == 1 && group.get(0).isAnonymous() ? name : name + " = " + product;
  }

  private static String written(List<Axis> group) {
    List<String> names = group.stream().map(Axis::toString).toList();
    return names.size() == 1 ? "'" + names.get(0) + "'" : "(" + String.join(" ", names) + ")";
  }

  /** Reshapes, transposes, reduces, repeats and reshapes, as einops does. */
  private static Tensor result(Transform transform, Tensor input, Map<Axis, Dim> sizes) {
    List<Axis> from = transform.left().axes();
    List<Axis> to = transform.right().axes();
    boolean split = transform.left().groups().stream().anyMatch(group -> group.size() != 1);
    Tensor tensor = input;
    if (split) {
      tensor = Layout.reshaped(tensor, tensor.as(shape(from, sizes)));
    }
    List<Dim> known = Layout.strides(tensor);
    Map<Axis, Dim> strides = new LinkedHashMap<>();
    for (int i = 0; known != null && i < from.size(); i++) {
      strides.put(from.get(i), known.get(i));
    }
    boolean reduces = !to.containsAll(from);
    List<Dim> order = new ArrayList<>();
    to.forEach(axis -> order.add(strides.getOrDefault(axis, Dim.of(0))));
    tensor = tensor.as(shape(to, sizes));
    tensor = Layout.put(tensor, known == null || reduces ? null : order);
    boolean merge = transform.right().groups().stream().anyMatch(group -> group.size() != 1);
    if (merge) {
      List<Dim> dims = new ArrayList<>();
      for (List<Axis> group : transform.right().groups()) {
        List<Dim> parts = shape(group, sizes).dims();
        dims.add(Dims.product(parts, 0, parts.size()));
      }
      tensor = Layout.reshaped(tensor, tensor.as(Shape.of(dims)));
    }
    return tensor;
  }

  private static Shape shape(List<Axis> axes, Map<Axis, Dim> sizes) {
    return Shape.of(axes.stream().map(axis -> sizes.getOrDefault(axis, Dim.unknown())).toList());
  }
}
