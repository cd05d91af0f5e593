package io.github.shapecheck.processor.run.network.torch;

import static io.github.shapecheck.processor.run.program.Builtin.define;

import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.operation.recurrent.PackedSequence;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.BoundMethod;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.run.record.LayerConstructor;
import io.github.shapecheck.processor.value.Value;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The classes of torch.nn: Module, containers, layers. */
public final class TorchClasses {
  /** {@code nn.Module}. */
  public static final ClassObject MODULE = ClassObject.builtin("Module", Types.OBJECT);

  public static final ClassObject SEQUENTIAL = ClassObject.builtin("Sequential", MODULE);
  static final ClassObject MODULE_LIST = ClassObject.builtin("ModuleList", MODULE);
  static final ClassObject MODULE_DICT = ClassObject.builtin("ModuleDict", MODULE);
  static final ClassObject PARAMETER_LIST = ClassObject.builtin("ParameterList", MODULE);
  static final ClassObject PARAMETER_DICT = ClassObject.builtin("ParameterDict", MODULE);

  /** {@code torch.Tensor}, for {@code isinstance}. */
  public static final ClassObject TENSOR = ClassObject.builtin("Tensor", Types.OBJECT);

  public static final ClassObject PARAMETER = ClassObject.builtin("Parameter", TENSOR);

  private static final ClassObject PACKED_SEQUENCE =
      ClassObject.builtin("PackedSequence", Types.TUPLE);

  private static final Map<String, ClassObject> BASES = new ConcurrentHashMap<>();
  private static final Map<String, ClassObject> LAYERS = new ConcurrentHashMap<>();

  static {
    ModuleMethods.fill(MODULE);
    ContainerMethods.fill(SEQUENTIAL, MODULE_LIST, MODULE_DICT);
    ContainerMethods.fillParameters(PARAMETER_LIST, PARAMETER_DICT);
    define(PARAMETER, "__new__", Tensors::parameter);
    define(TENSOR, "__new__", in -> Tensors.made(in, "Tensor"));
    define(PACKED_SEQUENCE, "__new__", Tensors::packed);
  }

  private TorchClasses() {}

  /**
   * A class with a forward is a module, whatever library its base is of; so is a LightningModule.
   */
  public static ClassObject baseOfUnknown(Statement.ClassDef definition) {
    boolean named =
        definition.bases().stream()
            .anyMatch(
                base ->
                    base instanceof Expression.Name name && name.id().endsWith("Module")
                        || base instanceof Expression.Attribute part
                            && part.name().endsWith("Module"));
    boolean forward =
        definition.body().stream()
            .anyMatch(
                member ->
                    member instanceof Statement.FunctionDef function
                        && function.decorators().isEmpty()
                        && function.code().name().equals("forward"));
    return named || forward ? MODULE : Types.OBJECT;
  }

  /** The class of a layer or of a packed sequence; null for none. */
  public static @Nullable ClassObject of(Value value) {
    if (value instanceof References.Layers layers && layers.layers().size() == 1) {
      return named(layers.layers().get(0).type().name());
    }
    return PackedSequence.of(value) == null ? null : PACKED_SEQUENCE;
  }

  /** The class of a name; null for none. */
  public static @Nullable ClassObject named(String name) {
    return switch (name) {
      case "Module" -> MODULE;
      case "Sequential" -> SEQUENTIAL;
      case "ModuleList" -> MODULE_LIST;
      case "ModuleDict" -> MODULE_DICT;
      case "ParameterList" -> PARAMETER_LIST;
      case "ParameterDict" -> PARAMETER_DICT;
      case "Parameter" -> PARAMETER;
      case "Tensor" -> TENSOR;
      case "PackedSequence" -> PACKED_SEQUENCE;
      case "FloatTensor", "LongTensor", "BoolTensor" -> tensors(name);
      case "_ConvNd", "_BatchNorm", "_NormBase", "_InstanceNorm" -> base(name);
      default -> layer(Catalogue.presentName(name));
    };
  }

  /** The class of tensors of one element type. */
  private static ClassObject tensors(String name) {
    ClassObject known = BASES.get(name);
    if (known == null) {
      known = ClassObject.builtin(name, TENSOR);
      define(known, "__new__", in -> Tensors.made(in, name));
      BASES.put(name, known);
    }
    return known;
  }

  private static ClassObject base(String name) {
    ClassObject known = BASES.get(name);
    if (known == null) {
      known = ClassObject.builtin(name, MODULE);
      if (name.equals("_BatchNorm")) { // of any number of axes
        makes(known, Catalogue.layer(Kind.BATCH_NORM, 0).name());
      }
      BASES.put(name, known);
    }
    return known;
  }

  /** Lets a class make layers of a name. */
  private static void makes(ClassObject type, String layer) {
    LayerConstructor constructor = LayerConstructor.named(layer);
    if (constructor == null) {
      return;
    }
    define(
        type,
        "__init__",
        in -> {
          if (in.object(0) instanceof ModuleObject module) {
            module.begin();
            NetworkHost.of(in).layers().make(module, constructor, in);
          }
          return Value.NONE;
        });
    define(type, "forward", in -> NetworkHost.of(in).layers().apply(in));
  }

  private static @Nullable ClassObject layer(String name) {
    ClassObject known = LAYERS.get(name);
    if (known != null) {
      return known;
    }
    LayerConstructor constructor = LayerConstructor.named(name);
    if (constructor == null) {
      return null;
    }
    ClassObject parent =
        switch (constructor.kind()) {
          case CONVOLUTION, TRANSPOSED_CONVOLUTION -> base("_ConvNd");
          case BATCH_NORM -> base("_BatchNorm");
          case INSTANCE_NORM -> base("_InstanceNorm");
          default -> MODULE;
        };
    ClassObject type = ClassObject.builtin(name, parent);
    makes(type, name);
    if (constructor.parameters().contains("num_embeddings")) {
      Builtin made = Written.named("torch", "from_pretrained");
      type.members().put(made.name(), new Wrapper(Wrapper.Kind.CLASS, made));
    }
    TransformerBlocks.fill(type);
    LAYERS.putIfAbsent(name, type);
    return LAYERS.get(name);
  }

  /**
   * A method that changes no shape, of what is no object of a class of modules; null for others.
   */
  public static @Nullable Value withoutEffect(String name, Value self) {
    Value method = ModuleMethods.isWithoutEffect(name) ? MODULE.find(name) : null;
    return method == null ? null : new BoundMethod(method, self);
  }
}
