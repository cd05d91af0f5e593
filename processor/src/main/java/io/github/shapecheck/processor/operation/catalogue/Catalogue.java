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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one catalogue of names: every layer by its annotation, every function and method by PyTorch's
 * name. What no model uses is not built.
 */
public final class Catalogue {
  private static final int FAMILIES = 17;
  private static final int MOST_SOUGHT = 500;

  /** What the families say that were asked so far. */
  private static final Map<String, Declaration> DECLARATIONS = new ConcurrentHashMap<>(2048);

  private static volatile int asked;

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

  /**
   * The families, first those that most networks have layers of; one by one, as the class of each
   * that is not asked is not loaded.
   */
  private static Family family(int number) {
    return switch (number) {
      case 0 -> new Convolutions();
      case 1 -> new Activations();
      case 2 -> new LinearMaps();
      case 3 -> new Pools();
      case 4 -> new Views();
      case 5 -> new Norms();
      case 6 -> new ElementFunctions();
      case 7 -> new Reductions();
      case 8 -> new Creations();
      case 9 -> new Subscripts();
      case 10 -> new RecurrentLayers();
      case 11 -> new Attentions();
      case 12 -> new Maps();
      case 13 -> new Losses();
      case 14 -> new Casts();
      case 15 -> new Signals();
      default -> new Einops();
    };
  }

  /** What is declared under a name, or null; families are asked until one has it. */
  private static @Nullable Declaration declaration(String name) {
    while (!DECLARATIONS.containsKey(name) && asked < FAMILIES) {
      askNext();
    }
    return DECLARATIONS.get(name); // another thread may have asked the last one
  }

  private static synchronized void askNext() {
    if (asked < FAMILIES) {
      index(family(asked), DECLARATIONS);
      asked++;
    }
  }

  static void index(Family family, Map<String, Declaration> index) {
    for (Declaration declaration : Declaration.of(family)) {
      if (index.put(declaration.name(), declaration) != null) {
        throw new IllegalStateException(declaration.name() + " is declared twice");
      }
    }
  }

  private static Set<String> names() {
    while (asked < FAMILIES) {
      askNext();
    }
    return DECLARATIONS.keySet();
  }

  /** The layer of an annotation's simple name, or null. */
  public static @Nullable LayerType layer(String name) {
    LayerType known = LAYERS.get(name);
    Declaration declared = known == null ? declaration(LAYER + name) : null;
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
    Declaration declared = declaration(METHOD + name);
    return declared == null || declared.parameters() != null ? null : declared(METHOD + name);
  }

  private static @Nullable Function declared(String name) {
    Function known = FUNCTIONS.get(name);
    Declaration declared = known == null ? declaration(name) : null;
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
    return names().stream()
        .filter(name -> name.startsWith(LAYER))
        .map(Catalogue::plain)
        .sorted()
        .toList();
  }

  /** All functions' names, sorted, some with {@code Tensor.} or {@code torch.} in front. */
  public static List<String> functions() {
    return names().stream().filter(name -> !name.startsWith(LAYER)).sorted().toList();
  }

  private static String plain(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static final class PlainNames {
    static final List<String> ALL = functions().stream().map(Catalogue::plain).distinct().toList();

    /** What was sought: a loop without an end seeks the same name tens of thousands of times. */
    static final Map<String, Optional<String>> NEAREST = new ConcurrentHashMap<>();
  }

  /** The known function whose name is nearest, if any is near. */
  public static Optional<String> nearestFunction(String name) {
    if (PlainNames.NEAREST.size() > MOST_SOUGHT) {
      PlainNames.NEAREST.clear();
    }
    return PlainNames.NEAREST.computeIfAbsent(name, n -> NearestName.of(n, PlainNames.ALL));
  }
}
