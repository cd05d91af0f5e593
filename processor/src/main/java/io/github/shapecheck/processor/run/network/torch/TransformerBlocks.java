package io.github.shapecheck.processor.run.network.torch;

import static io.github.shapecheck.processor.run.program.Builtin.define;

import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.attention.TransformerModule;
import io.github.shapecheck.processor.run.module.ConstructorCall;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.run.program.library.Copies;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.Objects;

/** What PyTorch's transformers do in Python: the blocks of their layers, stacks of other layers. */
final class TransformerBlocks {
  private static final int MOST = 1000;
  private static final String MODULE = "torch.nn.transformer";

  private TransformerBlocks() {}

  static void fill(ClassObject type) {
    TransformerModule made = TransformerModule.of(type.name());
    if (made == null) {
      return;
    }
    if (made.isLayer()) {
      written(type, "_sa_block", "_ff_block");
    }
    if (made == TransformerModule.DECODER_LAYER) {
      written(type, "_mha_block");
    }
    if (made.isStack()) {
      Value whole = Objects.requireNonNull(type.members().get("forward"), "each layer has one");
      Builtin parts = Written.named(MODULE, made.isDecoder() ? "decoder" : "encoder");
      define(type, "forward", in -> in.call(isWhole(in) ? whole : parts, in.arguments()));
    }
  }

  private static void written(ClassObject type, String... names) {
    for (String name : names) {
      type.members().put(name, Written.named(MODULE, name));
    }
  }

  private static boolean isWhole(Invocation in) {
    return ModuleObject.self(in).making() != null;
  }

  /** Makes a stack of layers with a forward of their own; false where it is of PyTorch's. */
  static boolean stack(ModuleObject module, Invocation in) {
    boolean isStack = module.type().find("_sa_block") == null && in.size() > 1;
    Value layer = isStack ? in.object(1) : Value.NONE;
    Value number = isStack ? in.get(2, "num_layers", Value.NONE) : Value.NONE;
    if (number instanceof ModuleObject && isStack(module.type())) {
      String both = layer.kind() + " and " + number.kind();
      throw in.error("TypeError", "needs a layer and how often it is repeated, not " + both);
    }
    boolean own =
        layer instanceof ModuleObject each
            && (each.type().find("forward") instanceof FunctionObject
                || isOther(in.get(3, "norm", Value.NONE), each));
    Dim count = own ? number.dim() : null;
    if (count == null || !count.isConstant() || !isStack(module.type())) {
      return false;
    }
    ModuleObject list = new ModuleObject(TorchClasses.MODULE_LIST);
    for (int i = 0; i < Math.min(count.value(), MOST); i++) {
      list.set(Integer.toString(i), new Copies(in.machine(), true).of(layer));
    }
    module.set("layers", list);
    module.set("num_layers", new Value.Int(count));
    module.set("norm", in.get(3, "norm", Value.NONE));
    return true;
  }

  /** Whether a norm is not the one that PyTorch's own transformer has over such layers. */
  private static boolean isOther(Value norm, ModuleObject layer) {
    if (!(norm instanceof ModuleObject module)) {
      return false;
    }
    ConstructorCall made = module.making();
    ConstructorCall repeated = layer.making();
    return made == null
        || repeated == null
        || made.type().operation().kind() != Kind.LAYER_NORM
        || !made.number("elementwise_affine").equals(new Value.Bool(true))
        || !made.number("bias").equals(new Value.Bool(true))
        || !made.number("normalized_shape").equals(repeated.number("d_model"));
  }

  private static boolean isStack(ClassObject type) {
    return isSubclass(type, TransformerModule.ENCODER)
        || isSubclass(type, TransformerModule.DECODER);
  }

  private static boolean isSubclass(ClassObject type, TransformerModule module) {
    ClassObject parent = TorchClasses.named(module.layer());
    return parent != null && type.isSubclassOf(parent);
  }
}
