package io.github.shapecheck.processor.run.trace;

import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened when a model was run on shapes.
 *
 * @param leaves the inputs first, then the bare tensors
 * @param steps one for each operation, in the order of execution
 * @param names the name of each step
 * @param output what the forward pass returned
 * @param layers the weights of every declared layer by its path, whether it was used or not
 * @param made the layers of a Python model by their paths, as they were made
 * @param consequences problems that are not told, since they may follow from those that are
 * @param trustsNorms whether a norm that contradicts its input was taken at its word
 * @param formulas for which free sizes the steps are as they stand here; others go another way
 * @param effort how many steps of its program this took, and comparisons of sizes
 */
public record Trace(
    Model model,
    List<Leaf> leaves,
    List<Step> steps,
    List<String> names,
    Value output,
    Map<String, Weights> layers,
    Map<String, LayerDeclaration> made,
    List<Problem> problems,
    List<Problem> consequences,
    boolean trustsNorms,
    Condition formulas,
    long effort) {
  /** What is known of a model without running it: what is wrong with its declarations. */
  public static Trace ofDeclaration(Model model) {
    return new Trace(
        model,
        List.of(),
        List.of(),
        List.of(),
        Value.UNKNOWN,
        Map.of(),
        Map.of(),
        model.problems(),
        List.of(),
        false,
        Condition.always(),
        0);
  }

  /** Whether a shape is not known, so that nothing behind it was checked. */
  public boolean isLost() {
    return problems.stream().anyMatch(problem -> problem.id() == ProblemId.UNCHECKED);
  }

  /** The number of trainable values of the whole model; what is shared counts once. */
  public Dim parameters() {
    return layers.values().stream().map(Weights::parameters).reduce(Dim.of(0), Dim::plus);
  }

  /** The same run with other problems. */
  public Trace withProblems(List<Problem> others) {
    return with(others, formulas, effort);
  }

  /** The same run with more problems. */
  public Trace withMore(List<Problem> more) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(more);
    return withProblems(all);
  }

  /** The same run, which goes this way for these sizes only. */
  public Trace withFormulas(Condition condition) {
    return with(problems, condition, effort);
  }

  /** The same run, which took more. */
  public Trace withEffort(long more) {
    return with(problems, formulas, effort + more);
  }

  private Trace with(List<Problem> told, Condition condition, long took) {
    return new Trace(
        model,
        leaves,
        steps,
        names,
        output,
        layers,
        made,
        told,
        consequences,
        trustsNorms,
        condition,
        took);
  }

  /** The step at which a problem was found, if one had begun that was gone to its end. */
  public Optional<Step> step(Problem problem) {
    int number = problem.step();
    return number >= 0 && number < steps.size() ? Optional.of(steps.get(number)) : Optional.empty();
  }

  /** The tensors that the forward pass returned, in order. */
  public List<Tensor> outputs() {
    return output.allTensors();
  }

  /** The name of a tensor's source: of a step, an input or a bare tensor. */
  public String sourceName(int source) {
    return source >= 0 ? names.get(source) : leaves.get(-1 - source).name();
  }

  /** How many mistakes PyTorch would refuse. */
  public long errors() {
    long errors = 0;
    for (Problem problem : problems) {
      errors += problem.id().isError() ? 1 : 0;
    }
    return errors;
  }

  /** Whether PyTorch refuses the model. */
  public boolean hasErrors() {
    return errors() > 0;
  }
}
