package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one catalogue of names: every layer by its annotation, every function and method by PyTorch's
 * name.
 */
public final class Catalogue {
  private static final Map<String, LayerType> LAYERS;
  private static final Map<String, Function> FUNCTIONS;

  static {
    Table table = new Table();
    ElementwiseTable.fill(table);
    ReductionTable.fill(table);
    ReshapeTable.fill(table);
    ProductTable.fill(table);
    CreationTable.fill(table);
    CastTable.fill(table);
    VisionTable.fill(table);
    LayerTable.fill(table);
    ActivationTable.fill(table);
    SequenceTable.fill(table);
    LossTable.fill(table);
    FunctionTable.fill(table);
    LAYERS = table.layers();
    FUNCTIONS = table.functions();
  }

  private Catalogue() {}

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
    return NearestName.of(name, FUNCTIONS.keySet().stream().map(Catalogue::plain).toList());
  }
}
