package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltLayer;
import io.github.shapecheck.cli.convert.built.BuiltModule;
import io.github.shapecheck.cli.convert.built.Member;
import io.github.shapecheck.processor.operation.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Writes a class for a layer that has other weights than its annotation would say. */
final class LayerClass {
  private final String name;
  private final String type;
  private final List<String> fields = new ArrayList<>();

  private LayerClass(String name, String suffix) {
    this.name = name;
    this.type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + suffix;
  }

  /** A layer whose weight is another's has a bias at most; null for none. */
  static @Nullable JavaField tied(String name, @Nullable BuiltLayer layer) {
    Weights.Weight bias = layer == null ? null : layer.weights().get("bias");
    if (bias == null) {
      return null;
    }
    LayerClass made = new LayerClass(name, "Bias");
    made.add(bias);
    return made.field("What a layer has of its own whose weight is another's.", "");
  }

  /** A layer in whose place its function is called; null where there is none. */
  static @Nullable JavaField called(String name, BuiltModule module, BuiltLayer layer) {
    LayerText text = new LayerText(layer);
    String call = text.functional();
    if (call == null) {
      return null;
    }
    LayerClass made = new LayerClass(name, layer.type().name());
    layer.weights().all().forEach(made::add);
    module
        .members()
        .forEach(
            (key, member) -> {
              if (member instanceof Member.Weight && !SourceVersion.isIdentifier(key)) {
                String path = module.path() + "." + key;
                throw new Refusal(module.place(), path + " can be no field: its name");
              } else if (member instanceof Member.Weight weight && !weight.first()) {
                throw new Refusal(
                    module.place(),
                    module.path() + " has weights of another: no annotation says that");
              } else if (member instanceof Member.Weight weight) {
                made.add(new Weights.Weight(key, weight.tensor().shape(), weight.trainable()));
              }
            });
    String line = call.formatted("x");
    for (var attribute : text.attributes().entrySet()) {
      line = line.replace("self." + attribute.getKey() + ",", attribute.getValue() + ",");
      line = line.replace("self." + attribute.getKey() + ")", attribute.getValue() + ")");
    }
    String forward = "  @Forward(" + JavaText.quoted("return " + line) + ")\n";
    return made.field("The " + layer.type().name() + " with other weights.", forward);
  }

  private void add(Weights.Weight weight) {
    String kind = weight.trainable() ? "Parameter" : "Buffer";
    String sizes = ModuleContent.sizes(weight.shape().dims());
    String annotation = new JavaAnnotation(kind).put("value", sizes).text(4);
    fields.add("    " + annotation + " Object " + weight.name() + ";\n");
  }

  private JavaField field(String comment, String annotations) {
    String text =
        "  /** %s */\n%s  static class %s {\n%s  }\n"
            .formatted(comment, annotations, type, String.join("\n", fields));
    JavaAnnotation annotation = new JavaAnnotation("Submodule").put("value", type + ".class");
    return new JavaField(JavaNames.field(name), annotation, text);
  }
}
