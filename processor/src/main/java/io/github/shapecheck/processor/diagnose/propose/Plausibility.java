package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.Trace;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where two layers contradict each other, the number that the user wrote more often is the one that
 * was meant; of two that occur as often, the rounder one.
 */
final class Plausibility {
  /** Widths are mostly multiples of it. */
  private static final int ROUND = 8;

  private final Map<Long, Integer> occurrences = new HashMap<>();

  private final Trace trace;

  Plausibility(Trace trace) {
    this.trace = trace;
    count(trace.model().root());
    trace.model().modules().values().forEach(this::count);
    Map<Origin, LayerDeclaration> written = new HashMap<>();
    trace.made().values().forEach(layer -> written.put(layer.origin(), layer));
    written.values().forEach(this::count);
  }

  private void count(ModuleDeclaration module) {
    for (FieldDeclaration field : module.fields()) {
      field.layers().forEach(this::count);
    }
  }

  private void count(LayerDeclaration layer) {
    for (Attribute attribute : layer.attributes().values()) {
      Dim number = attribute.explicit() ? attribute.value().dim() : null;
      if (number != null && number.isConstant()) {
        occurrences.merge(number.value(), 1, Integer::sum);
      }
    }
  }

  /** The same edits, the first two of them in the other order where the second is likelier. */
  List<Edit> ordered(List<Edit> edits) {
    if (edits.size() < 2) {
      return edits;
    }
    if (layer(edits.get(0)).equals(layer(edits.get(1)))) {
      return edits;
    }
    long first = number(edits.get(0));
    long second = number(edits.get(1));
    if (first < 0 || second < 0 || !isLikelier(second, first)) {
      return edits;
    }
    List<Edit> others = new ArrayList<>(edits);
    others.set(0, edits.get(1));
    others.set(1, edits.get(0));
    return others;
  }

  private boolean isLikelier(long one, long other) {
    int times = occurrences.getOrDefault(one, 0);
    int otherTimes = occurrences.getOrDefault(other, 0);
    return times != otherTimes ? times > otherTimes : one % ROUND == 0 && other % ROUND != 0;
  }

  /** What members an edit sets, null where it does something else. */
  private static Edit.@Nullable SetMembers meaning(Edit edit) {
    return edit instanceof Edit.ReplaceSource line
        ? line.meaning()
        : edit instanceof Edit.SetMembers set ? set : null;
  }

  private static String layer(Edit edit) {
    Edit.SetMembers set = meaning(edit);
    return set == null ? "" : set.layer();
  }

  /** The one width that an edit gives to a layer, -1 for any other edit. */
  private long number(Edit edit) {
    Edit.SetMembers set = meaning(edit);
    return set != null
            && set.members().size() == 1
            && set.members().values().iterator().next() instanceof Setting.Number number
            && isWidth(set, set.members().keySet().iterator().next())
        ? number.value()
        : -1;
  }

  private boolean isWidth(Edit.SetMembers set, String member) {
    return LayerSpot.named(trace, set.layer()).stream()
        .filter(spot -> spot.index() == set.index())
        .map(spot -> spot.role(member))
        .anyMatch(role -> role.isWidth() || role == Role.COUNT);
  }
}
