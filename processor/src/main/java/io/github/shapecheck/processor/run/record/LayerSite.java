package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.module.LayerInstance;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of a layer, whose numbers stand in its annotation. */
public class LayerSite extends CallSite {
  public final LayerInstance layer;
  private boolean contradictsFeatures;

  public LayerSite(Scope scope, Place whole, LayerInstance layer) {
    super(scope, whole, layer.path(), layer.type().signature());
    this.layer = layer;
  }

  @Override
  public final boolean isLayer() {
    return true;
  }

  @Override
  public final String label(String parameter) {
    int index = layer.type().constructor().indexOf(parameter);
    return index < 0 || isPython() ? parameter : layer.member(index);
  }

  @Override
  public final boolean isPython() {
    return Place.of(layer.declaration().origin()).origin() instanceof PythonFile;
  }

  @Override
  public final boolean isWrittenInPython(String parameter) {
    return isPython()
        && layer
            .declaration()
            .attributes()
            .containsKey(layer.member(layer.type().constructor().indexOf(parameter)));
  }

  @Override
  public final Place place(@Nullable String parameter) {
    if (parameter == null) {
      return layer.place(null);
    }
    int index = signature.indexOf(parameter);
    Place written = written(index);
    if (written != null) {
      return written;
    }
    boolean declared = index >= 0 && index < layer.type().constructor().size();
    return declared ? layer.place(layer.member(index)) : index < 0 ? layer.place(null) : whole;
  }

  @Override
  public final @Nullable Edit set(Map<String, Setting> parameters) {
    return Place.of(layer.declaration().origin()).origin() instanceof PythonFile file
        ? new WrittenArguments(layer.declaration(), layer.type(), file)
            .set(layer.path(), parameters)
        : layer.set(parameters);
  }

  @Override
  public void report(Problem problem) {
    contradictsFeatures |= problem.id() == ProblemId.FEATURES;
    if (recorder.consequences.followsFromNumbers(problem, layer)) {
      recorder.blame.follows(problem, scope.module().uses());
    } else {
      recorder.blame.report(problem, layer.declaration(), scope.module().uses());
    }
  }

  /** Whether the layer has been told that its number of features is not the input's. */
  public final boolean contradictsFeatures() {
    return contradictsFeatures;
  }
}
