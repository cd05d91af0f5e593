package io.github.shapecheck.processor.operation.vision;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Choice;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Padding and cropping: {@code ZeroPad2d}, {@code F.pad} and their like. Rules pad-1 to pad-7.
 *
 * @param mode constant, reflect, replicate or circular; empty where the call says it
 * @param axes how many axes a layer pads, 0 for the function
 */
public record Padding(String mode, int axes) implements Rule {
  private static final Dim ZERO = Dim.of(0);
  private static final Dim ONE = Dim.of(1);

  /** One axis with what is put in front of it and behind it. */
  private record Side(int axis, String name, Dim size, Dim before, Dim after) {
    Dim result() {
      return size.plus(before).plus(after);
    }
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Dim[] pads = pads(call, input.rank());
    String kind = mode.isEmpty() ? Choice.of(call, "mode") : mode;
    boolean constant = kind.equals("constant");
    if (!constant) {
      Spatial.requireRank(call, input, pads.length / 2); // pad-2
      checkFill(call, kind);
    }
    if (kind.equals("reflect") || kind.equals("replicate")) {
      Spatial.requireCells(call, input, pads.length / 2 + 1); // pad-3
    }
    List<Side> sides = sides(input, pads);
    boolean sound = true;
    for (Side side : sides) {
      sound &= reaches(call, kind, side); // pad-4
    }
    if (sound) {
      checkResults(call, kind, sides);
    }
    List<Dim> dims = new ArrayList<>(input.shape().dims());
    for (Side side : sides) {
      dims.set(side.axis(), call.failed() ? Dim.unknown() : side.result());
    }
    call.record().arithmetic =
        () -> {
          List<String> lines = new ArrayList<>(sides.stream().map(Padding::formula).toList());
          Collections.reverse(lines);
          return lines;
        };
    return input.as(Shape.of(dims));
  }

  private static String formula(Side side) {
    return side.size() + " + " + side.before() + " + " + side.after() + " = " + side.result();
  }

  /**
   * Rule pad-1: one number for all sides, or a pair for each of the last axes, at most as many as
   * there are.
   */
  private Dim[] pads(Call call, int rank) {
    Dim[] pads = call.dims(parameter());
    if (axes > 0 && !(call.get(parameter()) instanceof Value.Sequence)) {
      Dim[] all = new Dim[2 * axes];
      Arrays.fill(all, pads[0]);
      pads = all;
    }
    int most = 2 * (axes > 0 ? Math.min(axes, rank) : rank);
    if (pads.length % 2 != 0 || pads.length > most) {
      throw call.refuse(
          call.isLayer() ? ProblemId.MEMBER_COUNT : ProblemId.ARGUMENT_COUNT,
          parameter(),
          "takes %sa pair for each of at most %s axes, but receives %s numbers",
          axes > 0 ? "one pad, or " : "",
          most / 2,
          pads.length);
    }
    return pads;
  }

  private String parameter() {
    return axes > 0 ? "padding" : "pad";
  }

  private static void checkFill(Call call, String kind) { // pad-7
    if (!call.knows("value") || !call.has("value") || call.real("value") == 0) {
      return;
    }
    call.problem(
        ProblemId.ARGUMENT,
        "value",
        "takes no value with mode '" + kind + "': nothing is filled in");
  }

