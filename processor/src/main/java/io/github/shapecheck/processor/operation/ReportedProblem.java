package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The problem just reported, to which a rule adds repairs; each is tried before it is shown. */
public final class ReportedProblem {
  private final Site site;
  private final List<Edit> repairs = new ArrayList<>();

  ReportedProblem(Site site) {
    this.site = site;
  }

  List<Edit> repairs() {
    return repairs;
  }

  /** Proposes another number for a parameter, where it is a number. */
  public ReportedProblem set(String parameter, Dim value) {
    return value.isConstant() ? set(parameter, Setting.of(value.value())) : this;
  }

  /** Proposes other values for a parameter, the first one first. */
  public ReportedProblem set(String parameter, List<Dim> values) {
    values.forEach(value -> set(parameter, value));
    return this;
  }

  /** Proposes another value for a parameter. */
  public ReportedProblem set(String parameter, Setting value) {
    return edit(site.set(Map.of(parameter, value)));
  }

  /** Proposes another shape for a tensor that is an input of the model. */
  public ReportedProblem input(Tensor tensor, Shape wanted) {
    return edit(site.input(tensor, wanted));
  }

  /** Proposes another element type, such as {@code long}, for a tensor that is an input. */
  public ReportedProblem input(Tensor tensor, String type) {
    return edit(site.input(tensor, type));
  }

  /** Proposes a layer annotation in front of the called layer's. */
  public ReportedProblem addLayer(String annotation, Map<String, Setting> members) {
    return site.isLayer() ? edit(new Edit.AddLayer(site.subject(), annotation, members)) : this;
  }

  /** Proposes an edit; null for none. */
  public ReportedProblem edit(@Nullable Edit edit) {
    if (edit != null) {
      repairs.add(edit);
    }
    return this;
  }
}
