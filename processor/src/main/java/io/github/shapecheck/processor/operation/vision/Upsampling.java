package io.github.shapecheck.processor.operation.vision;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Choice;
import io.github.shapecheck.processor.operation.FloatArguments;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * Resizing of the axes behind the channels: {@code Upsample}, {@code F.interpolate} and their like.
 * Rules upsample-1 to upsample-8.
 *
 * @param fixed the mode of a layer that has only one, empty where the call says it
 */
public record Upsampling(String fixed) implements Rule {
  @Override
  public void check(Call call) {
    boolean size = call.isGiven("size");
    boolean scale = call.isGiven("scale_factor");
    if (size == scale) { // upsample-1
      call.problem(
          ProblemId.ARGUMENT,
          size ? "size" : null,
          "needs " + (size ? "only " : "") + "one of size and " + call.label("scale_factor"));
    }
    boolean aligns = call.knows("align_corners") && call.has("align_corners");
    if (aligns && isNearest(mode(call))) { // upsample-2
      call.problem(
              ProblemId.ARGUMENT,
              "align_corners",
              "takes %s only with the linear and cubic modes, not '%s'",
              call.label("align_corners"),
              mode(call))
          .set("mode", new Setting.Choice("Interpolation", "linear"))
          .set("mode", new Setting.Choice("Interpolation", "bilinear"))
          .set("mode", new Setting.Choice("Interpolation", "trilinear"));
    }
    if (size && call.knows("recompute_scale_factor") && call.flag("recompute_scale_factor")) {
      call.problem( // upsample-3
          ProblemId.ARGUMENT,
          "recompute_scale_factor",
          "has no factor to recompute: the size is given");
    }
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    String mode = mode(call);
    int axes = input.rank() - 2;
    checkRank(call, input, mode); // upsample-4
    Spatial.requireCells(call, input, axes + (mode.equals("area") ? 0 : 1)); // upsample-5
    boolean given = call.isGiven("size");
    if (!given && !call.isGiven("scale_factor")) {
      throw call.abandon();
    }
    call.record().neighbours = mode.endsWith("linear") ? 1 : mode.equals("bicubic") ? 3 : 0;
    List<Dim> sizes = new ArrayList<>(axes);
    for (int i = 0; i < axes; i++) {
      Dim size =
          given
              ? Spatial.each(call, "size", axes)[i]
              : input
                  .dim(i - axes)
                  .scale(FloatArguments.axes(call, "scale_factor", axes)[i]); // upsample-6
      if (call.fails(size, Relation.GE, Dim.of(mode.equals("area") ? 0 : 1))) { // upsample-7
        call.problem(
            ProblemId.OUTPUT_TOO_SMALL,
            given ? "size" : "scale_factor",
            "gives a " + Axes.name(i, axes) + " of " + size);
        size = Dim.unknown();
      }
      sizes.add(size);
    }
    if (!given) {
      double[] factors = FloatArguments.axes(call, "scale_factor", axes);
      call.record().arithmetic =
          () -> {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < axes; i++) {
              String size = input.dim(i - axes).toString();
              String factor = size.contains(" ") ? "(" + size + ")" : size;
              lines.add("floor(" + factor + " * " + factors[i] + ") = " + sizes.get(i));
            }
            return lines;
          };
    }
    return input.as(Spatial.result(input, input.dim(1), sizes));
  }

  private String mode(Call call) {
    return fixed.isEmpty() ? Choice.of(call, "mode") : fixed;
  }

  private static boolean isNearest(String mode) {
    return mode.equals("nearest") || mode.equals("nearest-exact") || mode.equals("area");
  }

  /**
   * Rules upsample-4 and upsample-8: a batch, channels, and as many axes behind them as the mode is
   * for.
   */
  private static void checkRank(Call call, Tensor input, String mode) {
    int wanted =
        switch (mode) {
          case "linear" -> 3;
          case "bilinear", "bicubic" -> 4;
          case "trilinear" -> 5;
          case "nearest", "nearest-exact", "area" -> 0;
          default -> -1;
        };
    if (wanted < 0) {
      String near =
          NearestName.suggestion(
              mode, List.of("linear", "bilinear", "bicubic", "trilinear", "nearest"));
      throw call.refuse(ProblemId.ARGUMENT, "mode", "does not know the mode '" + mode + "'" + near);
    }
    int rank = input.rank();
    if (rank < 3 || rank > 5 || (wanted > 0 && rank != wanted)) {
      String fitting = rank == 3 ? "linear" : rank == 4 ? "bilinear" : rank == 5 ? "trilinear" : "";
      call.problem(
              ProblemId.RANK,
              null,
              "needs %s axes with mode '%s' but receives %s%s",
              wanted > 0 ? wanted + "" : "3 to 5",
              mode,
              Axes.of(input.shape()),
              fitting.isEmpty() ? "" : "; did you mean " + fitting + "?")
          .set("mode", new Setting.Choice("Interpolation", fitting));
      throw call.abandon();
    }
    boolean smooths = call.knows("antialias") && call.flag("antialias");
    if (smooths && !mode.equals("bilinear") && !mode.equals("bicubic")) { // upsample-8
      call.problem(
          ProblemId.ARGUMENT,
          "antialias",
          "takes antialias only with bilinear and bicubic, not '" + mode + "'");
    }
  }
}
