package io.github.shapecheck.processor.diagnose.propose.layer;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.diagnose.rerun.Settings;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Proposes PyTorch's default for a member of an annotation whose value is out of the question. */
public final class DefaultEdits {
  private DefaultEdits() {}

  public static Stream<Edit> of(Failure failure) {
    Trace trace = failure.trace();
    Problem problem = failure.problem();
    List<Edit> edits = new ArrayList<>();
    for (LayerSpot spot : LayerSpot.named(trace, problem.subject())) {
      LayerType type = Catalogue.layer(spot.layer().type());
      spot.layer()
          .attributes()
          .forEach(
              (member, attribute) -> {
                if (type != null && attribute.origin().equals(problem.place().origin())) {
                  setting(type, member).map(value -> spot.set(member, value)).ifPresent(edits::add);
                }
              });
    }
    return edits.stream();
  }

  private static Optional<Setting> setting(LayerType type, String member) {
    int index = type.constructor().indexOfMember(member);
    for (int i = 0; index < 0 && i < type.constructor().size(); i++) {
      index = type.constructor().alternative(i).equals(member) ? i : index;
    }
    @Nullable Value value = index < 0 ? null : type.fallback(index);
    return Settings.of(value);
  }
}
