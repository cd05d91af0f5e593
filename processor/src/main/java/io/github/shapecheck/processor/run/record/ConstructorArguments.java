package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.model.LayerArgument;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.Signature;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.module.ConstructorCall;
import io.github.shapecheck.processor.run.module.ImmutableValues;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the arguments of one call of a layer's constructor to the layer's numbers. */
final class ConstructorArguments {
  private final LayerConstructor constructor;
  private final Invocation in;
  private final LayerType type;
  private final Signature signature;
  private final boolean takesAny;
  private final Set<String> given = new HashSet<>();
  private final @Nullable Value[] numbers;
  private final @Nullable Place[] places;

  ConstructorArguments(LayerConstructor constructor, Invocation in) {
    this.constructor = constructor;
    this.in = in;
    type = constructor.type();
    signature = type.constructor();
    takesAny = constructor.kind() == Kind.IDENTITY;
    numbers = new Value[signature.size()];
    places = new Place[numbers.length];
  }

  /** With the numbers that are tried in place of those that are written. */
  ConstructorCall call(Map<LayerArgument, Value> tried) {
    Arguments arguments = in.arguments().rest();
    putPositional(arguments);
    arguments.named().forEach(this::putNamed);
    List<String> required = constructor.parameters().subList(0, constructor.required());
    for (String parameter : required) {
      if (!given.contains(parameter) && !takesAny) {
        throw in.error(
            "TypeError",
            ProblemId.MISSING_ARGUMENT,
            type.name() + " needs an argument for " + parameter);
      }
    }
    Place place = in.place();
    Value[] all = new Value[numbers.length];
    for (int i = 0; i < all.length; i++) {
      Value number = numbers[i] == null ? type.fallback(i) : numbers[i];
      all[i] = number == null ? Value.UNKNOWN : number;
      if (!tried.isEmpty()) {
        LayerArgument argument = new LayerArgument(place, signature.names().get(i));
        all[i] = tried.getOrDefault(argument, all[i]);
      }
    }
    return new ConstructorCall(type, all, places, place);
  }

  private void putPositional(Arguments arguments) {
    List<String> parameters = constructor.parameters();
    List<Value> values = arguments.positional();
    if (values.size() > parameters.size() && !takesAny) {
      throw in.error(
          "TypeError",
          ProblemId.ARGUMENT_COUNT,
          "%s takes %s arguments (%s) but receives %s"
              .formatted(
                  type.name(), parameters.size(), String.join(", ", parameters), values.size()));
    }
    for (int i = 0; i < values.size() && i < parameters.size(); i++) {
      put(parameters.get(i), values.get(i), arguments.spans().get(i));
    }
  }

  private void putNamed(Arguments.Named named) {
    List<String> parameters = constructor.parameters();
    if (!parameters.contains(named.name()) && !takesAny) {
      throw in.error(
          "TypeError",
          ProblemId.UNKNOWN_ARGUMENT,
          "%s has no argument %s%s"
              .formatted(
                  type.name(), named.name(), NearestName.suggestion(named.name(), parameters)));
    }
    put(named.name(), named.value(), named.span());
  }

  private void put(String name, Value value, @Nullable Span span) {
    given.add(name);
    Place place = span == null ? null : in.frame().place(span);
    int index = signature.indexOf(name);
    if (value instanceof ModuleObject && name.equals("norm") && index >= 0) {
      numbers[index] = new Value.Bool(true);
      return;
    }
    if (value instanceof ModuleObject inner && inner.making() != null) {
      copyNumbers(inner.making()); // the layer that a TransformerEncoder repeats
      return;
    }
    int kind = signature.indexOf("padding_kind");
    if (name.equals("padding") && kind >= 0 && value instanceof Value.Text text) {
      numbers[kind] = new Value.Text(text.value().toLowerCase(Locale.ROOT));
      places[kind] = place;
    } else if (index >= 0) {
      Value frozen = ImmutableValues.of(value);
      boolean absent = frozen instanceof Value.None && type.fallback(index) != null;
      absent &= !name.equals("momentum"); // without one a batch norm averages over all batches
      numbers[index] = absent ? type.fallback(index) : frozen;
      places[index] = place;
    }
  }

  private void copyNumbers(ConstructorCall inner) {
    List<String> names = inner.type().constructor().names();
    for (int i = 0; i < names.size(); i++) {
      int index = signature.indexOf(names.get(i));
      if (index >= 0 && numbers[index] == null) {
        numbers[index] = inner.numbers()[i];
      }
    }
  }
}
