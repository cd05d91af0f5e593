package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.trace.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proposes other patterns for functions of einops, the axis that one side lacks for the one that
 * the other does not know and as many axes as the tensor has, and for einsum a factor transposed.
 */
public final class PatternEdits {
  private static final String ARROW = "->";
  private static final Pattern AXIS = Pattern.compile("[A-Za-z_]\\w*");
  private static final List<String> SPATIAL = List.of("h", "w", "d", "t");

  private PatternEdits() {}

  public static Stream<Edit> of(Failure failure) {
    FailingCall call = failure.call();
    if (!(call.expression().orElse(null) instanceof Expression.Call function)) {
      return Stream.of();
    }
    return function.positional().stream()
        .filter(Expression.StringLiteral.class::isInstance)
        .filter(text -> ((Expression.StringLiteral) text).value().contains(ARROW))
        .limit(1)
        .flatMap(
            text -> {
              char quote = call.text(text).charAt(call.text(text).length() - 1);
              return patterns(
                      ((Expression.StringLiteral) text).value(), failure.step().orElse(null))
                  .stream()
                  .flatMap(pattern -> call.replaced(text, quote + pattern + quote).stream());
            });
  }

  private static Set<String> patterns(String pattern, @Nullable Step step) {
    String left = pattern.substring(0, pattern.indexOf(ARROW));
    String right = pattern.substring(pattern.indexOf(ARROW) + ARROW.length());
    Set<String> patterns = new LinkedHashSet<>();
    if (left.contains(",")) {
      return transposed(left, right);
    }
    List<String> lost = without(axes(left), axes(right));
    List<String> unknown = without(axes(right), axes(left));
    if (lost.size() == 1 && unknown.size() == 1) {
      patterns.add(left + ARROW + renamed(right, unknown.get(0), lost.get(0)));
      patterns.add(renamed(left, lost.get(0), unknown.get(0)) + ARROW + right);
    }
    int rank = step == null || step.arguments().isEmpty() ? 0 : step.arguments().get(0).rank();
    int missing = rank - left.replaceAll("\\([^)]*\\)", "a").strip().split("\\s+").length;
    List<String> fresh = without(SPATIAL, axes(pattern));
    List<String> known = axes(left);
    if (missing > 0 && missing < fresh.size() && !known.isEmpty()) {
      String last = known.get(known.size() - 1); // the places of a map, taken together
      String several = String.join(" ", fresh.subList(0, missing + 1));
      patterns.add(
          renamed(left, last, several)
              + ARROW
              + renamed(right, last, right.contains("(") ? several : "(" + several + ")"));
    }
    return patterns;
  }

  /** The last two letters of a factor exchanged, of the last factor first. */
  private static Set<String> transposed(String left, String right) {
    List<String> factors = List.of(left.split(",", -1));
    Set<String> patterns = new LinkedHashSet<>();
    for (int i = factors.size() - 1; i >= 0; i--) {
      List<String> changed = new ArrayList<>(factors);
      changed.set(i, factors.get(i).replaceFirst("(\\w)(\\w)(\\s*)$", "$2$1$3"));
      patterns.add(String.join(",", changed) + ARROW + right);
    }
    return patterns;
  }

  private static List<String> axes(String side) {
    List<String> axes = new ArrayList<>();
    Matcher axis = AXIS.matcher(side);
    while (axis.find()) {
      axes.add(axis.group());
    }
    return axes;
  }

  private static List<String> without(List<String> axes, List<String> others) {
    return axes.stream().filter(axis -> !others.contains(axis)).toList();
  }

  private static String renamed(String side, String axis, String other) {
    return side.replaceAll("(?<!\\w)" + axis + "(?!\\w)", other);
  }
}
