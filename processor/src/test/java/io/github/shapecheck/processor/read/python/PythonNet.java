package io.github.shapecheck.processor.read.python;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A class of Python as tests give it: the text of {@code net.py}, and the files beside it. */
public record PythonNet(String text, String type, String with, Map<String, String> files) {
  /** The class Net of a file that stands alone. */
  public static PythonNet of(String text) {
    return new PythonNet(text, "Net", "", Map.of());
  }

  /** An input of floats, with the batch in front. */
  public static InputDeclaration input(String name, long... sizes) {
    Shape shape = Shape.of(Arrays.stream(sizes).mapToObj(Dim::of).toArray(Dim[]::new));
    return new InputDeclaration(
        name, shape, 0, DType.FLOAT32, Optional.empty(), Origin.NONE, Origin.NONE);
  }

  /** Its model over these inputs. */
  public Model model(List<InputDeclaration> inputs) {
    PythonModels.Request request =
        new PythonModels.Request(
            "net.py", text, type, type, with, "", inputs, List.of(), Set.of(), Origin.NONE);
    return PythonModels.read(request, path -> Optional.ofNullable(files.get(path)));
  }

  /** What happens to an input x of these sizes behind the batch. */
  public Trace run(long... sizes) {
    return Interpreter.run(model(List.of(input("x", sizes))));
  }

  /** The output's shape for an input x of these sizes, or what is wrong. */
  public String output(long... sizes) {
    Trace trace = run(sizes);
    return trace.output() instanceof Tensor tensor && trace.problems().isEmpty()
        ? tensor.shape().toString()
        : trace.problems().stream().map(Problem::message).toList().toString();
  }
}
