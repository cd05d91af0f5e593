package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Proposes other arguments for a view: the failing one, or those on the way to the failing step,
 * which may have torn the batch apart.
 */
public record ViewEdits(FailingCall call, Set<Edit> edits) {
  private static final int VIEWS_BEFORE = 3;
  private static final int MOST_VIEWED = 12;
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  /** Edits to try, likely ones first. */
  public static Stream<Edit> of(Failure failure) {
    Trace trace = failure.trace();
    Set<Edit> edits = new LinkedHashSet<>();
    FailingCall failing = failure.call();
    new ViewEdits(failing, edits).propose();
    for (Step view : failing.before(trace, VIEWS_BEFORE, step -> step.kind() == Kind.RESHAPE)) {
      new ViewEdits(FailingCall.of(trace, view), edits).propose();
    }
    return edits.stream();
  }

  /** All values of a sample in a row, where a view wants two sizes. */
  public static Stream<Edit> rows(Failure failure) {
    return failure.call().expression().orElse(null) instanceof Expression.Call view
            && view.positional().size() == 2
        ? of(failure)
        : Stream.of();
  }

  /** Another number of the call, as the second side of a square: the more are alike the better. */
  public static Stream<Edit> ofSameNumbers(Failure failure) {
    List<Expression.IntLiteral> numbers =
        failure.call().expression().stream()
            .flatMap(view -> Subexpressions.of(view).stream())
            .filter(Expression.IntLiteral.class::isInstance)
            .map(Expression.IntLiteral.class::cast)
            .filter(number -> number.value() > 1)
            .toList();
    Map<Edit, Long> different = new LinkedHashMap<>();
    for (Expression.IntLiteral number : numbers) {
      for (Expression.IntLiteral other : numbers) {
        if (other.value() != number.value()) {
          long left =
              numbers.stream()
                  .map(each -> each.equals(number) ? other.value() : each.value())
                  .distinct()
                  .count();
          failure
              .call()
              .replaced(number, Long.toString(other.value()))
              .ifPresent(edit -> different.put(edit, left));
        }
      }
    }
    return different.keySet().stream()
        .sorted(Comparator.comparing(different::get))
        .limit(MOST_VIEWED);
  }

  private void propose() {
    if (!(call.expression().orElse(null) instanceof Expression.Call view)
        || !(view.callee() instanceof Expression.Attribute method)) {
      return;
    }
    Function function = Catalogue.method(method.name());
    if (function == null || function.operation().kind() != Kind.RESHAPE) {
      return;
    }
    boolean inPlace = function.signature().indexOf("size") >= 0;
    if (!inPlace && function.signature().indexOf("shape") < 0) {
      return;
    }
    if (inPlace) { // for axes that are not in order in memory
      LineEditing editing = call.line().orElseThrow();
      String line = editing.program().line(method.span().lastLine());
      int end = method.span().end();
      String changed =
          line.substring(0, end - method.name().length()) + "reshape" + line.substring(end);
      edits.add(editing.replaced(method.span().lastLine(), changed));
    }
    List<String> sizes = view.positional().stream().map(call::text).toList();
    if (sizes.isEmpty()) {
      return;
    }
    String batch = call.text(method.target()) + ".size(0)";
    if (sizes.get(0).equals("-1") && method.target() instanceof Expression.Name) {
      add(view, List.of(batch, "-1")); // -1 in front may merge samples
    }
    scaled(view, sizes);
    alike(view, sizes);
    for (int i = sizes.size() - 1; i > 0 && !sizes.contains("-1"); i--) {
      add(view, with(sizes, i, "-1"));
    }
    if (!(method.target() instanceof Expression.Name)) {
      call.replaced(view, call.text(method.target()) + ".flatten(1)").ifPresent(edits::add);
      return;
    }
    if (sizes.size() > 1) {
      add(view, with(with(sizes, 0, batch), sizes.size() - 1, "-1"));
    }
    add(view, List.of(batch, "-1"));
  }

  /** One number, so that as many values are asked for as a sample has, changed by little. */
  private void scaled(Expression.Call view, List<String> sizes) {
    Dim values =
        call.step().stream()
            .flatMap(step -> step.arguments().stream())
            .findFirst()
            .flatMap(viewed -> viewed.shape().numel().dividedBy(InputDeclaration.BATCH))
            .orElse(Dim.unknown());
    List<Long> numbers =
        sizes.stream().filter(it -> NUMBER.matcher(it).matches()).map(Long::valueOf).toList();
    if (values.isConstant() && numbers.size() == sizes.size() - 1) {
      long asked = numbers.stream().reduce(1L, Math::multiplyExact);
      numbers.stream()
          .filter(number -> number * values.value() % asked == 0)
          .sorted(Comparator.comparing(it -> Math.abs(it * values.value() / asked - it)))
          .forEach(
              number ->
                  add(
                      view,
                      with(
                          sizes,
                          sizes.indexOf(number.toString()),
                          Long.toString(number * values.value() / asked))));
    }
  }

  /** A size that stands several times, as that of a square, changed wherever it stands. */
  private void alike(Expression.Call view, List<String> sizes) {
    Step step = call.step().orElse(null);
    if (step == null || step.arguments().isEmpty()) {
      return;
    }
    Dim values = step.arguments().get(0).shape().numel();
    for (String size : new LinkedHashSet<>(sizes)) {
      int times = Collections.frequency(sizes, size);
      if (times > 1 && NUMBER.matcher(size).matches()) {
        Dim others = Dim.of(1);
        for (String each : sizes) {
          others =
              others.times(
                  each.equals(size)
                      ? Dim.of(1)
                      : NUMBER.matcher(each).matches()
                          ? Dim.of(Long.parseLong(each))
                          : InputDeclaration.BATCH);
        }
        values
            .dividedBy(others)
            .filter(Dim::isConstant)
            .map(power -> Math.round(Math.pow(power.value(), 1.0 / times)))
            .ifPresent(root -> add(view, replaced(sizes, size, Long.toString(root))));
      }
    }
  }

  private static List<String> replaced(List<String> sizes, String size, String other) {
    return sizes.stream().map(each -> each.equals(size) ? other : each).toList();
  }

  private static List<String> with(List<String> sizes, int index, String size) {
    List<String> changed = new ArrayList<>(sizes);
    changed.set(index, size);
    return changed;
  }

  private void add(Expression.Call view, List<String> sizes) {
    LineEditing editing = call.line().orElseThrow();
    String line = editing.program().line(view.span().line());
    int open = view.callee().span().end() + 1;
    String changed =
        line.substring(0, open) + String.join(", ", sizes) + line.substring(view.span().end() - 1);
    edits.add(editing.replaced(view.span().line(), changed));
  }
}
