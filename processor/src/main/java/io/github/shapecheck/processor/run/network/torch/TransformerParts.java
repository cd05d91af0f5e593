package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.attention.TransformerModule;
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

  /** A subclass with a forward pass of its own calls its parts itself. */
  void takeApart() {
    if (module.type().find("forward") instanceof FunctionObject) {
      parts().forEach(this::get);
    }
  }

  private @Nullable TransformerModule whole() {
    ConstructorCall making = module.making();
    return making == null ? null : TransformerModule.of(making.type().name());
  }

  private List<String> parts() {
    TransformerModule whole = whole();
    return whole == null ? List.of() : whole.parts();
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
    String layer = Objects.requireNonNull(whole()).layerOf(name);
    return name.equals("layers") ? layers(layer) : inner(layer, numbers(name));
  }

  private Map<String, Value> numbers(String part) {
    Value width = number("d_model");
    return switch (part.replaceAll("\\d", "")) {
      case "encoder", "decoder" ->
          Map.of("num_layers", number("num_" + part + "_layers"), "norm", new Value.Bool(true));
      case "self_attn", "multihead_attn" ->
          Map.of("embed_dim", width, "num_heads", number("nhead"));
      case "linear" -> {
        Value inside = number("dim_feedforward");
        boolean first = part.equals("linear1");
        Value from = first ? width : inside;
        yield Map.of("in_features", from, "out_features", first ? inside : width);
      }
      case "norm" -> Map.of("normalized_shape", width, "eps", number("layer_norm_eps"));
      default -> Map.of("p", number("dropout"));
    };
  }

  private ModuleObject layers(String layer) {
    ModuleObject list = new ModuleObject(TorchClasses.MODULE_LIST);
    Dim layers = number("num_layers").dim();
    long count = layers != null && layers.isConstant() ? Math.min(layers.value(), MOST) : 0;
    for (int i = 0; i < count; i++) {
      list.set(Integer.toString(i), inner(layer, Map.of()));
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
