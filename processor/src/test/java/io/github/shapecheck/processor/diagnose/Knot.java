package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A forward pass over free sizes, with what must be promised of them.
 *
 * @param name what it is
 * @param inputs the samples, such as {@code x[3, H, W] y:long[T]}
 * @param lines the forward pass
 * @param where the promise; empty if nothing needs one
 * @param enough whether the promise leaves out sizes that would do, too
 */
record Knot(String name, String inputs, List<String> lines, String where, boolean enough) {
  private static final Pattern INPUT = Pattern.compile("(\\w+)(?::(\\w+))?(\\[[^\\]]*\\])");
  private static final Pattern PROMISE = Pattern.compile("promise where = \"(.*)\"");

  /** The knots of a file: {@code # name}, the inputs, the lines, {@code => where}. */
  static List<Knot> all(String text) {
    List<Knot> knots = new ArrayList<>();
    for (String block : text.split("\n\\s*\n")) {
      List<String> lines = Arrays.asList(block.strip().split("\n"));
      String last = lines.get(lines.size() - 1);
      boolean enough = last.startsWith("=> enough: ");
      String where = last.substring(enough ? 11 : 2).strip();
      knots.add(
          new Knot(
              lines.get(0).substring(1).strip(),
              lines.get(1),
              lines.subList(2, lines.size() - 1),
              where.equals("nothing") ? "" : where,
              enough));
    }
    return knots;
  }

  /** The model as it is, or with a promise. */
  Model model(String promise) {
    ModelBuilder model = new ModelBuilder();
    Matcher matcher = INPUT.matcher(inputs);
    while (matcher.find()) {
      DType type = "long".equals(matcher.group(2)) ? DType.INT64 : DType.FLOAT32;
      model.input(matcher.group(1), matcher.group(3), promise, type);
    }
    return model.forward(lines.toArray(String[]::new)).build();
  }

  List<String> errors(Model model) {
    return Interpreter.run(model).problems().stream()
        .filter(problem -> problem.id().isError())
        .map(Problem::message)
        .toList();
  }

  /** The promise that the one error asks for; empty if there is none. */
  String asked() {
    List<String> errors = errors(model(""));
    if (errors.isEmpty()) {
      return "";
    }
    Matcher matcher = PROMISE.matcher(errors.get(0));
    return errors.size() > 1 || !matcher.find() ? "errors: " + errors : matcher.group(1);
  }

  Set<String> symbols() {
    Set<String> symbols = new TreeSet<>();
    for (InputDeclaration input : model("").root().inputs()) {
      input.sample().dims().forEach(dim -> symbols.addAll(dim.symbols()));
    }
    return symbols;
  }

  /** What the model with numbers gives: the shapes, or {@code error}. */
  String at(Map<String, Long> sizes) {
    Model model = model("");
    Map<String, Dim> numbers = numbers(sizes);
    List<InputDeclaration> inputs = new ArrayList<>(model.root().inputs());
    inputs.replaceAll(input -> input.withSample(input.sample().with(numbers)));
    Trace trace = Interpreter.run(model.withRoot(model.root().withInputs(inputs)));
    return trace.hasErrors() ? "error" : shapes(trace, numbers);
  }

  /** What the formulas give for numbers. */
  String formulas(Trace trace, Map<String, Long> sizes) {
    return shapes(trace, numbers(sizes));
  }

  static boolean holds(Condition where, Map<String, Long> sizes) {
    try {
      return where.test(sizes);
    } catch (ArithmeticException noValue) {
      return false;
    }
  }

  private static Map<String, Dim> numbers(Map<String, Long> sizes) {
    Map<String, Dim> numbers = new HashMap<>();
    sizes.forEach((symbol, size) -> numbers.put(symbol, Dim.of(size)));
    return numbers;
  }

  private static String shapes(Trace trace, Map<String, Dim> numbers) {
    return trace.outputs().stream()
        .map(t -> t.shape().with(numbers).toString())
        .toList()
        .toString();
  }
}
