package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.operation.Explanation;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers for several axes in one run, which has a symbol on each: for the sizes of each axis while
 * the others are as declared. All of them go the way of the declared sizes. Each question has a
 * loop of its own: references to methods would be linked in every build.
 */
final class AxesDecider implements Decider {
  private static final SizeSet ALL = SizeSet.from(1);

  private final Map<String, ShadowDecider> axes = new LinkedHashMap<>();
  private final Map<String, Dim> declared = new HashMap<>();
  private Model symbolic;

  /** For all axes of a model's inputs that have a plain size. */
  AxesDecider(Model model, Domain domain) {
    symbolic = model;
    List<InputDeclaration> inputs = model.root().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      for (int axis = 0; axis < inputs.get(i).sample().rank(); axis++) {
        TunableAxes place = TunableAxes.of(i, axis);
        Dim size = place.size(model);
        if (size.isConstant()) {
          String symbol = symbol(i, axis);
          axes.put(
              symbol, new ShadowDecider(domain, symbol, size.value(), ALL, ShadowDecider.Use.AXES));
          declared.put(symbol, size);
          symbolic = place.with(symbolic, Dim.symbol(symbol));
        }
      }
    }
  }

  static String symbol(int input, int axis) {
    return "_size" + input + "_" + axis;
  }

  /** The model with a symbol on each of the axes. */
  Model symbolic() {
    return symbolic;
  }

  /** What is known of each axis, by its symbol. */
  Map<String, ShadowDecider> axes() {
    return axes;
  }

  /** The axes whose sizes a condition may part; of other conditions all know the same. */
  private List<ShadowDecider> askedBy(Condition condition) {
    List<ShadowDecider> asked = new ArrayList<>();
    Set<String> symbols = condition.symbols();
    if (!symbols.isEmpty()) {
      for (ShadowDecider axis : axes.values()) {
        if (symbols.contains(axis.symbol()) && !axis.isPinned()) {
          asked.add(axis);
        }
      }
    }
    return asked.isEmpty() ? List.of(axes.values().iterator().next()) : asked;
  }

  private Condition alone(ShadowDecider axis, Condition condition) {
    Map<String, Dim> others = new HashMap<>();
    for (String symbol : condition.symbols()) {
      if (declared.containsKey(symbol) && (axis.isPinned() || !axis.symbol().equals(symbol))) {
        others.put(symbol, declared.get(symbol));
      }
    }
    return others.isEmpty() ? condition : condition.with(others);
  }

  @Override
  public Answer require(Condition condition) {
    Answer answer = Answer.HOLDS;
    for (ShadowDecider axis : askedBy(condition)) {
      Answer own = axis.require(alone(axis, condition));
      answer = own == Answer.HOLDS ? answer : own;
    }
    return answer;
  }

  @Override
  public boolean always(Condition condition) {
    boolean holds = true;
    for (ShadowDecider axis : askedBy(condition)) {
      holds &= axis.always(alone(axis, condition));
    }
    return holds;
  }

  @Override
  public boolean grants(Condition condition) {
    boolean granted = true;
    for (ShadowDecider axis : askedBy(condition)) {
      granted &= axis.grants(alone(axis, condition));
    }
    return granted;
  }

  @Override
  public boolean proves(Condition condition) {
    boolean proved = true;
    for (ShadowDecider axis : askedBy(condition)) {
      proved &= axis.proves(alone(axis, condition));
    }
    return proved;
  }

  @Override
  public boolean choose(Condition condition) {
    boolean way = true;
    for (ShadowDecider axis : askedBy(condition)) {
      way &= axis.choose(alone(axis, condition));
    }
    return way;
  }

  @Override
  public Explanation explain(Condition condition) {
    return Explanation.NONE;
  }
}
