package io.github.shapecheck.processor.diagnose.lint.unused;

import io.github.shapecheck.processor.diagnose.lint.flow.Flow;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.value.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of a forward pass with the operations that it ran. */
record ForwardStep(Flow flow, ModuleDeclaration module, ForwardDeclaration forward, int index) {
  Statement statement() {
    return forward.program().statements().get(index);
  }

  /** The text of the statement's first line. */
  String text() {
    return forward.program().text(statement().span());
  }

  /** A stretch of the statement. */
  Place place(Span span) {
    String line = forward.program().line(span.line());
    int end = span.lastLine() == span.line() ? span.end() : line.length();
    return new Place(forward.origin(), span.line(), span.start(), end);
  }

  /** Whether its value is used without a name: by a bare name behind it, or as the output. */
  boolean feedsTheNext() {
    List<Statement> all = forward.program().statements();
    if (index + 1 == all.size()) {
      return true;
    }
    Statement next = all.get(index + 1);
    if (next instanceof Statement.Return returned) {
      return returned.value() == null;
    }
    return next instanceof Statement.ExpressionStatement expression
        && (expression.value() instanceof Expression.Name
            || expression.value() instanceof Expression.Attribute);
  }

  /**
   * Whether it makes tensors that somebody might miss. Losses and other single numbers are computed
   * for their checks, or to be printed.
   */
  boolean makesTensors() {
    List<Node> nodes = nodes();
    return nodes.isEmpty()
        ? callsModule()
        : nodes.stream()
            .filter(node -> node.readers().isEmpty())
            .anyMatch(node -> !node.kind().isLoss() && !isNumber(node.output()));
  }

  /** Whether layers with weights take part. */
  boolean hasWeights() {
    return callsModule()
        || nodes().stream().anyMatch(node -> !node.step().weights().all().isEmpty());
  }

  /** Whether it changes a tensor where it is: {@code x.add_(1)}. */
  boolean isInPlace() {
    return text().contains("_(")
        || nodes().stream().anyMatch(n -> n.call().has("inplace") && n.call().flag("inplace"));
  }

  private List<Node> nodes() {
    Span span = statement().span();
    return flow.in(forward.origin(), span.line(), span.lastLine());
  }

  private static boolean isNumber(@Nullable Tensor output) {
    return output == null || output.rank() == 0;
  }

  private boolean callsModule() {
    Expression value =
        statement() instanceof Statement.Assign assign
            ? assign.value()
            : statement() instanceof Statement.ExpressionStatement expression
                ? expression.value()
                : null;
    if (!(value instanceof Expression.Call call)) {
      return false;
    }
    String callee =
        call.callee() instanceof Expression.Name name
            ? name.id()
            : call.callee() instanceof Expression.Attribute attribute ? attribute.name() : "";
    FieldDeclaration field = module.field(callee);
    return field != null && field.submodule().isPresent();
  }
}
