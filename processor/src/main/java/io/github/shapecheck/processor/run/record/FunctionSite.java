package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.operation.Signature;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of a function, whose arguments all stand in the forward text. */
public final class FunctionSite extends CallSite {
  private List<Tensor> tensors = List.of();

  public FunctionSite(Scope scope, Place whole, String name, Signature signature) {
    super(scope, whole, name, signature);
  }

  /** Says which tensors it reads: where one is doubtful, what does not fit is no news. */
  public void reads(List<Tensor> arguments) {
    tensors = arguments;
  }

  @Override
  public boolean isLayer() {
    return false;
  }

  @Override
  public String label(String parameter) {
    return parameter;
  }

  @Override
  public Place place(@Nullable String parameter) {
    Place written = parameter == null ? null : written(signature.indexOf(parameter));
    return written == null ? whole : written;
  }

  @Override
  public @Nullable Edit set(Map<String, Setting> parameters) {
    return null;
  }

  @Override
  public void report(Problem problem) {
    if (recorder.consequences.followsFromStep(problem, tensors)) {
      recorder.blame.follows(problem, scope.module().uses());
    } else {
      scope.report(problem);
    }
  }
}
