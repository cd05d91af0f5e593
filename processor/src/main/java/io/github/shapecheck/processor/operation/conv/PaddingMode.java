package io.github.shapecheck.processor.operation.conv;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.Window;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.util.List;

/** The limits of padding that repeats the input instead of zeros. Rules conv-7 and pad-4. */
public final class PaddingMode {
  private static final List<String> MODES = List.of("zeros", "reflect", "replicate", "circular");

  private PaddingMode() {}

  /** Rule conv-7: the modes that PyTorch has. */
  static void requireKnown(Call call) {
    String mode = of(call);
    if (!MODES.contains(mode)) {
      call.problem(
          ProblemId.ARGUMENT,
          "padding_mode",
          "has no padding mode '%s', only %s%s"
              .formatted(mode, String.join(", ", MODES), NearestName.suggestion(mode, MODES)));
    }
  }

  /**
   * Rule conv-7: a convolution's {@code padding_mode} has the limits of the padding layer of that
   * name.
   */
  static boolean check(Call call, Window window, int axis, int axes) {
    String mode = of(call);
    return within(call, mode, window.before(), window.input(), Axes.name(axis, axes))
        && within(call, mode, window.after(), window.input(), Axes.name(axis, axes));
  }

  /** The mode of a call, {@code zeros} where it knows no other. */
  static String of(Call call) {
    return call.knows("padding_mode") && call.get("padding_mode") instanceof Value.Text text
        ? text.value()
        : "zeros";
  }

  /** Reflection reads up to the last but one cell (pad-4), wrapping up to all of them (pad-4). */
  static boolean within(Call call, String mode, Dim pad, Dim size, String axis) {
    Relation relation =
        mode.equals("reflect") ? Relation.LT : mode.equals("circular") ? Relation.LE : null;
    if (relation == null || !call.fails(pad, relation, size)) {
      return true;
    }
    call.problem(
        ProblemId.PAD_TOO_BIG,
        "padding",
        "pads %s by '%s', which must be %s the %s of %s",
        pad,
        mode,
        relation == Relation.LT ? "less than" : "at most",
        axis,
        size);
    return false;
  }
}
