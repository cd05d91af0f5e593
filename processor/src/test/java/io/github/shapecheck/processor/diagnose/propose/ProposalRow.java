package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.diagnose.ModelBuilder;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.Rerun;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.read.python.PythonNet;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.DType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A broken model and what a proposer thinks of first.
 *
 * @param proposer room, class and method, {@code tensor.RankEdits.flattened}
 * @param what in words
 * @param id the model's first error
 * @param model inputs, layers and the forward pass
 * @param edits the first edits of the proposer, in order
 */
record ProposalRow(
    String proposer, String what, String id, List<String> model, List<String> edits) {
  private static final Pattern HEAD = Pattern.compile("# (\\S+) \\[(\\S+)\\] (.*)");
  private static final Pattern INPUT = Pattern.compile("(\\w+)(?::(\\w+))?(\\[[^\\]]*\\])");
  private static final Pattern LAYER = Pattern.compile("(\\w+) = @(\\w+)\\((.*)\\)");

  /**
   * The rows of a file: {@code # proposer [problem] what}, inputs, {@code name = @Layer(...)},
   * lines, or a class of Python, {@code => edit}.
   */
  static List<ProposalRow> all(String text) {
    return Arrays.stream(text.split("\n\\s*\n")).map(ProposalRow::of).toList();
  }

  private static ProposalRow of(String block) {
    List<String> lines = Arrays.asList(block.strip().split("\n"));
    Matcher head = HEAD.matcher(lines.get(0));
    if (!head.matches()) {
      throw new IllegalArgumentException(lines.get(0));
    }
    return new ProposalRow(
        head.group(1),
        head.group(3),
        head.group(2),
        lines.stream().skip(1).filter(line -> !line.startsWith("=> ")).toList(),
        lines.stream().filter(line -> line.startsWith("=> ")).map(l -> l.substring(3)).toList());
  }

  /** The trace of the broken model. */
  Trace trace() {
    ModelBuilder builder = new ModelBuilder();
    Matcher input = INPUT.matcher(model.get(0));
    while (input.find()) {
      DType type = "long".equals(input.group(2)) ? DType.INT64 : DType.FLOAT32;
      builder.input(input.group(1), input.group(3), "", type);
    }
    List<String> lines = new ArrayList<>();
    if (model.get(1).startsWith("class ")) {
      return Interpreter.run(python(builder.build().root().inputs()));
    }
    for (String line : model.subList(1, model.size())) {
      Matcher layer = LAYER.matcher(line);
      if (layer.matches() && layer.group(2).equals("Parameter")) {
        builder.tensor(layer.group(1), "[" + layer.group(3) + "]");
      } else if (layer.matches()) {
        builder.layer(layer.group(1), layer.group(2), layer.group(3));
      } else {
        lines.add(line);
      }
    }
    return Interpreter.run(builder.forward(lines.toArray(String[]::new)).build());
  }

  /** The class of the lines, in a file. */
  private Model python(List<InputDeclaration> inputs) {
    String source = "from torch import nn\n" + String.join("\n", model.subList(1, model.size()));
    return PythonNet.of(source).model(inputs);
  }

  /** The first error of the model. */
  Problem problem(Trace trace) {
    return trace.problems().stream()
        .filter(problem -> problem.id().isError())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no error: " + what));
  }

  /** As many edits as the row names. */
  List<String> actual() throws ReflectiveOperationException {
    Trace trace = trace();
    Failure failure = new Failure(trace, problem(trace), new Rerun(trace));
    failure.rerun().next();
    int dot = proposer.lastIndexOf('.');
    Method method =
        Class.forName(getClass().getPackageName() + "." + proposer.substring(0, dot))
            .getDeclaredMethod(proposer.substring(dot + 1), Failure.class);
    return ((Stream<?>) method.invoke(null, failure))
        .limit(edits.size())
        .map(Edit.class::cast)
        .map(Edit::toString)
        .toList();
  }

  @Override
  public String toString() {
    return proposer + ": " + what;
  }
}
