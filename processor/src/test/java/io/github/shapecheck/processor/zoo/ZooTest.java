package io.github.shapecheck.processor.zoo;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Networks that people write: every shape on the way and the number of parameters are PyTorch's.
 *
 * <p>The networks are made by {@code src/test/python/zoo/record.py}.
 */
class ZooTest {
  @TestFactory
  Stream<DynamicTest> everyShapeIsPyTorchs() {
    List<ZooEntry> zoo = ZooEntry.all();
    TracingProcessor processor = new TracingProcessor();
    Compilation compilation =
        Compiler.javac()
            .withOptions("-proc:only")
            .withProcessors(processor)
            .compile(
                zoo.stream()
                    .map(net -> JavaFileObjects.forSourceString(net.className(), net.source()))
                    .toList());
    assertThat(compilation.errors()).isEmpty();
    return zoo.stream()
        .map(net -> DynamicTest.dynamicTest(net.className(), () -> check(net, processor)));
  }

  private static void check(ZooEntry net, TracingProcessor processor) {
    Throwable failure = processor.failures.get(net.className());
    if (failure != null) {
      throw new AssertionError("thrown while reading or running", failure);
    }
    Trace trace = processor.traces.get(net.className());
    assertWithMessage("a model").that(trace).isNotNull();
    List<String> errors =
        trace.problems().stream()
            .filter(problem -> problem.id().isError())
            .map(ZooTest::describe)
            .toList();
    assertWithMessage("errors in a network that PyTorch runs").that(errors).isEmpty();
    List<String> unchecked =
        trace.problems().stream()
            .filter(problem -> problem.id() == ProblemId.UNCHECKED)
            .map(ZooTest::describe)
            .toList();
    assertWithMessage("where the shape is lost").that(unchecked).isEmpty();
    assertSteps(net, steps(net, trace));
    assertWithMessage("parameters")
        .that(trace.parameters().toString())
        .isEqualTo(Long.toString(net.parameters()));
  }

  private static void assertSteps(ZooEntry net, List<String> actual) {
    for (int i = 0; i < Math.min(actual.size(), net.steps().size()); i++) {
      assertWithMessage("step %s", i)
          .that(plain(actual.get(i)))
          .isEqualTo(plain(net.steps().get(i)));
    }
    assertWithMessage("number of steps").that(actual.size()).isEqualTo(net.steps().size());
  }

  /** In-place forms go by the plain name or by their own. */
  private static String plain(String step) {
    return step.replaceFirst("_(_\\d+)? ", "$1 ");
  }

  private static String describe(Problem problem) {
    int line = problem.place().line();
    return "[" + problem.id() + "] " + problem.message() + (line > 0 ? " in line " + line : "");
  }

  private static List<String> steps(ZooEntry net, Trace trace) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < trace.steps().size(); i++) {
      StringBuilder line = new StringBuilder(trace.names().get(i));
      for (Map<String, Long> sizes : net.cases()) {
        line.append(' ').append(shapes(trace.steps().get(i), sizes));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String shapes(Step step, Map<String, Long> sizes) {
    List<String> shapes = new ArrayList<>();
    for (Tensor tensor : step.outputs()) {
      List<String> dims = new ArrayList<>();
      for (Dim dim : tensor.shape().dims()) {
        dims.add(dim.isKnown() ? Long.toString(dim.at(sizes)) : "?");
      }
      shapes.add(dims.isEmpty() ? "()" : String.join(",", dims));
    }
    return String.join(";", shapes) + (step.value() instanceof Value.Sequence ? ";" : "");
  }
}
