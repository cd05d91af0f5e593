package io.github.shapecheck.processor.diagnose.propose.tensor;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Proposes other axes for the state that a recurrent layer starts from, and other numbers of layers
 * where the state is made.
 */
public final class StateEdits {
  /** A state has the layers, the samples and the features. */
  private static final int AXES = 3;

  private static final Set<Kind> RESHAPES = EnumSet.of(Kind.RESHAPE, Kind.FLATTEN, Kind.PERMUTE);

  private final Failure failure;
  private final FailingCall call;
  private final List<Expression> states;
  private final Set<Edit> edits = new LinkedHashSet<>();

  private StateEdits(Failure failure, List<Expression> states) {
    this.failure = failure;
    this.call = failure.call();
    this.states = states;
  }

  public static Stream<Edit> of(Failure failure) {
    if (!(failure.call().expression().orElse(null) instanceof Expression.Call layer)
        || layer.positional().size() != 2) {
      return Stream.of();
    }
    Expression given = layer.positional().get(1);
    StateEdits edits =
        new StateEdits(
            failure, given instanceof Expression.TupleDisplay pair ? pair.items() : List.of(given));
    edits.moved(given, ".unsqueeze(0)");
    edits.made(layer.positional().get(0));
    edits.moved(given, ".transpose(0, 1)");
    edits.moved(given, ".transpose(0, 1).contiguous()");
    return edits.edits.stream();
  }

  /** The state of the last of several layers, where all of them are read. */
  public static Stream<Edit> ofLast(Failure failure) {
    FailingCall call = failure.call();
    if (call.step().stream().noneMatch(step -> readsState(step, failure.trace()))
        || !(call.expression().orElse(null) instanceof Expression.Call layer)
        || layer.positional().isEmpty()) {
      return Stream.of();
    }
    Expression read = layer.positional().get(0);
    return Subexpressions.of(read).stream()
        .filter(Expression.Name.class::isInstance)
        .limit(1)
        .flatMap(state -> call.replaced(read, call.text(state) + "[-1]").stream());
  }

  /** Whether a layer reads a state, not the sequence, in whatever shape. */
  private static boolean readsState(Step step, Trace trace) {
    Tensor read = step.arguments().isEmpty() ? null : step.arguments().get(0);
    while (read != null && read.source() >= 0) {
      Step maker = trace.steps().get(read.source());
      if (maker.kind() == Kind.RECURRENT) {
        return read.rank() == AXES && !read.shape().equals(maker.outputs().get(0).shape());
      }
      read = RESHAPES.contains(maker.kind()) ? maker.arguments().get(0) : null;
    }
    return false;
  }

  private void moved(Expression given, String method) {
    List<String> texts = states.stream().map(state -> call.operand(state) + method).toList();
    String all = String.join(", ", texts);
    call.replaced(given, given instanceof Expression.TupleDisplay ? "(" + all + ")" : all)
        .ifPresent(edits::add);
  }

  /** Other layers or samples in the lines above that make the states. */
  private void made(Expression input) {
    LineEditing line = call.line().orElse(null);
    if (line == null) {
      return;
    }
    List<List<Expression>> shapes = new ArrayList<>();
    for (Expression state : states) {
      for (Statement statement : line.statements()) {
        if (state instanceof Expression.Name name
            && statement instanceof Statement.Assign assign
            && assign.targets().get(0) instanceof Expression.Name target
            && target.id().equals(name.id())
            && shapes.size() < states.size()) {
          Subexpressions.of(assign.value()).stream()
              .filter(Expression.Call.class::isInstance)
              .map(maker -> sizes((Expression.Call) maker))
              .filter(sizes -> sizes.size() == AXES)
              .limit(1)
              .forEach(shapes::add);
        }
      }
    }
    if (shapes.size() == states.size() && !shapes.isEmpty()) {
      List<Expression> counts = shapes.stream().map(shape -> shape.get(0)).toList();
      List<Expression> batches = shapes.stream().map(shape -> shape.get(1)).toList();
      changes(line).forEach(change -> add(line, counts, change));
      add(line, shapes.stream().map(shape -> shape.subList(0, 2)).toList());
      widths(line, shapes.stream().map(shape -> shape.get(2)).toList());
      for (int axis = 0; axis < 2; axis++) {
        String size = line.operand(input) + ".size(" + axis + ")";
        add(line, batches, batch -> size);
      }
    }
  }

  /** As many features as the layer keeps. */
  private void widths(LineEditing line, List<Expression> features) {
    failure.layers().stream()
        .filter(spot -> spot.path().equals(failure.problem().subject()))
        .limit(1)
        .map(spot -> Long.toString(spot.number(Role.OUT)))
        .forEach(hidden -> add(line, features, width -> isNumber(width) ? hidden : ""));
  }

  private static List<Expression> sizes(Expression.Call maker) {
    return maker.positional().size() == 1
            && maker.positional().get(0) instanceof Expression.TupleDisplay shape
        ? shape.items()
        : maker.positional();
  }

  private void add(LineEditing line, List<Expression> counts, Change change) {
    List<Edit> all = new ArrayList<>();
    for (Expression count : counts) {
      String text = change.of(count);
      if (text.isEmpty() || text.equals(line.text(count)) || !line.isOneLine(count.span())) {
        return;
      }
      all.add(line.replaced(count.span(), text));
    }
    edits.add(all.stream().reduce(Edit.Both::new).orElseThrow());
  }

  /** The first two sizes of each in the other order. */
  private void add(LineEditing line, List<List<Expression>> pairs) {
    List<Edit> all = new ArrayList<>();
    for (List<Expression> pair : pairs) {
      Span both = pair.get(0).span().to(pair.get(1).span());
      if (!line.isOneLine(both)) {
        return;
      }
      all.add(line.replaced(both, line.text(pair.get(1)) + ", " + line.text(pair.get(0))));
    }
    edits.add(all.stream().reduce(Edit.Both::new).orElseThrow());
  }

  private interface Change {
    String of(Expression count);
  }

  /** One factor of a product, twice as many, the layer's own number. */
  private List<Change> changes(LineEditing line) {
    UnaryOperator<String> bracketed = text -> text.matches("[\\w.]+") ? text : "(" + text + ")";
    List<Change> changes = new ArrayList<>();
    changes.add(count -> factor(count, line, true));
    changes.add(count -> factor(count, line, false));
    changes.add(
        count ->
            count instanceof Expression.IntLiteral
                ? ""
                : "2 * " + bracketed.apply(line.text(count)));
    failure.layers().stream()
        .filter(spot -> spot.path().equals(failure.problem().subject()))
        .limit(1)
        .map(spot -> Math.max(1, spot.number(Role.COUNT)))
        .flatMap(layers -> Stream.of(layers, 2 * layers))
        .forEach(number -> changes.add(0, count -> isNumber(count) ? number.toString() : ""));
    return changes;
  }

  private static String factor(Expression count, LineEditing line, boolean right) {
    return count instanceof Expression.Binary product
            && product.operator() == BinaryOperator.MULTIPLY
            && !isNumber(count)
        ? line.text(right ? product.right() : product.left())
        : "";
  }

  private static boolean isNumber(Expression count) {
    return count instanceof Expression.IntLiteral
        || count instanceof Expression.Binary product
            && isNumber(product.left())
            && isNumber(product.right());
  }
}
