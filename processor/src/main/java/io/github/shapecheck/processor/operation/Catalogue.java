package io.github.shapecheck.processor.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one catalogue of names: every layer by its annotation, every function and method by PyTorch's
 * name.
 */
public final class Catalogue {
  private static final Map<String, LayerType> LAYERS = new HashMap<>();
  private static final Map<String, Function> FUNCTIONS = new HashMap<>();

  static {
    ElementwiseTable.fill(new Table());
    ReductionTable.fill(new Table());
    ReshapeTable.fill(new Table());
    ProductTable.fill(new Table());
    CreationTable.fill(new Table());
    CastTable.fill(new Table());
    VisionTable.fill(new Table());
    LayerTable.fill(new Table());
    ActivationTable.fill(new Table());
    SequenceTable.fill(new Table());
    LossTable.fill(new Table());
    FunctionTable.fill(new Table());
  }

  private Catalogue() {}

  /** What a table adds its lines to. */
  static final class Table {
    /** A layer with PyTorch's constructor and forward parameters. */
    void layer(String name, String constructor, String forward, LayerRule rule) {
      LAYERS.put(name, LayerType.of(name, constructor, forward, rule));
    }

    /** A function; a rule that is a layer's checks the numbers of each call. */
    void function(String name, String signature, Rule rule) {
      Rule checked =
          rule instanceof LayerRule layer
              ? call -> {
                layer.check(call);
                return layer.apply(call);
              }
              : rule;
      FUNCTIONS.put(name, Function.of(name, signature, checked));
    }

    /** A method whose parameters differ from those of the function of its name. */
    void method(String name, String signature, Rule rule) {
      function("Tensor." + name, signature, rule);
    }

    /** A function of torch whose parameters differ from those of torch.nn.functional's. */
    void torch(String name, String signature, Rule rule) {
      function("torch." + name, signature, rule);
    }
  }

  /** The function {@code torch.name}, whose parameters may not be those of {@code F.name}. */
  public static @Nullable Function torch(String name) {
    Function function = FUNCTIONS.get("torch." + name);
    return function == null ? function(name) : function;
  }

  /** The layer of an annotation's simple name, or null. */
  public static @Nullable LayerType layer(String name) {
    return LAYERS.get(name);
  }

  /** The function of a name, or null; the in-place form {@code relu_} is the function. */
  public static @Nullable Function function(String name) {
    Function function = FUNCTIONS.get(name);
    return function == null && name.endsWith("_") && !name.endsWith("__")
        ? FUNCTIONS.get(name.substring(0, name.length() - 1))
        : function;
  }

  /** The method of a name, or null. */
  public static @Nullable Function method(String name) {
    String plain = name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
    Function method = FUNCTIONS.get("Tensor." + plain);
    return method == null ? function(name) : method;
  }

  /** All layers' names, sorted. */
  public static List<String> layers() {
    return LAYERS.keySet().stream().sorted().toList();
  }

  /** A function's name without {@code Tensor.} or {@code torch.} in front. */
  public static String plain(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** All functions' names, sorted, some with {@code Tensor.} or {@code torch.} in front. */
  public static List<String> functions() {
    return FUNCTIONS.keySet().stream().sorted().toList();
  }

  /** The known function whose name is nearest, if any is near. */
  public static Optional<String> nearestFunction(String name) {
    return nearest(name, FUNCTIONS.keySet().stream().map(Catalogue::plain).toList());
  }

  /** The nearest of some names by edit distance, if it is near enough to be meant. */
  public static Optional<String> nearest(String name, List<String> names) {
    int limit = Math.max(1, name.length() / 3);
    return new ArrayList<>(names)
        .stream()
            .filter(other -> Math.abs(other.length() - name.length()) <= limit)
            .filter(other -> EditDistance.between(name, other) <= limit)
            .min(
                Comparator.comparingInt((String other) -> EditDistance.between(name, other))
                    .thenComparing(Comparator.naturalOrder()));
  }
}
