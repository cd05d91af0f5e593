package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltLayer;
import io.github.shapecheck.cli.convert.built.Literals;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.value.Value;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A layer of torch.nn as an annotation, or as a call in {@code @Sequential}. */
final class LayerText {
  private static final String PACKAGE = "io.github.shapecheck.nn.";

  private static final Set<String> PER_AXIS =
      Set.of("kernel_size", "stride", "padding", "dilation", "output_padding");

  private final BuiltLayer layer;
  private final LayerType type;

  LayerText(BuiltLayer layer) {
    this.layer = layer;
    this.type = layer.type();
  }

  /** The annotation of a layer; null where it has none. */
  static @Nullable Class<?> annotation(String name) {
    try {
      Class<?> found = Class.forName(PACKAGE + name);
      return found.isAnnotation() ? found : null;
    } catch (ClassNotFoundException none) {
      return null;
    }
  }

  /** What tells layers apart that no number does. */
  String skeleton() {
    StringBuilder text = new StringBuilder(type.name());
    for (int i = 0; i < layer.numbers().size(); i++) {
      text.append(isWritten(i) ? '1' : '0');
    }
    return text.toString();
  }

  private boolean isWritten(int index) {
    return !(layer.numbers().get(index) instanceof Value.Unknown);
  }

  private boolean isDefault(int index) {
    Value fallback = type.fallback(index);
    Value number = layer.numbers().get(index);
    return fallback != null && text(fallback).equals(text(number));
  }

  private static String text(Value value) {
    return String.valueOf(Literals.of(value));
  }

