package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.model.PythonDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.module.ConstructorCall;
import io.github.shapecheck.processor.run.module.ImmutableValues;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.program.Arguments;
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
import java.util.Locale;
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
    Place place = in.place();
    if (!asDeclared && required >= 0) {
      return make(in, place);
    }
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

  private ConstructorCall make(Invocation in, Place place) {
    Arguments arguments = in.arguments().rest();
    Value[] numbers = new Value[type.constructor().size()];
    Place[] places = new Place[numbers.length];
    boolean[] given = new boolean[parameters.size()];
    boolean any = kind() == Kind.IDENTITY;
    if (arguments.positional().size() > parameters.size() && !any) {
      throw in.error(
          "TypeError",
          ProblemId.ARGUMENT_COUNT,
          "%s takes %s arguments (%s) but receives %s"
              .formatted(
                  type.name(),
                  parameters.size(),
                  String.join(", ", parameters),
                  arguments.positional().size()));
    }
    for (int i = 0; i < arguments.positional().size() && i < parameters.size(); i++) {
      given[i] = true;
      Span span = arguments.spans().get(i);
      put(in, numbers, places, parameters.get(i), arguments.positional().get(i), span);
    }
    for (Arguments.Named named : arguments.named()) {
      int at = parameters.indexOf(named.name());
      if (at < 0 && !any) {
        throw in.error(
            "TypeError",
            ProblemId.UNKNOWN_ARGUMENT,
            "%s has no argument %s%s"
                .formatted(
                    type.name(), named.name(), NearestName.suggestion(named.name(), parameters)));
      }
      if (at >= 0) {
        given[at] = true;
      }
      put(in, numbers, places, named.name(), named.value(), named.span());
    }
    for (int i = 0; i < required && !any; i++) {
      if (!given[i]) {
        throw in.error(
            "TypeError",
            ProblemId.MISSING_ARGUMENT,
            type.name() + " needs an argument for " + parameters.get(i));
      }
    }
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = numbers[i] == null ? type.fallback(i) : numbers[i];
      numbers[i] = numbers[i] == null ? Value.UNKNOWN : numbers[i];
    }
    replace(numbers, place, ((Programs) in.machine().host()).others());
    return new ConstructorCall(type, numbers, places, place);
  }

  /** Puts what is tried in place of what is written. */
  private void replace(Value[] numbers, Place call, Map<PythonDeclaration.Argument, Value> others) {
    for (int i = 0; i < numbers.length && !others.isEmpty(); i++) {
      PythonDeclaration.Argument argument =
          new PythonDeclaration.Argument(call, type.constructor().names().get(i));
      numbers[i] = others.getOrDefault(argument, numbers[i]);
    }
  }

  private void put(
      Invocation in,
      @Nullable Value[] numbers,
      @Nullable Place[] places,
      String name,
      Value value,
      @Nullable Span span) {
    Place place = span == null ? null : in.frame().place(span);
    int norm = name.equals("norm") ? type.constructor().indexOf(name) : -1;
    if (value instanceof ModuleObject && norm >= 0) {
      numbers[norm] = new Value.Bool(true);
      return;
    }
    if (value instanceof ModuleObject inner && inner.making() != null) {
      copyNumbers(inner.making(), numbers); // the layer that a TransformerEncoder repeats
      return;
    }
    int index = type.constructor().indexOf(name);
    int kind = type.constructor().indexOf("padding_kind");
    if (name.equals("padding") && kind >= 0 && value instanceof Value.Text text) {
      numbers[kind] = new Value.Text(text.value().toLowerCase(Locale.ROOT));
      places[kind] = place;
      return;
    }
    if (index >= 0) {
      Value frozen = ImmutableValues.of(value);
      boolean absent = frozen instanceof Value.None && type.fallback(index) != null;
      absent &= !name.equals("momentum"); // without one a batch norm averages over all batches
      numbers[index] = absent ? type.fallback(index) : frozen;
      places[index] = place;
    }
  }

  private void copyNumbers(ConstructorCall inner, @Nullable Value[] numbers) {
    List<String> names = inner.type().constructor().names();
    for (int i = 0; i < names.size(); i++) {
      int index = type.constructor().indexOf(names.get(i));
      if (index >= 0 && numbers[index] == null) {
        numbers[index] = inner.numbers()[i];
      }
    }
  }
}
