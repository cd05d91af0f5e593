package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the arguments of a call to the names under which a module's forward pass reads its inputs.
 *
 * @param places the names that take an argument by its place
 * @param rest the name that takes the others, {@code *rest}; null for none
 * @param others the name that takes keyword arguments, {@code **others}; null for none
 */
public record ModuleArguments(
    List<String> places, List<String> names, @Nullable String rest, @Nullable String others) {

  public static ModuleArguments of(ModuleDeclaration module, List<String> names) {
    List<Parameter> declared =
        module.forward().map(forward -> forward.program().parameters()).orElse(List.of());
    List<String> places = new ArrayList<>(names);
    String rest = null;
    String others = null;
    for (Parameter parameter : declared) {
      switch (parameter.kind()) {
        case VAR_POSITIONAL -> rest = parameter.name();
        case VAR_KEYWORD -> others = parameter.name();
        case KEYWORD_ONLY -> places.remove(parameter.name());
        case POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD -> {}
      }
    }
    places.remove(rest);
    places.remove(others);
    return new ModuleArguments(places, names, rest, others);
  }

  /** How many arguments may stand in their places. */
  public int most() {
    return rest == null ? Math.max(1, places.size()) : Integer.MAX_VALUE;
  }

  public void bind(Arguments arguments, Map<String, Value> variables) {
    List<Value> values = arguments.positional();
    int placed = Math.min(values.size(), places.size());
    for (int i = 0; i < placed; i++) {
      variables.put(places.get(i), values.get(i));
    }
    if (rest != null) {
      List<Value> left = new ArrayList<>(values.subList(placed, values.size()));
      variables.put(rest, new Value.Sequence(left, true));
    }
    DictObject further = new DictObject();
    for (Arguments.Named named : arguments.named()) {
      if (others == null || names.contains(named.name())) {
        variables.put(named.name(), named.value());
      } else {
        further.put(named.name(), named.value());
      }
    }
    if (others != null) {
      variables.put(others, further);
    }
  }
}
