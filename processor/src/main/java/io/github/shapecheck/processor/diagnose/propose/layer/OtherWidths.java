package io.github.shapecheck.processor.diagnose.propose.layer;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Dim;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Proposes widths of layers that made no tensor which meets the problem, but a size in it. */
public final class OtherWidths {
  private static final List<String> SIZES = List.of("split_size_or_sections", "split_size");
  private static final int NEAREST = 3;
  private static final int NEAR = 2;
  private static final int MOST_PIECES = 4;
  private static final int MOST_LAYERS = 8;
  private static final int LARGEST_INDEX = 9;

  private OtherWidths() {}

  /** Edits to try, likely ones first. */
  public static Stream<Edit> of(Failure failure) {
    return failure.problem().id() == ProblemId.UNPACK ? ofPieces(failure) : ofEqualNumbers(failure);
  }

  /** So many features that as many pieces are split of them as there are names. */
  private static Stream<Edit> ofPieces(Failure failure) {
    Trace trace = failure.trace();
    Place place = failure.problem().place();
    return trace.steps().stream()
        .filter(step -> step.kind() == Kind.SPLIT && step.place().line() == place.line())
        .filter(step -> step.place().origin().equals(place.origin()))
        .limit(1)
        .flatMap(
            split ->
                SIZES.stream()
                    .filter(split.call()::knows)
                    .flatMap(size -> Stream.ofNullable(split.call().get(size).dim()))
                    .filter(Dim::isConstant)
                    .flatMap(piece -> ofPieces(split, piece.value(), trace)));
  }

  private static Stream<Edit> ofPieces(Step split, long piece, Trace trace) {
    return FailingCall.of(trace, split)
        .before(trace, NEAREST, step -> step.layer() != null)
        .stream()
        .flatMap(maker -> Stream.ofNullable(maker.layer()))
        .flatMap(path -> LayerSpot.named(trace, path).stream())
        .flatMap(spot -> spot.numbers(Role.OUT))
        .flatMap(
            width ->
                LongStream.rangeClosed(2, MOST_PIECES)
                    .map(pieces -> pieces * piece)
                    .mapToObj(out -> width.edit(trace.model(), out, out)));
  }

  /** Another size that meets it for a number anywhere that is one of those that contradict. */
  private static Stream<Edit> ofEqualNumbers(Failure failure) {
    Trace trace = failure.trace();
    List<Long> sizes =
        Stream.concat(
                failure.problem().facts().numbers().stream(),
                failure.problem().facts().operands().stream().flatMap(it -> it.dims().stream()))
            .filter(size -> size.isConstant() && size.value() > LARGEST_INDEX)
            .map(Dim::value)
            .distinct()
            .toList();
    return trace.layers().keySet().stream()
        .flatMap(path -> LayerSpot.named(trace, path).stream())
        .flatMap(spot -> spot.numbers(Role.OUT))
        .filter(width -> sizes.contains(width.declared()))
        .limit(MOST_LAYERS)
        .flatMap(
            width ->
                sizes.stream()
                    .filter(size -> size != width.declared())
                    .sorted(Comparator.comparing(size -> Math.abs(size - width.declared())))
                    .limit(NEAR)
                    .map(size -> width.edit(trace.model(), size, size)));
  }
}
