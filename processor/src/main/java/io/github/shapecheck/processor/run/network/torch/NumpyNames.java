package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.library.Builtins;
import io.github.shapecheck.processor.run.program.library.MathModule;
import io.github.shapecheck.processor.run.program.type.Arithmetic;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What NumPy does as PyTorch does, under NumPy's names. */
public final class NumpyNames {
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "power",
          "pow",
          "concatenate",
          "cat",
          "expand_dims",
          "unsqueeze",
          "repeat",
          "repeat_interleave",
          "cumproduct",
          "cumprod",
          "dot",
          "matmul");

  private static final Map<String, String> KEYWORDS =
      Map.of("shape", "size", "k", "diagonal", "a_min", "min", "a_max", "max");

  private NumpyNames() {}

  /** A function of NumPy's; null for none. */
  static @Nullable Value of(String name) {
    String torch = OTHERWISE.getOrDefault(name, name);
    return switch (torch) {
      case "array", "asarray" -> new Builtin(name, NumpyNames::array);
      case "cumprod", "cumsum" -> new Builtin(name, in -> cumulated(in, torch));
      case "vstack" -> new Builtin(name, NumpyNames::rows);
      case "linspace" -> new Builtin(name, NumpyNames::linspace);
      case "meshgrid" -> new Builtin(name, NumpyNames::meshgrid);
      case "transpose" -> new Builtin(name, NumpyNames::transpose);
      case "fill_diagonal" -> new Builtin(name, in -> Value.NONE);
      case "ones", "zeros", "empty", "full", "tril", "triu", "clip" ->
          new Builtin(name, in -> renamed(in, name));
      case "append" -> new Builtin(name, NumpyNames::append);
      case "prod" -> new Builtin(name, NumpyNames::product);
      case "int", "float", "bool" -> Builtins.named(name);
      default -> {
        Function function = Catalogue.function(torch);
        yield function == null ? null : new References.Named(function, MathModule.plain(torch));
      }
    };
  }

  /** What {@code np.random} draws. */
  static Value random(String name) {
    return switch (name) {
      case "rand", "randn" -> new Builtin(name, in -> drawn(in, name, in.arguments()));
      case "random", "random_sample", "standard_normal" -> sized(name, 0);
      case "exponential", "poisson", "standard_gamma", "rayleigh", "geometric" -> sized(name, 1);
      case "uniform", "normal", "binomial", "beta", "gamma", "laplace", "gumbel", "logistic" ->
          sized(name, 2);
      case "randint", "integers" -> sized("randint", 2);
      case "choice" -> sized(name, 1);
      case "permutation" -> new Builtin(name, NumpyNames::permuted);
      case "seed", "shuffle" -> new Builtin(name, in -> Value.NONE);
      case "RandomState", "default_rng" ->
          new Builtin(name, in -> new Library("np.random", NumpyNames::random));
      default -> new Opaque("np.random." + name + ", which is not evaluated");
    };
  }

  private static Value sized(String name, int place) {
    return new Builtin(
        name,
        in -> {
          Value size = in.get(place, "size", Value.NONE);
          return size instanceof Value.None
              ? new Opaque("a random number")
              : drawn(in, name, Arguments.of(size));
        });
  }

  /** {@code permutation(n)} of the numbers below n, or of an array. */
  private static Value permuted(Invocation in) {
    Value of = in.get(0);
    return of instanceof Tensor || of.dim() == null
        ? of
        : in.operation("randperm", Arguments.of(of));
  }

  private static Value drawn(Invocation in, String name, Arguments sizes) {
    if (sizes.positional().isEmpty()) {
      return new Opaque("a random number");
    }
    boolean whole = name.equals("randint") || name.equals("binomial") || name.equals("poisson");
    Value type = new Value.Type(whole ? DType.INT64 : DType.FLOAT64);
    return in.operation("empty", sizes.with("dtype", type));
  }

  /**
   * {@code np.array}: unlike {@code torch.tensor} it takes arrays in a list too, and stacks them.
   */
  private static Value array(Invocation in) {
    Value stacked = in.size() > 0 ? stacked(in, in.get(0)) : null;
    return stacked == null ? in.operation("tensor", in.arguments()) : stacked;
  }

  /** The arrays in a list as one; null where the list holds no arrays. */
  private static @Nullable Value stacked(Invocation in, Value value) {
    if (value instanceof Tensor) {
      return value;
    }
    List<Value> arrays = new ArrayList<>();
    for (Value item : items(value)) {
      Value array = stacked(in, item);
      if (array == null) {
        return null;
      }
      arrays.add(array);
    }
    return arrays.isEmpty()
        ? null
        : in.operation("stack", Arguments.of(List.of(new Value.Sequence(arrays, false))));
  }

  private static List<Value> items(Value value) {
    return value instanceof ListObject list
        ? list.items()
        : value instanceof Value.Sequence sequence ? sequence.items() : List.of();
  }

  /** An operation whose keywords NumPy calls otherwise. */
  private static Value renamed(Invocation in, String name) {
    Arguments given = in.arguments();
    List<Arguments.Named> named = new ArrayList<>();
    for (Arguments.Named each : given.named()) {
      String key = KEYWORDS.getOrDefault(each.name(), each.name());
      named.add(new Arguments.Named(key, each.value(), each.span()));
    }
    return in.operation(name, new Arguments(given.positional(), given.spans(), named));
  }

  private static boolean isNested(List<Value> rows) {
    return !rows.isEmpty() && !items(rows.get(0)).isEmpty();
  }

  /** Running results over numbers, or over rows of them; null where it is not they. */
  private static @Nullable List<Value> running(Invocation in, BinaryOperator operator) {
    List<Value> rows = items(in.get(0));
    boolean other = isNested(rows) && !in.get(1, "axis", Value.NONE).equals(Value.Int.of(0));
    if (rows.isEmpty() || other) {
      return null;
    }
    List<Value> results = new ArrayList<>(List.of(rows.get(0)));
    for (Value row : rows.subList(1, rows.size())) {
      Value next = combined(operator, results.get(results.size() - 1), row);
      if (next == null) {
        return null;
      }
      results.add(next);
    }
    return results;
  }

  private static @Nullable Value combined(BinaryOperator operator, Value left, Value right) {
    List<Value> lefts = items(left);
    List<Value> rights = items(right);
    if (lefts.isEmpty() || lefts.size() != rights.size()) {
      return Arithmetic.binary(operator, left, right);
    }
    List<Value> row = new ArrayList<>();
    for (int i = 0; i < lefts.size(); i++) {
      Value number = Arithmetic.binary(operator, lefts.get(i), rights.get(i));
      if (number == null) {
        return null;
      }
      row.add(number);
    }
    return new ListObject(row);
  }

  private static Value cumulated(Invocation in, String name) {
    List<Value> results =
        running(in, name.equals("cumprod") ? BinaryOperator.MULTIPLY : BinaryOperator.ADD);
    return results == null ? in.operation(name, in.arguments()) : new ListObject(results);
  }

  /** {@code np.prod} of numbers is one, else an array: along an axis if one is given. */
  private static Value product(Invocation in) {
    Value array = in.get(0);
    List<Value> results = running(in, BinaryOperator.MULTIPLY);
    if (results != null) {
      return results.get(results.size() - 1);
    }
    if (!isNested(items(array)) && !(array instanceof Tensor)) {
      return MathModule.product(in);
    }
    Value axis = in.get(1, "axis", Value.NONE);
    Value stacked = stacked(in, array);
    Value whole = stacked == null ? in.operation("tensor", Arguments.of(array)) : stacked;
    Arguments of = Arguments.of(whole);
    return in.operation("prod", axis instanceof Value.None ? of : of.with("dim", axis));
  }

  /** {@code np.vstack} of rows of numbers keeps the numbers. */
  private static Value rows(Invocation in) {
    List<Value> rows = items(in.get(0));
    boolean numbers =
        isNested(rows)
            && rows.stream().flatMap(row -> items(row).stream()).allMatch(n -> n.dim() != null);
    return numbers ? new ListObject(rows) : in.operation("vstack", in.arguments());
  }

  /** {@code np.append(a, values, axis=None)}: without an axis both are rows first. */
  private static Value append(Invocation in) {
    Value axis = in.get(2, "axis", Value.NONE);
    List<Value> parts = new ArrayList<>();
    for (Value part : List.of(in.get(0), in.get(1))) {
      Value array = part instanceof Tensor ? part : in.operation("tensor", Arguments.of(part));
      parts.add(axis instanceof Value.None ? in.operation("ravel", Arguments.of(array)) : array);
    }
    Value along = axis instanceof Value.None ? Value.Int.of(0) : axis;
    return in.operation("cat", Arguments.of(List.of(new Value.Sequence(parts, false), along)));
  }

  /** {@code np.linspace(start, stop, num=50)}. */
  private static Value linspace(Invocation in) {
    Value steps = in.get(2, "num", Value.Int.of(50));
    return in.operation("linspace", Arguments.of(List.of(in.get(0), in.get(1), steps)));
  }

  /** {@code np.meshgrid}, whose first two axes are the other way round. */
  private static Value meshgrid(Invocation in) {
    Value indexing = in.named("indexing", new Value.Text("xy"));
    List<Arguments.Named> named = List.of(new Arguments.Named("indexing", indexing, null));
    Arguments given = in.arguments();
    return in.operation("meshgrid", new Arguments(given.positional(), given.spans(), named));
  }

  /** {@code np.transpose(a, axes=None)}: all axes in another order, else the other way round. */
  private static Value transpose(Invocation in) {
    Value axes = in.get(1, "axes", Value.NONE);
    List<Value> order = new ArrayList<>(items(axes));
    if (order.isEmpty() && in.get(0) instanceof Tensor array) {
      for (int i = array.rank() - 1; i >= 0; i--) {
        order.add(Value.Int.of(i));
      }
    }
    return in.operation(
        "permute", Arguments.of(List.of(in.get(0), new Value.Sequence(order, true))));
  }
}
