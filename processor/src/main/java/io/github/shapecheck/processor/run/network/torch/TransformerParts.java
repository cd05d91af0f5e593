package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.run.module.ConstructorCall;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The modules that a transformer of torch.nn is made of, where a program calls them itself. */
record TransformerParts(Recorder recorder, ModuleObject module) {
  private static final String MASK = "generate_square_subsequent_mask";
  private static final int MOST = 1000;

  /** The parts of each layer, in the order in which PyTorch registers them. */
  private static final Map<String, List<String>> PARTS =
      Map.of(
          "Transformer",
          List.of("encoder", "decoder"),
          "TransformerEncoder",
          List.of("layers", "norm"),
          "TransformerDecoder",
          List.of("layers", "norm"),
          "TransformerEncoderLayer",
          List.of(
              "self_attn",
              "linear1",
              "dropout",
              "linear2",
              "norm1",
              "norm2",
              "dropout1",
              "dropout2"),
          "TransformerDecoderLayer",
          List.of(
              "self_attn",
              "multihead_attn",
              "linear1",
              "dropout",
              "linear2",
              "norm1",
              "norm2",
              "norm3",
              "dropout1",
              "dropout2",
              "dropout3"));

  /** A subclass with a forward pass of its own calls its parts itself. */
  void takeApart() {
    if (module.type().find("forward") instanceof FunctionObject) {
      parts().forEach(this::get);
    }
  }

  private List<String> parts() {
    ConstructorCall whole = module.making();
    return whole == null ? List.of() : PARTS.getOrDefault(whole.type().name(), List.of());
  }

  /** The part of a name; null for none, and for other layers. */
  @Nullable Value get(String name) {
    List<String> parts = parts();
    if (name.equals("activation") && parts.contains("linear1")) {
      return number(name) instanceof Value.Text text
          ? TorchNames.module("torch.nn.functional").members().apply(text.value())
          : number(name);
    }
    if (name.equals(MASK) && parts.contains("encoder")) {
      return new References.Named(Objects.requireNonNull(Catalogue.function(MASK)), null);
    }
    if (!parts.contains(name)) {
      return null;
    }
    if (name.equals("norm") && !number(name).equals(new Value.Bool(true))) {
      return Value.NONE;
    }
    ModuleObject part = part(name);
    module.set(name, part);
    if (module.isRegistered()) {
      String path = module.path().isEmpty() ? name : module.path() + "." + name;
      ModuleInstance scope = NetworkHost.of(recorder).scope();
      if (scope == null) {
        part.register(path);
      } else {
        new Registration(recorder).registerField(part, path, scope);
      }
      Registration.forgetReplaced(recorder, module);
    }
    return part;
  }

  private ModuleObject part(String name) {
    Value width = number("d_model");
    return switch (name.replaceAll("\\d", "")) {
      case "layers" -> layers();
      case "encoder", "decoder" ->
          inner(
              "Transformer" + Character.toUpperCase(name.charAt(0)) + name.substring(1),
              Map.of(
                  "num_layers", number("num_" + name + "_layers"), "norm", new Value.Bool(true)));
      case "self_attn", "multihead_attn" ->
          inner("MultiheadAttention", Map.of("embed_dim", width, "num_heads", number("nhead")));
      case "linear" -> {
        Value inside = number("dim_feedforward");
        boolean first = name.equals("linear1");
        Value from = first ? width : inside;
        yield inner("Linear", Map.of("in_features", from, "out_features", first ? inside : width));
      }
      case "norm" ->
          inner("LayerNorm", Map.of("normalized_shape", width, "eps", number("layer_norm_eps")));
      default -> inner("Dropout", Map.of("p", number("dropout")));
    };
  }

  private ModuleObject layers() {
    ModuleObject list = new ModuleObject(TorchClasses.MODULE_LIST);
    Dim layers = number("num_layers").dim();
    long count = layers != null && layers.isConstant() ? Math.min(layers.value(), MOST) : 0;
    String type = Objects.requireNonNull(module.making()).type().name() + "Layer";
    for (int i = 0; i < count; i++) {
      list.set(Integer.toString(i), inner(type, Map.of()));
    }
    return list;
  }

  /** A layer with some numbers of its own and the others of the whole. */
  private ModuleObject inner(String name, Map<String, Value> own) {
    LayerType type = Objects.requireNonNull(Catalogue.layer(name));
    ConstructorCall whole = Objects.requireNonNull(module.making());
    @Nullable Value[] numbers = new Value[type.constructor().size()];
    for (int i = 0; i < numbers.length; i++) {
      String parameter = type.constructor().names().get(i);
      boolean shared = whole.type().constructor().indexOf(parameter) >= 0;
      Value fallback = shared ? number(parameter) : type.fallback(i);
      numbers[i] = own.getOrDefault(parameter, fallback == null ? Value.UNKNOWN : fallback);
    }
    ModuleObject part = new ModuleObject(Objects.requireNonNull(TorchClasses.named(name)));
    part.made(new ConstructorCall(type, numbers, new Place[numbers.length], module.place()));
    return part;
  }

  private Value number(String name) {
    return Objects.requireNonNull(module.making()).number(name);
  }
}
