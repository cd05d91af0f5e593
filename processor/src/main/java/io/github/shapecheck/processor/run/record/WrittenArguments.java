package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The arguments of a layer's constructor as a Python file writes them. */
public record WrittenArguments(LayerDeclaration layer, LayerType type, PythonFile file) {
  private record Replacement(int start, int end, String text) {}

  /** The edit of the line that they stand in; null where that is not one line. */
  public @Nullable Edit set(String path, Map<String, Setting> parameters) {
    if (file.isLibrary()) {
      return null;
    }
    Place call = Place.of(layer.origin());
    Map<String, Setting> members = new LinkedHashMap<>();
    List<Replacement> replacements = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, Setting> parameter : parameters.entrySet()) {
      int index = type.constructor().indexOf(parameter.getKey());
      if (index < 0) {
        return null;
      }
      String member = type.constructor().members().get(index);
      members.put(member, parameter.getValue());
      Attribute written = layer.attributes().get(member);
      Place place = written == null ? call : Place.of(written.origin());
      Replacement replacement =
          place.equals(call)
              ? added(call, parameter.getKey(), parameter.getValue())
              : replaced(place, parameter.getValue());
      boolean sameLine = number == 0 || number == place.line();
      if (replacement == null || !sameLine || !file.equals(place.origin())) {
        return null;
      }
      number = place.line();
      replacements.add(replacement);
    }
    replacements.sort(Comparator.comparing(Replacement::start).reversed());
    StringBuilder line = new StringBuilder(line(number));
    replacements.forEach(one -> line.replace(one.start(), one.end(), one.text()));
    Edit.SetMembers meaning = new Edit.SetMembers(path, 0, members);
    return new Edit.ReplaceSource(file.name(), number, line.toString().strip(), meaning);
  }

  private String line(int number) {
    return number > 0 && number <= file.program().lines().size() ? file.program().line(number) : "";
  }

  private @Nullable Replacement replaced(Place place, Setting value) {
    String line = line(place.line());
    if (place.end() > line.length()) {
      return null;
    }
    boolean list = line.startsWith("[", place.start());
    return new Replacement(place.start(), place.end(), python(value, list));
  }

  /** An argument behind the others, for a parameter that has its default. */
  private @Nullable Replacement added(Place call, String name, Setting value) {
    int close = call.end() - 1;
    String line = line(call.line());
    return line.startsWith(")", close) && LayerConstructor.knows(type.name(), name)
        ? new Replacement(close, close, ", " + name + "=" + python(value, false))
        : null;
  }

  private static String python(Setting value, boolean list) {
    if (value instanceof Setting.Numbers numbers) {
      String items =
          numbers.values().stream().map(String::valueOf).collect(Collectors.joining(", "));
      String comma = numbers.values().size() == 1 ? "," : "";
      return list ? "[" + items + "]" : "(" + items + comma + ")";
    }
    if (value instanceof Setting.Flag flag) {
      return flag.value() ? "True" : "False";
    }
    if (value instanceof Setting.Choice choice) {
      return "'" + choice.value() + "'";
    }
    return value.toString();
  }
}
