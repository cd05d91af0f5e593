package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proposes the size of another axis where a line reads the size of the batch, as for a mask that
 * should be as large as a sample is long.
 */
public final class BatchSizeEdits {
  private static final int MOST_AXES = 3;

  private BatchSizeEdits() {}

  /** The lines above that read {@code x.size(0)} or {@code x.shape[0]}, the nearest first. */
  public static Stream<Edit> of(Failure failure) {
    LineEditing line = failure.call().line().orElse(null);
    if (line == null) {
      return Stream.of();
    }
    int last = failure.call().expression().map(call -> call.span().line()).orElse(0);
    Map<Integer, List<Span>> axes = new TreeMap<>((a, b) -> Integer.compare(b, a));
    for (int number = 1; number <= last; number++) {
      List<Span> found = new ArrayList<>();
      line.expressions(number).forEach(part -> axis(part, found));
      if (!found.isEmpty()) {
        axes.put(number, found.stream().distinct().toList());
      }
    }
    return axes.entrySet().stream().flatMap(entry -> edits(line, entry.getKey(), entry.getValue()));
  }

  private static void axis(Expression part, List<Span> found) {
    if (part instanceof Expression.Call size
        && size.callee() instanceof Expression.Attribute method
        && isSize(Catalogue.method(method.name()))
        && size.positional().size() == 1
        && isZero(size.positional().get(0))) {
      found.add(size.positional().get(0).span());
    } else if (part instanceof Expression.Subscript item
        && item.target() instanceof Expression.Attribute attribute
        && attribute.name().equals("shape")
        && item.items().size() == 1
        && isZero(item.items().get(0))) {
      found.add(item.items().get(0).span());
    }
  }

  private static boolean isSize(@Nullable Function method) {
    return method != null && method.operation().kind() == Kind.SIZE;
  }

  private static boolean isZero(Expression number) {
    return number instanceof Expression.IntLiteral literal && literal.value() == 0;
  }

  private static Stream<Edit> edits(LineEditing line, int number, List<Span> axes) {
    return IntStream.rangeClosed(1, MOST_AXES)
        .mapToObj(
            axis -> {
              StringBuilder text = new StringBuilder(line.program().line(number));
              for (int i = axes.size() - 1; i >= 0; i--) {
                text.replace(axes.get(i).start(), axes.get(i).end(), Integer.toString(axis));
              }
              return line.replaced(number, text.toString());
            });
  }
}
