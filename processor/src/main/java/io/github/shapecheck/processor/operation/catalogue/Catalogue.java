package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.operation.Signature;
import io.github.shapecheck.processor.operation.activation.Activations;
import io.github.shapecheck.processor.operation.attention.Attentions;
import io.github.shapecheck.processor.operation.conv.Convolutions;
import io.github.shapecheck.processor.operation.create.Casts;
import io.github.shapecheck.processor.operation.create.Creations;
import io.github.shapecheck.processor.operation.einops.Einops;
import io.github.shapecheck.processor.operation.index.Subscripts;
import io.github.shapecheck.processor.operation.linear.LinearMaps;
import io.github.shapecheck.processor.operation.loss.Losses;
import io.github.shapecheck.processor.operation.math.ElementFunctions;
import io.github.shapecheck.processor.operation.math.Reductions;
import io.github.shapecheck.processor.operation.norm.Norms;
import io.github.shapecheck.processor.operation.pool.Pools;
import io.github.shapecheck.processor.operation.recurrent.RecurrentLayers;
import io.github.shapecheck.processor.operation.signal.Signals;
import io.github.shapecheck.processor.operation.view.Views;
import io.github.shapecheck.processor.operation.vision.Maps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one catalogue of names: every layer by its annotation, every function and method by PyTorch's
 * name. What no model uses is not built.
 */
public final class Catalogue {
  private static final Map<String, Declaration> DECLARATIONS =
      index(
          new ElementFunctions(),
          new Reductions(),
          new Views(),
          new Subscripts(),
          new Activations(),
          new LinearMaps(),
          new Convolutions(),
          new Pools(),
          new Norms(),
          new Maps(),
          new Creations(),
          new Casts(),
          new RecurrentLayers(),
          new Attentions(),
          new Losses(),
          new Signals(),
          new Einops());
  private static final String LAYER = "nn.";
  private static final String METHOD = "Tensor.";
  private static final String TORCH = "torch.";

  /** Layers by the names that they had until PyTorch 0.2. */
  private static final Map<String, String> OLD_NAMES = Map.of("NLLLoss2d", "NLLLoss");

  private static final Map<String, Operation> OPERATIONS = new ConcurrentHashMap<>();
  private static final Map<String, LayerType> LAYERS = new ConcurrentHashMap<>();
  private static final Map<String, Function> FUNCTIONS = new ConcurrentHashMap<>();
  private static final Map<Plainest, LayerType> PLAINEST = new ConcurrentHashMap<>();

  private record Plainest(Kind kind, int axes) {}

  private Catalogue() {}

  static Map<String, Declaration> index(Family... families) {
    Map<String, Declaration> index = new HashMap<>(2048);
    for (Family family : families) {
      for (Declaration declaration : Declaration.of(family)) {
        if (index.put(declaration.name(), declaration) != null) {
          throw new IllegalStateException(declaration.name() + " is declared twice");
        }
      }
    }
    return index;
  }

  /** The layer of an annotation's simple name, or null. */
  public static @Nullable LayerType layer(String name) {
    LayerType known = LAYERS.get(name);
    Declaration declared = known == null ? DECLARATIONS.get(LAYER + name) : null;
    if (declared == null) {
      return known;
    }
    LayerType layer =
        LayerType.of(
            name,
            Signature.of(String.valueOf(declared.parameters())),
            Signature.of(String.valueOf(declared.forward())),
            operation(declared));
    LAYERS.put(name, layer);
    return layer;
  }

  /** The name that a layer bears today. */
  public static String presentName(String layer) {
    return OLD_NAMES.getOrDefault(layer, layer);
  }

  /** The function of a name, or null; the in-place form {@code relu_} is the function. */
  public static @Nullable Function function(String name) {
    Function function = declared(name);
    if (function != null || !name.endsWith("_") || name.endsWith("__")) {
      return function;
    }
    return inPlace(name, name, declared(name.substring(0, name.length() - 1)));
  }

  private static @Nullable Function inPlace(String key, String name, @Nullable Function plain) {
    if (plain == null) {
      return null;
    }
    Function inPlace = new Function(name, plain.signature(), plain.operation().inPlace());
    FUNCTIONS.put(key, inPlace);
    return inPlace;
  }

  /** The function {@code torch.name}, whose parameters may not be those of {@code F.name}. */
  public static @Nullable Function torch(String name) {
    Function function = declared(TORCH + name);
    return function == null ? function(name) : function;
  }

  /** The method of a name, or null. */
  public static @Nullable Function method(String name) {
    Function method = declared(METHOD + name);
    if (method == null && name.endsWith("_")) {
      Function plain = declared(METHOD + name.substring(0, name.length() - 1));
      method = inPlace(METHOD + name, name, plain);
    }
    return method == null ? function(name) : method;
  }

  /** The attribute {@code x.name} that is an operation on the tensor, or null. */
  public static @Nullable Function attribute(String name) {
    Declaration declared = DECLARATIONS.get(METHOD + name);
    return declared == null || declared.parameters() != null ? null : declared(METHOD + name);
  }

  private static @Nullable Function declared(String name) {
    Function known = FUNCTIONS.get(name);
    Declaration declared = known == null ? DECLARATIONS.get(name) : null;
    if (declared == null || declared.name().startsWith(LAYER)) {
      return known;
    }
    String parameters = declared.parameters();
    Function function =
        new Function(
            plain(name),
            Signature.of(parameters == null ? "input" : parameters),
            operation(declared));
    FUNCTIONS.put(name, function);
    return function;
  }

  private static Operation operation(Declaration declared) {
    Operation known = OPERATIONS.get(declared.first());
    if (known != null) {
      return known;
    }
    Operation built = declared.operation();
    Operation other = OPERATIONS.putIfAbsent(declared.first(), built);
    return other == null ? built : other;
  }

  /** The plainest layer of a kind over so many spatial axes, 0 where its name tells none. */
  public static LayerType layer(Kind kind, int axes) {
    return PLAINEST.computeIfAbsent(new Plainest(kind, axes), Catalogue::plainest);
  }

  private static LayerType plainest(Plainest wanted) {
    for (String name : layers()) {
      LayerType layer = layer(name);
      if (layer != null
          && layer.operation().kind() == wanted.kind
          && layer.operation().axes() == wanted.axes) {
        return layer;
      }
    }
    throw new IllegalArgumentException("no layer is a " + wanted);
  }

  /** All layers' names, sorted. */
  public static List<String> layers() {
    return DECLARATIONS.keySet().stream()
        .filter(name -> name.startsWith(LAYER))
        .map(Catalogue::plain)
        .sorted()
        .toList();
  }

  /** All functions' names, sorted, some with {@code Tensor.} or {@code torch.} in front. */
  public static List<String> functions() {
    return DECLARATIONS.keySet().stream().filter(name -> !name.startsWith(LAYER)).sorted().toList();
  }

  private static String plain(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static final class PlainNames {
    static final List<String> ALL = functions().stream().map(Catalogue::plain).distinct().toList();
  }

  /** The known function whose name is nearest, if any is near. */
  public static Optional<String> nearestFunction(String name) {
    return NearestName.of(name, PlainNames.ALL);
  }
}
