package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.run.module.ConstructorCall;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The constructor of a layer as PyTorch declares it, with the arguments that no shape depends on.
 *
 * @param parameters in order; those that must be given come first
 * @param required how many must be given; -1 for a layer that is not PyTorch's
 */
public record LayerConstructor(LayerType type, List<String> parameters, int required) {
  private static final Map<String, LayerConstructor> ALL = new HashMap<>();

  static {
    for (String line : lines()) {
      int open = line.indexOf('(');
      String[] names = line.substring(0, open).split(" is ");
      LayerType type = Catalogue.layer(names[names.length - 1]);
      if (type != null) {
        ALL.put(names[0], of(type, line.substring(open + 1, line.lastIndexOf(')'))));
      }
    }
  }

  private static List<String> lines() {
    InputStream stream = LayerConstructor.class.getResourceAsStream("constructors.txt");
    if (stream == null) {
      throw new IllegalStateException("constructors.txt");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static LayerConstructor of(LayerType type, String text) {
    List<String> names = new ArrayList<>();
    int required = 0;
    for (String part : text.isEmpty() ? new String[0] : text.split(", ")) {
      int equals = part.indexOf('=');
      boolean star = part.startsWith("*");
      required += equals < 0 && !star ? 1 : 0;
      names.add(equals < 0 ? part.replace("*", "") : part.substring(0, equals));
    }
    return new LayerConstructor(type, names, required);
  }

  /** The constructor of a layer's name; null for none. */
  public static @Nullable LayerConstructor named(String name) {
    LayerConstructor own = ALL.get(name);
    LayerType type = own == null ? Catalogue.layer(name) : null;
    return type == null ? own : new LayerConstructor(type, List.of(), -1);
  }

  public static boolean knows(String layer, String parameter) {
    LayerConstructor constructor = ALL.get(layer);
    return constructor != null && constructor.parameters.contains(parameter);
  }

  /** Gives the arguments of a call to the layer's parameters. */
  public ConstructorCall make(Invocation in, Scope scope, boolean asDeclared) {
    if (!asDeclared && required >= 0) {
      return new ConstructorArguments(this, in).call(scope.module().model().others());
    }
    Place place = in.place();
    FunctionSite site = new FunctionSite(scope, place, type.name(), type.constructor());
    Value[] numbers = new Value[type.constructor().size()];
    if (!site.bind(numbers, 0, in.arguments().rest())) {
      Arrays.fill(numbers, Value.UNKNOWN);
    }
    return new ConstructorCall(type, numbers, new Place[numbers.length], place);
  }

  public Kind kind() {
    return type.operation().kind();
  }
}
