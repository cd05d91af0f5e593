package io.github.shapecheck.processor.diagnose.propose.layer;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.operation.recurrent.RecurrentLayers;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.python.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Proposes the layer or function of the same name for tensors of more or fewer spatial axes. */
public final class KindEdits {
  private static final int MOST_AXES = 3;

  private KindEdits() {}

  public static Stream<Edit> of(Failure failure) {
    List<LayerSpot> own = LayerSpot.named(failure.trace(), failure.problem().subject());
    return own.size() == 1
        ? layers(own.get(0))
        : LineEditing.at(failure.trace().model(), failure.problem().place()).stream()
            .flatMap(
                line ->
                    line.around(failure.problem().place(), Expression.Call.class).stream()
                        .limit(1)
                        .flatMap(call -> others(line, call)));
  }

  private static Stream<Edit> layers(LayerSpot spot) {
    return others(spot.layer().type())
        .filter(name -> Catalogue.layer(name) != null)
        .flatMap(name -> spot.as(name).stream());
  }

  /** The layer that goes through a sequence in place of its cell. */
  public static Stream<Edit> ofSequence(Failure failure) {
    return LayerSpot.named(failure.trace(), failure.problem().subject()).stream()
        .flatMap(
            spot ->
                RecurrentLayers.overSequence(spot.layer().type())
                    .flatMap(name -> spot.members().map(own -> overSequence(name, spot, own)))
                    .stream());
  }

  private static Edit overSequence(String name, LayerSpot spot, Map<String, Setting> own) {
    Map<String, Setting> members = new LinkedHashMap<>(own);
    members.put("batchFirst", new Setting.Flag(true));
    return new Edit.SetLayer(spot.path(), spot.index(), name, members);
  }

  /** Another function, or another layer in a line of Python that makes it. */
  private static Stream<Edit> others(LineEditing line, Expression.Call call) {
    String callee = line.text(call.callee());
    String prefix = callee.substring(0, callee.lastIndexOf('.') + 1);
    return others(callee.substring(prefix.length()))
        .filter(name -> Catalogue.function(name) != null || Catalogue.layer(name) != null)
        .map(name -> line.replaced(call.callee().span(), prefix + name));
  }

  /** The names with other numbers of axes. */
  private static Stream<String> others(String name) {
    int axes = Operation.axes(name);
    return axes == 0
        ? Stream.of()
        : IntStream.rangeClosed(1, MOST_AXES)
            .filter(other -> other != axes)
            .mapToObj(other -> Operation.withoutAxes(name) + other + "d");
  }
}
