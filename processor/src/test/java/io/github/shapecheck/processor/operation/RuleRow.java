package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.python.parser.Forward;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of a rule's table: {@code conv-1 | x[N, 3, 8, 9] | nn.Conv2d(3, 8, 3, groups=2)(x) |
 * conv-groups}.
 *
 * @param rule the number of the constraint in docs/layers.md
 * @param inputs tensors by name with their whole shapes, {@code y:long[N]} for another type
 * @param expression what is computed, in the forward language
 * @param expected the shape that comes out, or the id of the one problem
 */
record RuleRow(String rule, String inputs, String expression, String expected) {
  private static final Pattern INPUT = Pattern.compile("(\\w+)(?::(\\w+))?(\\[[^\\]]*\\])");

  static RuleRow of(String line) {
    String[] cells = line.split("\\s*\\|\\s*");
    if (cells.length != 4) {
      throw new IllegalArgumentException("four cells wanted: " + line);
    }
    return new RuleRow(cells[0].strip(), cells[1], cells[2], cells[3].strip());
  }

  /** What the checker says: the output, or the ids of all errors. */
  String actual() {
    Trace trace = Interpreter.run(model());
    List<String> ids = new ArrayList<>();
    for (Problem problem : trace.problems()) {
      if (problem.id().isError() || problem.id().id().equals(expected)) {
        ids.add(problem.id().id());
      }
    }
    return ids.isEmpty() ? print(trace.output()) : String.join(" ", ids);
  }

  private static String print(Value value) {
    if (value instanceof Tensor tensor) {
      return tensor.shape().toString();
    }
    if (value instanceof Value.Sequence sequence) {
      return "(" + String.join(", ", sequence.items().stream().map(RuleRow::print).toList()) + ")";
    }
    return value instanceof Value.None ? "None" : value.toString();
  }

  private Model model() {
    List<InputDeclaration> declared = new ArrayList<>();
    Matcher matcher = INPUT.matcher(inputs);
    while (matcher.find()) {
      declared.add(input(matcher.group(1), matcher.group(2), Shape.parse(matcher.group(3))));
    }
    Set<String> names = Set.copyOf(declared.stream().map(InputDeclaration::name).toList());
    String text = expression.contains(";") ? expression : "return " + expression;
    ForwardDeclaration forward =
        new ForwardDeclaration(Forward.parse(List.of(text), names), Origin.NONE);
    return Model.of(
        new ModuleDeclaration(
            "Net",
            "Net",
            declared,
            List.of(),
            Optional.empty(),
            Optional.of(forward),
            List.of(),
            Set.of(),
            Origin.NONE));
  }

  private static InputDeclaration input(String name, String type, Shape whole) {
    int batch = whole.dims().indexOf(Dim.symbol("N"));
    return new InputDeclaration(
        name,
        batch < 0 ? whole : whole.remove(batch),
        batch,
        type == null ? DType.FLOAT32 : type(type),
        Optional.empty(),
        Origin.NONE,
        Origin.NONE);
  }

  private static DType type(String name) {
    return switch (name) {
      case "long" -> DType.INT64;
      case "int" -> DType.INT32;
      case "bool" -> DType.BOOL;
      default -> DType.FLOAT64;
    };
  }

  @Override
  public String toString() {
    return rule + ": " + expression + " of " + inputs + " is " + expected;
  }
}
