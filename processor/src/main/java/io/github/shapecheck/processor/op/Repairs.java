package io.github.shapecheck.processor.op;

import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;

/** Numbers that a rule proposes in place of those that do not fit. */
final class Repairs {
  private Repairs() {}

  /**
   * A parameter's numbers with another one on one axis; the numbers themselves where the new one is
   * not a plain number.
   */
  static Setting axis(Call call, String parameter, int axes, int axis, Dim value) {
    if (call.get(parameter) instanceof Value.Text) {
      return Setting.of(0);
    }
    Dim[] dims = call.axes(parameter, axes);
    List<Long> numbers = new ArrayList<>(axes);
    boolean alike = true;
    for (int i = 0; i < axes; i++) {
      Dim dim = i == axis ? value : dims[i];
      numbers.add(dim.isConstant() ? dim.value() : 0);
      alike &= numbers.get(i).equals(numbers.get(0));
    }
    return alike ? Setting.of(numbers.get(0)) : new Setting.Numbers(numbers);
  }

  /** The least padding on each side with which the kernel fits. */
  static Dim paddingFor(Window window) {
    return window.extent().minus(window.input()).plus(1).floorDiv(2);
  }
}
