package io.github.shapecheck.processor.zoo;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that stand in a model's source, each of which may be written wrong. */
final class Slips {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'-])\\d{1,6}(?![\\w.'])");
  private static final int DEEPEST = 4;

  /** Nobody writes a width for an axis or a kernel. */
  private static final int SMALL = 8;

  /**
   * A number of the source.
   *
   * @param edit gives it another value
   */
  private record Number(long value, LongFunction<Edit> edit) {}

  private final Model model;
  private final List<Number> numbers = new ArrayList<>();

  Slips(Model model) {
    this.model = model;
    model.python().stream()
        .flatMap(python -> python.files().values().stream().distinct())
        .filter(file -> !file.isLibrary())
        .forEach(this::ofFile);
    for (InputDeclaration input : model.root().inputs()) {
      ofInput(input);
    }
    fields(model.root(), "", 0);
    model
        .root()
        .forward()
        .ifPresent(
            forward -> {
              for (int line = 1; line <= forward.program().lines().size(); line++) {
                ofLine(line, forward.program().line(line));
              }
            });
  }

  /** An edit that writes one of the numbers wrong, as people do. */
  Edit next(Random random) {
    Number number = numbers.get(random.nextInt(numbers.size()));
    long value = number.value();
    long wrong = value;
    while (wrong == value || wrong < 1) {
      wrong =
          switch (random.nextInt(5)) {
            case 0 -> value + 1 + random.nextInt(3);
            case 1 -> value - 1 - random.nextInt(3);
            case 2 -> value * 2;
            case 3 -> value / 2;
            default -> other(random, value < SMALL);
          };
    }
    return number.edit().apply(wrong);
  }

  /** A number of another place, small where a small one is meant. */
  private long other(Random random, boolean small) {
    List<Long> others =
        numbers.stream().map(Number::value).filter(number -> number < SMALL == small).toList();
    return others.get(random.nextInt(others.size()));
  }

  boolean isEmpty() {
    return numbers.isEmpty();
  }

  private void ofInput(InputDeclaration input) {
    if (!input.sample().dims().stream().allMatch(Dim::isConstant)) {
      return;
    }
    for (int axis = 0; axis < input.sample().rank(); axis++) {
      int place = axis;
      numbers.add(
          new Number(
              input.sample().dim(axis).value(),
              other -> {
                List<Edit.Range> sizes = new ArrayList<>();
                for (Dim dim : input.sample().with(place, Dim.of(other)).dims()) {
                  sizes.add(new Edit.Range(dim.value(), dim.value()));
                }
                return new Edit.SetInput(input.name(), sizes);
              }));
    }
  }

  private void fields(ModuleDeclaration module, String prefix, int depth) {
    for (FieldDeclaration field : module.fields()) {
      String path = prefix + field.name();
      if (Revision.field(model, path).isEmpty()) {
        continue;
      }
      for (int i = 0; i < field.layers().size(); i++) {
        ofLayer(path, i, field.layers().get(i));
      }
      field
          .submodule()
          .ifPresent(
              submodule -> {
                texts(submodule.with().text(), text -> with(path, 0, text));
                ModuleDeclaration inner = model.modules().get(submodule.module());
                if (inner != null && depth < DEEPEST) {
                  fields(inner, path + ".", depth + 1);
                }
              });
    }
  }

  private void ofLayer(String path, int index, LayerDeclaration layer) {
    texts(layer.with().text(), text -> with(path, index, text));
    for (Map.Entry<String, Attribute> member : new TreeMap<>(layer.attributes()).entrySet()) {
      String name = member.getKey();
      Value value = member.getValue().value();
      if (!member.getValue().explicit()) {
        continue;
      }
      if (value.dim() != null && value.dim().isConstant()) {
        numbers.add(
            new Number(
                value.dim().value(),
                other -> new Edit.SetMembers(path, index, Map.of(name, Setting.of(other)))));
      } else if (value instanceof Value.Sequence sequence
          && sequence.items().stream().allMatch(i -> i.dim() != null && i.dim().isConstant())) {
        List<Long> all = sequence.items().stream().map(item -> item.dim().value()).toList();
        for (int i = 0; i < all.size(); i++) {
          int place = i;
          numbers.add(
              new Number(
                  all.get(i),
                  other -> {
                    List<Long> changed = new ArrayList<>(all);
                    changed.set(place, other);
                    return new Edit.SetMembers(
                        path, index, Map.of(name, new Setting.Numbers(changed)));
                  }));
        }
      }
    }
  }

  private static Edit with(String path, int index, String text) {
    return new Edit.SetMembers(path, index, Map.of("with", new Setting.Text(text)));
  }

  private void ofLine(int line, String text) {
    texts(text.replaceFirst("#.*", ""), other -> new Edit.ReplaceLine(line, other.strip()));
  }

  private void ofFile(PythonFile file) {
    for (int line = 1; line <= file.program().lines().size(); line++) {
      int number = line;
      texts(
          file.line(line).replaceFirst("#.*", ""),
          other -> new Edit.ReplaceSource(file.name(), number, other.strip()));
    }
  }

  private interface Changed {
    Edit to(String text);
  }

  private void texts(String text, Changed edit) {
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      int start = number.start();
      int end = number.end();
      numbers.add(
          new Number(
              Long.parseLong(number.group()),
              other -> edit.to(text.substring(0, start) + other + text.substring(end))));
    }
  }
}
