package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.run.module.ConstructorCall;
import io.github.shapecheck.processor.run.module.LayerInstance;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is in an {@code nn.Transformer} behind a dot: its encoder, its decoder and its mask. */
record TransformerParts(Recorder recorder, ModuleObject module) {
  private static final String MASK = "generate_square_subsequent_mask";

  /** A subclass with a forward pass of its own calls its parts itself. */
  void takeApart() {
    if (isTransformer() && module.type().find("forward") instanceof FunctionObject) {
      get("encoder");
      get("decoder");
    }
  }

  private boolean isTransformer() {
    LayerInstance layer = module.layer();
    return layer != null
        && layer.type().operation().kind() == Kind.TRANSFORMER
        && layer.type().constructor().indexOf("num_encoder_layers") >= 0;
  }

  /** The part of a name; null for none, and for other layers. */
  @Nullable Value get(String name) {
    if (!isTransformer()) {
      return null;
    }
    return switch (name) {
      case MASK -> new References.Named(Objects.requireNonNull(Catalogue.function(MASK)), null);
      case "encoder", "decoder" -> stack(name);
      default -> null;
    };
  }

  /** Takes a stack out of the transformer, with its weights. */
  private Value stack(String name) {
    LayerInstance whole = Objects.requireNonNull(module.layer());
    String type = whole.type().name() + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    LayerType made = Objects.requireNonNull(Catalogue.layer(type));
    @Nullable Value[] numbers = new Value[made.constructor().size()];
    for (int i = 0; i < numbers.length; i++) {
      String parameter = made.constructor().names().get(i);
      String own = parameter.equals("num_layers") ? "num_" + name + "_layers" : parameter;
      int index = whole.type().constructor().indexOf(own);
      numbers[i] = index < 0 ? new Value.Bool(true) : whole.numbers()[index];
    }
    ModuleObject part = new ModuleObject(Objects.requireNonNull(TorchClasses.named(type)));
    part.made(new ConstructorCall(made, numbers, new Place[numbers.length], module.place()));
    module.set(name, part);
    if (module.isRegistered()) {
      part.register(module.path().isEmpty() ? name : module.path() + "." + name);
      Registration.forgetReplaced(recorder, module);
    }
    return part;
  }
}