  private static List<Side> sides(Tensor input, Dim[] pads) {
    int count = pads.length / 2;
    List<Side> sides = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int axis = input.rank() - 1 - i;
      String name = Axes.name(count - 1 - i, count);
      sides.add(new Side(axis, name, input.dim(axis), pads[2 * i], pads[2 * i + 1]));
    }
    return sides;
  }

  /**
   * Rule pad-4: reflection reads up to the last but one cell, wrapping up to all; a crop takes what
   * is there.
   */
  private boolean reaches(Call call, String kind, Side side) {
    if (kind.equals("constant")) {
      return cropFits(call, side);
    }
    Relation relation =
        kind.equals("reflect") ? Relation.LT : kind.equals("circular") ? Relation.LE : null;
    for (Dim pad : List.of(side.before(), side.after())) {
      if (relation == null || !call.fails(pad, relation, side.size())) {
        continue;
      }
      Dim most = relation == Relation.LT ? side.size().minus(1) : side.size();
      call.problem(
              ProblemId.PAD_TOO_BIG,
              parameter(),
              "pads %s by '%s', which must be at most %s for the %s of %s",
              pad,
              kind,
              most,
              side.name(),
              side.size())
          .set(parameter(), clipped(call, pad, most));
      return false;
    }
    return !kind.equals("circular") || copies(call, side);
  }

  private boolean copies(Call call, Side side) {
    boolean numbers =
        side.size().isConstant() && side.before().isConstant() && side.after().isConstant();
    if (!numbers
        || side.before().value() >= 0 && side.after().value() >= 0
        || side.result().value() < 0
        || CircularCopies.fit(side.size().value(), side.before().value(), side.after().value())) {
      return true;
    }
    call.problem(
        ProblemId.OUTPUT_TOO_SMALL,
        parameter(),
        "crops and wraps a " + side.name() + " of " + formula(side) + " and has too few to copy");
    return false;
  }

  private Setting clipped(Call call, Dim pad, Dim most) {
    List<Long> numbers = new ArrayList<>();
    for (Dim dim : call.dims(parameter())) {
      Dim value = dim.equals(pad) && most.isConstant() ? most : dim;
      numbers.add(value.isConstant() ? value.value() : 0);
    }
    return numbers.size() == 1 ? Setting.of(numbers.get(0)) : new Setting.Numbers(numbers);
  }

  private boolean cropFits(Call call, Side side) {
    Dim left = side.size().plus(negative(side.before()));
    if (!call.fails(left, Relation.GE, ZERO)
        && !call.fails(left.plus(negative(side.after())), Relation.GE, ZERO)) {
      return true;
    }
    call.problem(
        ProblemId.OUTPUT_TOO_SMALL,
        parameter(),
        "crops %s and %s from a %s of %s",
        side.before(),
        side.after(),
        side.name(),
        side.size());
    return false;
  }

  private static Dim negative(Dim pad) {
    return pad.isConstant() && pad.value() > 0 ? ZERO : pad.isConstant() ? pad : pad.min(ZERO);
  }

  /**
   * Rules pad-5 and pad-6: no result is negative; of the repeating modes at least one is left, and
   * filling up leaves no axis of zero.
   */
  private void checkResults(Call call, String kind, List<Side> sides) {
    boolean mayBeEmpty = sides.stream().anyMatch(s -> !call.proves(s.result(), Relation.GE, ONE));
    boolean fills =
        kind.equals("constant")
            && mayBeEmpty
            && sides.stream()
                .anyMatch(s -> isPositive(call, s.before()) || isPositive(call, s.after()));
    boolean repeats = kind.equals("reflect") || kind.equals("replicate");
    boolean empty = repeats && !sides.isEmpty() && sides.stream().allMatch(s -> isZero(s.result()));
    for (Side side : sides) {
      Dim least = fills || empty || (repeats && sides.size() == 1) ? ONE : ZERO;
      if (call.fails(side.result(), Relation.GE, least)) {
        call.problem(
            ProblemId.OUTPUT_TOO_SMALL,
            parameter(),
            "leaves a %s of %s + %s + %s = %s",
            side.name(),
            side.size(),
            side.before(),
            side.after(),
            side.result());
        return;
      }
    }
  }

  private static boolean isPositive(Call call, Dim pad) {
    return pad.isConstant() ? pad.value() > 0 : call.choose(pad, Relation.GT, ZERO);
  }

  private static boolean isZero(Dim dim) {
    return dim.isConstant() && dim.value() <= 0;
  }
}
