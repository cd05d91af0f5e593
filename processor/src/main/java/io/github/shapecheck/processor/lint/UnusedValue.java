package io.github.shapecheck.processor.lint;

import io.github.shapecheck.processor.forward.Expression;
import io.github.shapecheck.processor.forward.Span;
import io.github.shapecheck.processor.forward.Statement;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that the forward pass computes and never reads: a variable that nobody asks for, or the
 * result of a call such as {@code x.view(...)} that is thrown away.
 */
final class UnusedValue implements ModelLint {
  @Override
  public void check(Flow flow, Findings findings) {
    for (Classes.Use use : Classes.of(flow.trace().model(), ProblemId.UNUSED_VALUE.id())) {
      use.module().forward().ifPresent(forward -> check(flow, use.module(), forward, findings));
    }
  }

  private static void check(
      Flow flow, ModuleDeclaration module, ForwardDeclaration forward, Findings findings) {
    List<Statement> statements = forward.program().statements();
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      if (!isLast(statements, i) && makesTensor(flow, module, forward, statement)) {
        Span span = target(statement);
        String message = span == null ? null : unused(flow, statements, forward, i);
        if (span != null && message != null) {
          String line = forward.program().line(span.line());
          int end = span.lastLine() == span.line() ? span.end() : line.length();
          findings.add(
              ProblemId.UNUSED_VALUE,
              new Scope(module, null, null, Set.of()),
              new Place(forward.origin(), span.line(), span.start(), end),
              message);
        }
      }
    }
  }

  /** What the message points at: the one variable, or the call. */
  private static @Nullable Span target(Statement statement) {
    if (statement instanceof Statement.Assign assign && assign.targets().size() == 1) {
      return assign.targets().get(0) instanceof Expression.Name name ? name.span() : null;
    }
    return statement instanceof Statement.ExpressionStatement expression
            && expression.value() instanceof Expression.Call
        ? expression.span()
        : null;
  }

  private static @Nullable String unused(
      Flow flow, List<Statement> statements, ForwardDeclaration forward, int index) {
    boolean applied = isBare(statements, index + 1);
    Statement statement = statements.get(index);
    if (statement instanceof Statement.Assign assign
        && assign.targets().get(0) instanceof Expression.Name name) {
      return applied || name.id().startsWith("_") ? null : unread(statements, index, name.id());
    }
    boolean inPlace =
        flow.nodes().stream()
            .filter(node -> stands(node, forward, statement))
            .anyMatch(node -> isInPlace(node, forward.program().text(statement.span())));
    return applied || inPlace
        ? null
        : "the result of "
            + forward.program().text(statement.span())
            + " is thrown away: nothing changes in place, so give it a name, such as x = ...";
  }

  private static @Nullable String unread(List<Statement> statements, int index, String name) {
    for (Statement later : statements.subList(index + 1, statements.size())) {
      if (Mentions.of(later).names().contains(name)) {
        return null;
      }
      if (later instanceof Statement.Assign assign
          && assign.targets().stream()
              .anyMatch(t -> t instanceof Expression.Name n && n.id().equals(name))) {
        return name
            + " is computed here but replaced in line "
            + later.span().line()
            + " before anything reads it: read "
            + name
            + " there or drop this line";
      }
    }
    return name + " is computed here but never read: use it, return it or drop this line";
  }

  /** Without a return the last value is the output. */
  private static boolean isLast(List<Statement> statements, int index) {
    return index == statements.size() - 1;
  }

  /** A statement that is only a name applies it to the value before. */
  private static boolean isBare(List<Statement> statements, int index) {
    if (index >= statements.size()) {
      return true;
    }
    if (statements.get(index) instanceof Statement.Return returned) {
      return returned.value() == null;
    }
    return statements.get(index) instanceof Statement.ExpressionStatement expression
        && (expression.value() instanceof Expression.Name
            || expression.value() instanceof Expression.Attribute);
  }

  private static boolean makesTensor(
      Flow flow, ModuleDeclaration module, ForwardDeclaration forward, Statement statement) {
    return isModuleCall(module, statement)
        || flow.nodes().stream().anyMatch(node -> stands(node, forward, statement));
  }

  private static boolean isModuleCall(ModuleDeclaration module, Statement statement) {
    Expression value =
        statement instanceof Statement.Assign assign
            ? assign.value()
            : statement instanceof Statement.ExpressionStatement expression
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

  private static boolean stands(Node node, ForwardDeclaration forward, Statement statement) {
    Place place = node.step().place();
    return place.origin().equals(forward.origin())
        && place.line() >= statement.span().line()
        && place.line() <= statement.span().lastLine();
  }

  private static boolean isInPlace(Node node, String text) {
    return text.contains("_(") || node.call().has("inplace") && node.call().flag("inplace");
  }
}
