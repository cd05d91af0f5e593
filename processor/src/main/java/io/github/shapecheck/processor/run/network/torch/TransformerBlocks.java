package io.github.shapecheck.processor.run.network.torch;

import static io.github.shapecheck.processor.run.program.Builtin.define;

import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.attention.TransformerModule;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.run.module.ConstructorCall;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.library.Copies;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What PyTorch's transformers do in Python: the blocks of their layers, stacks of other layers. */
final class TransformerBlocks {
  private static final int MOST = 1000;
  private static final List<String> ENCODER = List.of("src_mask", "src_key_padding_mask");
  private static final List<String> DECODER =
      List.of("tgt_mask", "memory_mask", "tgt_key_padding_mask", "memory_key_padding_mask");

  private TransformerBlocks() {}

  static void fill(ClassObject type) {
    TransformerModule made = TransformerModule.of(type.name());
    if (made == null) {
      return;
    }
    if (made.isLayer()) {
      define(type, "_sa_block", in -> attention(in, 1));
      define(type, "_ff_block", in -> feedForward(in, made.isDecoder() ? "3" : "2"));
    }
    if (made == TransformerModule.DECODER_LAYER) {
      define(type, "_mha_block", in -> attention(in, 2));
    }
    if (made.isStack()) {
      Value whole = Objects.requireNonNull(type.members().get("forward"), "each layer has one");
      define(type, "forward", in -> isWhole(in) ? in.call(whole, in.arguments()) : stacked(in));
    }
  }

  private static boolean isWhole(Invocation in) {
    return ModuleObject.self(in).making() != null;
  }

  /** Self attention over the first argument, or attention from it to the second. */
  private static Value attention(Invocation in, int tensors) {
    String layer = tensors == 1 ? "self_attn" : "multihead_attn";
    List<Value> given = new ArrayList<>(List.of(in.object(1), in.object(tensors)));
    given.add(in.object(tensors));
    given.add(in.get(tensors + 2, "key_padding_mask", Value.NONE));
    given.add(new Value.Bool(false));
    given.add(in.get(tensors + 1, "attn_mask", Value.NONE));
    Value made = in.machine().items(in.frame(), call(in, layer, given), in.span()).get(0);
    return call(in, "dropout" + tensors, List.of(made));
  }

  private static Value feedForward(Invocation in, String last) {
    Value value = in.object(1);
    for (String layer : List.of("linear1", "activation", "dropout", "linear2", "dropout" + last)) {
      value = call(in, layer, List.of(value));
    }
    return value;
  }

  private static Value call(Invocation in, String attribute, List<Value> arguments) {
    return in.call(in.attribute(in.object(0), attribute), Arguments.of(arguments));
  }

  /** Makes a stack of layers with a forward of their own; false where it is of PyTorch's. */
  static boolean stack(ModuleObject module, Invocation in) {
    boolean isStack = module.type().find("_sa_block") == null && in.size() > 1;
    Value layer = isStack ? in.object(1) : Value.NONE;
    boolean own =
        layer instanceof ModuleObject each
            && (each.type().find("forward") instanceof FunctionObject
                || isOther(in.get(3, "norm", Value.NONE), each));
    Dim count = own ? in.get(2, "num_layers", Value.NONE).dim() : null;
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

  /** One layer after the other, each with the masks that its forward takes, and the norm. */
  private static Value stacked(Invocation in) {
    ModuleObject self = ModuleObject.self(in);
    List<Value> rest = in.arguments().positional();
    boolean decoder = isSubclass(self.type(), TransformerModule.DECODER);
    List<String> names = decoder ? DECODER : ENCODER;
    int tensors = decoder ? 3 : 2;
    Value value = in.get(1, decoder ? "tgt" : "src", Value.NONE);
    Value layers = self.attributes().getOrDefault("layers", Value.NONE);
    for (Value layer : in.machine().items(in.frame(), layers, in.span())) {
      List<Value> given = new ArrayList<>(List.of(value));
      given.addAll(decoder ? List.of(in.get(2, "memory", Value.NONE)) : List.of());
      Arguments arguments = Arguments.of(given);
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        String own = decoder || i > 0 ? name : "mask";
        Value mask = tensors + i < rest.size() ? rest.get(tensors + i) : in.named(own, Value.NONE);
        arguments = takes(layer, name) ? arguments.with(name, mask) : arguments;
      }
      value = in.call(layer, arguments);
    }
    boolean normed = self.attributes().get("norm") instanceof ModuleObject;
    return normed ? call(in, "norm", List.of(value)) : value;
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

  private static boolean takes(Value layer, String name) {
    return layer instanceof ModuleObject module
        && module.type().find("forward") instanceof FunctionObject forward
        && forward.parameters().stream()
            .anyMatch(
                each -> each.name().equals(name) || each.kind() == Parameter.Kind.VAR_KEYWORD);
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
