package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where two numbers contradict each other, the one that the user wrote more often was meant, and
 * the one that stands alone is the slip; of two that occur as often, the rounder one was meant. But
 * a number that has nothing to do with the other one was copied from elsewhere.
 */
final class Plausibility {
  /** Widths are mostly multiples of one of them. */
  private static final int ROUND = 8;

  private static final int TEN = 10;

  private static final int OFTEN = 3;

  /** Gray, colors, and how much shines through. */
  private static final long MOST_COLORS = 4;

  /** What speaks for an image more than all numbers. */
  private static final int CERTAIN = 20;

  /** Handwritten digits are gray. */
  private static final int DIGITS = 28;

  /** So far from what was meant is a number that was mistyped. */
  private static final int NEAR = 3;

  /**
   * A width or a size with what an edit makes of it.
   *
   * @param side of the image of which it is the channels, 0 for what is none
   */
  private record Change(long from, long to, long side) {
    /** Neither near, half nor twice what was meant. */
    boolean isOfElsewhere() {
      return Math.abs(from - to) > NEAR && from / 2 != to && to / 2 != from;
    }
  }

  private final Map<Long, Integer> occurrences = new HashMap<>();
  private final Trace trace;

  Plausibility(Trace trace) {
    this.trace = trace;
    for (InputDeclaration input : trace.model().root().inputs()) {
      List<Dim> sizes = input.sample().dims();
      boolean sides = sizes.size() == 2 && isOfMap(sizes, trace.model().root().inputs());
      sizes.subList(0, sides ? 0 : sizes.size() > 2 ? 1 : sizes.size()).stream()
          .filter(Dim::isConstant)
          .forEach(size -> occurrences.merge(size.value(), 1, Integer::sum));
    }
    count(trace.model().root());
    trace.model().modules().values().forEach(this::count);
    Map<Origin, LayerDeclaration> written = new HashMap<>();
    trace.made().values().forEach(layer -> written.put(layer.origin(), layer));
    written.values().forEach(this::count);
  }

  /** Whether it is a mask or labels of a map: sides are no widths. */
  private static boolean isOfMap(List<Dim> sizes, List<InputDeclaration> inputs) {
    return inputs.stream()
        .map(input -> input.sample().dims())
        .filter(map -> map.size() > 2)
        .map(map -> map.subList(map.size() - 2, map.size()))
        .anyMatch(map -> map.get(0).equals(sizes.get(0)) || map.get(1).equals(sizes.get(1)));
  }

  private void count(ModuleDeclaration module) {
    for (FieldDeclaration field : module.fields()) {
      field.layers().forEach(this::count);
    }
  }

  private void count(LayerDeclaration layer) {
    LayerSpot spot = new LayerSpot("", 0, layer);
    for (Map.Entry<String, Attribute> member : layer.attributes().entrySet()) {
      Dim number = member.getValue().explicit() ? member.getValue().value().dim() : null;
      if (number != null && number.isConstant() && spot.role(member.getKey()).isWidth()) {
        occurrences.merge(number.value(), 1, Integer::sum);
      }
    }
  }

  /** The same edits, the likeliest of those that change one width or size in front. */
  List<Edit> ordered(List<Edit> edits) {
    int best = 0;
    for (int i = 1; i < edits.size() && isOfNumbers(edits.get(i - 1)); i++) {
      Edit first = edits.get(best);
      if (isOfNumbers(edits.get(i))
          && !(first instanceof Edit.Both && isOfElsewhere(edits.get(i)))
          && likelihood(edits.get(i)) > likelihood(first)) {
        best = i;
      }
    }
    List<Edit> others = new ArrayList<>(edits);
    if (best > 0) {
      others.add(0, others.remove(best));
    }
    return others;
  }

  /** Whether it makes an image square, or gives it colors, as images have. */
  boolean restoresImage(Edit edit) {
    return edit instanceof Edit.SetInput set
        && change(edit)
            .filter(it -> it.side() > 0 ? likelihood(it) > 0 : isSquare(set))
            .isPresent();
  }

  private static boolean isSquare(Edit.SetInput set) {
    return set.sizes().size() == 3 && set.sizes().get(1).equals(set.sizes().get(2));
  }

  private boolean isOfNumbers(Edit edit) {
    return edit instanceof Edit.Both || change(edit).isPresent();
  }

  private boolean isOfElsewhere(Edit edit) {
    return change(edit).filter(Change::isOfElsewhere).isPresent();
  }

  /** Nothing speaks for two changes but that there is no other repair. */
  private int likelihood(Edit edit) {
    return change(edit).map(this::likelihood).orElse(0);
  }

  private int likelihood(Change change) {
    int written = Math.min(OFTEN, occurrences.getOrDefault(change.to(), 0));
    int before = Math.max(0, Math.min(OFTEN, occurrences.getOrDefault(change.from(), 0) - 1));
    int round = (isRound(change.to()) ? 1 : 0) - (isRound(change.from()) ? 1 : 0);
    if (change.side() > 0) {
      return CERTAIN * (color(change.to(), change.side()) - color(change.from(), change.side()));
    }
    return change.isOfElsewhere() ? before > 0 ? 2 * OFTEN : 0 : 2 * (written - before) + round;
  }

  private static boolean isRound(long number) {
    return number % ROUND == 0 || number % TEN == 0;
  }

  /** How likely an image has so many channels: most are in colors, else gray. */
  private static int color(long channels, long side) {
    return channels == (side == DIGITS ? 1 : 3) ? 2 : channels == 1 || channels == 3 ? 1 : 0;
  }

  /** What members an edit sets, null where it does something else. */
  private static Edit.@Nullable SetMembers meaning(Edit edit) {
    return edit instanceof Edit.ReplaceSource line
        ? line.meaning()
        : edit instanceof Edit.SetMembers set ? set : null;
  }

  /** The one width or size that an edit changes. */
  private Optional<Change> change(Edit edit) {
    Edit.SetMembers set = meaning(edit);
    if (set != null && set.members().size() == 1) {
      String member = set.members().keySet().iterator().next();
      return set.members().get(member) instanceof Setting.Number number
          ? LayerSpot.named(trace, set.layer()).stream()
              .filter(spot -> spot.index() == set.index() && spot.role(member).isWidth())
              .map(spot -> spot.layer().attributes().get(member))
              .filter(declared -> declared != null && declared.value().dim() != null)
              .map(declared -> declared.value().dim())
              .filter(Dim::isConstant)
              .map(declared -> new Change(declared.value(), number.value(), 0))
              .findFirst()
          : Optional.empty();
    }
    return edit instanceof Edit.SetInput other
        ? trace.model().root().inputs().stream()
            .filter(input -> input.name().equals(other.input()))
            .findFirst()
            .flatMap(input -> change(input, other.sizes()))
        : Optional.empty();
  }

  private static Optional<Change> change(InputDeclaration input, List<Edit.Range> sizes) {
    List<Dim> declared = input.sample().dims();
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < sizes.size() && declared.size() == sizes.size(); i++) {
      Edit.Range to = sizes.get(i);
      if (declared.get(i).isConstant() && to.first() == to.last()) {
        long from = declared.get(i).value();
        if (from != to.first()) {
          boolean image = i == 0 && sizes.size() == 3 && from <= 2 * MOST_COLORS;
          changes.add(new Change(from, to.first(), image ? sizes.get(1).first() : 0));
        }
      }
    }
    return changes.size() == 1 ? Optional.of(changes.get(0)) : Optional.empty();
  }
}
