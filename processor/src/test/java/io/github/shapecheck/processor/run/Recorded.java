package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.parser.Forward;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs one line of the forward language on inputs without a batch, as PyTorch was run on it: {@code
 * x=f[2,3] y=l[4]} and {@code y = x.view(-1)} give {@code f[6]}.
 */
final class Recorded {
  private static final Map<String, DType> TYPES =
      Map.ofEntries(
          Map.entry("f", DType.FLOAT32),
          Map.entry("d", DType.FLOAT64),
          Map.entry("h", DType.FLOAT16),
          Map.entry("g", DType.BFLOAT16),
          Map.entry("l", DType.INT64),
          Map.entry("i", DType.INT32),
          Map.entry("s", DType.INT16),
          Map.entry("u", DType.UINT8),
          Map.entry("b", DType.BOOL),
          Map.entry("c", DType.COMPLEX64),
          Map.entry("z", DType.COMPLEX128));

  private Recorded() {}

  /** What the run gives: shapes with their types, {@code !} with the messages for an error. */
  static String run(String inputs, String text) {
    Trace trace = Interpreter.run(model(inputs, text));
    if (trace.hasErrors()) {
      return "!"
          + trace.problems().stream().map(p -> p.message()).collect(Collectors.joining("; "));
    }
    return describe(trace.output());
  }

  static Model model(String inputs, String text) {
    List<InputDeclaration> declarations = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String input : inputs.split(" ")) {
      int equals = input.indexOf('=');
      String name = input.substring(0, equals);
      names.add(name);
      declarations.add(
          new InputDeclaration(
              name,
              Shape.parse(input.substring(equals + 2)),
              -1,
              TYPES.get(input.substring(equals + 1, equals + 2)),
              Optional.empty(),
              Origin.NONE,
              Origin.NONE));
    }
    Program program = Forward.parse(List.of(text), names);
    return Model.of(
        new ModuleDeclaration(
            "M",
            "M",
            declarations,
            List.of(),
            Optional.empty(),
            Optional.of(new ForwardDeclaration(program, Origin.NONE)),
            List.of(),
            Set.of(),
            Origin.NONE));
  }

  private static String describe(Value value) {
    if (value instanceof Tensor tensor) {
      String type =
          TYPES.entrySet().stream()
              .filter(entry -> entry.getValue() == tensor.dtype())
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse("?");
      return type + tensor.shape().toString().replace(" ", "");
    }
    return value instanceof Value.Sequence sequence
        ? sequence.items().stream().map(Recorded::describe).collect(Collectors.joining("|"))
        : "?";
  }
}