  /** Its numbers by PyTorch's names, as its own functions read them. */
  Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < layer.numbers().size(); i++) {
      String name = type.constructor().names().get(i);
      String text = Literals.of(layer.numbers().get(i));
      if (name.equals("bias") && layer.weights().get(name) == null) {
        attributes.put(name, "None");
      } else if (name.equals("activation")
          && layer.numbers().get(i) instanceof Value.Text function) {
        attributes.put(name, "F." + function.value());
      } else if (text != null && layer.weights().get(name) == null) {
        boolean axes = type.name().startsWith("Conv") && PER_AXIS.contains(name);
        boolean single = axes && layer.numbers().get(i) instanceof Value.Int;
        int count = single ? type.name().charAt(type.name().length() - 2) - '0' : 0;
        String each = "(" + (text + ", ").repeat(Math.max(0, count - 1)) + text + ")";
        attributes.put(name, !single ? text : count == 1 ? "(" + text + ",)" : each);
      }
    }
    return attributes;
  }

  /** The function that does the same with weights that it is given, and its arguments. */
  @Nullable String functional() {
    String bias = layer.weights().get("bias") == null ? "None" : "self.bias";
    if (type.name().equals("Linear")) {
      return "F.linear(%s, self.weight, " + bias + ")";
    }
    if (type.name().equals("Embedding")) {
      return "F.embedding(%s, self.weight)";
    }
    if (type.name().equals("LayerNorm")) {
      String weight = layer.weights().get("weight") == null ? "None" : "self.weight";
      return "F.layer_norm(%s, self.normalized_shape, " + weight + ", " + bias + ")";
    }
    if (type.name().matches("BatchNorm[123]d") && layer.weights().get("running_var") != null) {
      String weight = layer.weights().get("weight") == null ? "None" : "self.weight";
      return "F.batch_norm(%s, self.running_mean, self.running_var, " + weight + ", " + bias + ")";
    }
    return type.name().matches("Conv[123]d")
        ? "F."
            + type.name().toLowerCase(Locale.ROOT)
            + "(%s, self.weight, "
            + bias
            + ", self.stride, self.padding, self.dilation, self.groups)"
        : null;
  }

  /** {@code Conv2d(3, 8, 5, padding=2)}. */
  String call(String label, Slots slots) {
    List<String> arguments = new ArrayList<>();
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < layer.numbers().size(); i++) {
      if (isWritten(i)) {
        String name = type.constructor().names().get(i);
        String expression = slots.next(label + "_" + name, layer.numbers().get(i));
        int place = layer.parameters().indexOf(name);
        boolean required = place >= 0 && place < layer.required();
        if (!expression.isEmpty() || required || !isDefault(i)) {
          String plain = name.equals("padding_kind") ? "padding" : name;
          texts.put(plain, expression.isEmpty() ? text(layer.numbers().get(i)) : expression);
        }
      }
    }
    int keywords = type.constructor().keywords();
    String others = keywords < 0 ? null : texts.remove(type.constructor().names().get(keywords));
    List<String> order = layer.required() < 0 ? type.constructor().names() : layer.parameters();
    boolean positional = true;
    for (String name : order) {
      String text = texts.remove(name);
      positional &= text != null && (layer.required() < 0 || arguments.size() < layer.required());
      if (text != null) {
        arguments.add(positional ? text : name + "=" + text);
      }
    }
    texts.forEach((name, text) -> arguments.add(name + "=" + text));
    if (others != null) {
      pairs(layer.numbers().get(keywords))
          .forEach((name, text) -> arguments.add(name + "=" + text));
    }
    return type.name() + "(" + String.join(", ", arguments) + ")";
  }

  private static Map<String, String> pairs(Value value) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (value instanceof Value.Sequence all) {
      for (Value pair : all.items()) {
        if (pair instanceof Value.Sequence both && both.items().get(0) instanceof Value.Text name) {
          pairs.put(name.value(), text(both.items().get(1)));
        }
      }
    }
    return pairs;
  }

  /** {@code @Conv2d(in = 3, out = 8, k = 5, p = 2)}. */
  JavaAnnotation annotation(String label, Slots slots) {
    JavaAnnotation annotation = new JavaAnnotation(type.name());
    Map<String, String> with = new LinkedHashMap<>();
    for (int i = 0; i < layer.numbers().size(); i++) {
      if (!isWritten(i)) {
        continue;
      }
      Value number = layer.numbers().get(i);
      String member = type.constructor().members().get(i);
      String expression = slots.next(label + "_" + type.constructor().names().get(i), number);
      if (i == type.constructor().keywords()) {
        with.putAll(pairs(number));
      } else if (expression.isEmpty() && !isDefault(i) && !(number instanceof Value.None)) {
        String literal = literal(member, number);
        if (literal == null) {
          with.put(member, text(number));
        } else {
          annotation.put(member, literal);
        }
      } else if (!expression.isEmpty()) {
        with.put(member, expression);
      }
    }
    shorten(annotation, with.isEmpty());
    if (!with.isEmpty()) {
      annotation.put("with", JavaText.quoted(Keywords.of(with, " = ")));
    }
    return annotation;
  }

  /** One number may stand alone where the annotation has a value. */
  private void shorten(JavaAnnotation annotation, boolean alone) {
    for (int i = 0; i < layer.numbers().size(); i++) {
      String member = type.constructor().members().get(i);
      if (alone && type.constructor().alternative(i).equals("value")) {
        annotation.rename(member, "value");
      }
    }
  }

  /** A number as the annotation's member takes it; null where it does not. */
  private @Nullable String literal(String member, Value value) {
    Class<?> annotation = annotation(type.name());
    Class<?> kind = null;
    for (Method method : annotation == null ? new Method[0] : annotation.getDeclaredMethods()) {
      kind = method.getName().equals(member) ? method.getReturnType() : kind;
    }
    if (kind == null) {
      return null;
    }
    if (kind.isArray()) {
      return value instanceof Value.Sequence sequence
          ? array(kind.getComponentType(), sequence.items())
          : single(kind.getComponentType(), value);
    }
    return single(kind, value);
  }

  private static @Nullable String array(Class<?> kind, List<Value> items) {
    List<String> texts = new ArrayList<>();
    for (Value item : items) {
      String text = item instanceof Value.None ? "-1" : single(kind, item);
      if (text == null) {
        return null;
      }
      texts.add(text);
    }
    return "{" + String.join(", ", texts) + "}";
  }

  private static @Nullable String single(Class<?> kind, Value value) {
    if (kind == int.class && value instanceof Value.Int
        || kind == boolean.class && value instanceof Value.Bool
        || kind == double.class
            && (value instanceof Value.Int
                || value instanceof Value.Real real && Double.isFinite(real.value()))) {
      return text(value).toLowerCase(Locale.ROOT);
    }
    if (kind == String.class && value instanceof Value.Text text) {
      return JavaText.quoted(text.value());
    }
    if (kind.isEnum() && value instanceof Value.Text text) {
      for (Object constant : kind.getEnumConstants()) {
        if (((Enum<?>) constant).name().equalsIgnoreCase(text.value().replace('-', '_'))) {
          return kind.getSimpleName() + "." + ((Enum<?>) constant).name();
        }
      }
    }
    return null;
  }
}
