package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The arguments of a layer's constructor as a Python file writes them. */
public record WrittenArguments(LayerDeclaration layer, LayerType type, PythonFile file) {
  /** A product of numbers with what has a name. */
  private static final Pattern PRODUCT =
      Pattern.compile("(?=.*[A-Za-z_])[\\w.\\[\\]\"']+(?: \\* [\\w.\\[\\]\"']+)+");

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
          written == null || place.equals(call)
              ? added(call, parameter.getKey(), parameter.getValue())
              : replaced(place, parameter.getValue(), written.value());
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

  /** The line with a constructor of another kind; null where it does not name its own. */
  public @Nullable Edit as(String kind) {
    Place call = Place.of(layer.origin());
    return as(kind, name(call) + type.name().length());
  }

  /** The same with other arguments in place of its own. */
  public @Nullable Edit as(String kind, Collection<Setting> arguments) {
    String all =
        arguments.stream().map(Setting::python).collect(Collectors.joining(", ", "(", ")"));
    return as(kind + all, Place.of(layer.origin()).end());
  }

  /** The line with another text from the name of the constructor up to an end. */
  private @Nullable Edit as(String text, int end) {
    Place call = Place.of(layer.origin());
    String line = line(call.line());
    int name = name(call);
    return name < 0 || end > line.length() || file.isLibrary()
        ? null
        : new Edit.ReplaceSource(
            file.name(),
            call.line(),
            (line.substring(0, name) + text + line.substring(end)).strip());
  }

  /** Where the name of the constructor stands in the line of a call, -1 if it is another one. */
  private int name(Place call) {
    String line = line(call.line());
    int name = line.indexOf(type.name() + "(", call.start());
    return name >= 0 && line.substring(call.start(), name).matches("[\\w.]*") ? name : -1;
  }

  private String line(int number) {
    return number > 0 && number <= file.program().lines().size() ? file.program().line(number) : "";
  }

  private @Nullable Replacement replaced(Place place, Setting value, Value before) {
    String line = line(place.line());
    if (place.end() > line.length()) {
      return null;
    }
    boolean list = line.startsWith("[", place.start());
    String plain =
        list && value instanceof Setting.Numbers numbers
            ? numbers.values().toString()
            : value.python();
    String scaled = scaled(line.substring(place.start(), place.end()), before, value);
    return new Replacement(place.start(), place.end(), scaled == null ? plain : scaled);
  }

  /** {@code dim * 3} for {@code dim * 2}; null where no other factor does it. */
  private static @Nullable String scaled(String product, Value before, Setting value) {
    Dim old = before.dim();
    if (!(value instanceof Setting.Number number)
        || old == null
        || !old.isConstant()
        || old.value() <= 0
        || !PRODUCT.matcher(product).matches()) {
      return null;
    }
    List<String> factors = new ArrayList<>(List.of(product.split(" \\* ")));
    for (int i = factors.size() - 1; i >= 0; i--) {
      if (factors.get(i).matches("\\d{1,6}")) {
        Dim scaled = Dim.of(number.value()).times(Long.parseLong(factors.get(i)));
        long factor = scaled.value() / old.value();
        factors.set(i, Long.toString(factor));
        if (factor == 1) {
          factors.remove(i);
        }
        return factor > 0 && scaled.value() % old.value() == 0 ? String.join(" * ", factors) : null;
      }
    }
    return null;
  }

  /** The line with the texts of two arguments exchanged; null where they are not in one. */
  public @Nullable Edit exchanged(String first, String second) {
    Place one = place(first);
    Place other = place(second);
    if (one == null || other == null || one.line() != other.line() || file.isLibrary()) {
      return null;
    }
    Place left = one.start() < other.start() ? one : other;
    Place right = left == one ? other : one;
    String line = line(one.line());
    if (left.end() > right.start() || right.end() > line.length()) {
      return null;
    }
    String text =
        line.substring(0, left.start())
            + line.substring(right.start(), right.end())
            + line.substring(left.end(), right.start())
            + line.substring(left.start(), left.end())
            + line.substring(right.end());
    return new Edit.ReplaceSource(file.name(), one.line(), text.strip());
  }

  private @Nullable Place place(String member) {
    Attribute written = layer.attributes().get(member);
    Place place = written == null ? null : Place.of(written.origin());
    return place != null && file.equals(place.origin()) && !place.equals(Place.of(layer.origin()))
        ? place
        : null;
  }

  /** An argument behind the others, for a parameter that has its default. */
  private @Nullable Replacement added(Place call, String name, Setting value) {
    int close = call.end() - 1;
    String line = line(call.line());
    return line.startsWith(")", close) && LayerConstructor.knows(type.name(), name)
        ? new Replacement(close, close, ", " + name + "=" + value.python())
        : null;
  }
}
