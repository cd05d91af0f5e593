package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code torch.distributions}: how their parameters give batch and event shapes. */
public final class Distributions {
  /** Those whose parameters are broadcast together, a number for each place. Rule dist-1. */
  private static final String OF_NUMBERS =
      """
      Normal loc scale
      LogNormal loc scale
      Laplace loc scale
      Cauchy loc scale
      Gumbel loc scale
      Uniform low high
      Beta concentration1 concentration0
      Gamma concentration rate
      Exponential rate
      HalfNormal scale
      HalfCauchy scale
      Chi2 df
      StudentT df loc scale
      FisherSnedecor df1 df2
      Weibull scale concentration
      Pareto scale alpha
      Kumaraswamy concentration1 concentration0
      VonMises loc concentration
      Poisson rate
      Bernoulli probs logits
      ContinuousBernoulli probs logits
      Geometric probs logits
      RelaxedBernoulli temperature probs logits
      Binomial total_count probs logits
      NegativeBinomial total_count probs logits
      """;

  /** Those over the places of the last axis. Rules dist-2 and dist-3. */
  private static final String OF_CLASSES =
      """
      Categorical probs logits
      OneHotCategorical probs logits
      OneHotCategoricalStraightThrough probs logits
      RelaxedOneHotCategorical temperature probs logits
      Multinomial total_count probs logits
      Dirichlet concentration
      """;

  private static final ClassObject DISTRIBUTION = ClassObject.builtin("Distribution", Types.OBJECT);
  private static final Map<String, ClassObject> ALL = new LinkedHashMap<>();

  static {
    DistributionMethods.fill(DISTRIBUTION);
    OF_NUMBERS.lines().forEach(line -> put(line.split(" "), Distributions::ofNumbers));
    OF_CLASSES.lines().forEach(line -> put(line.split(" "), Distributions::ofClasses));
    String matrices = "loc covariance_matrix precision_matrix scale_tril";
    put(("MultivariateNormal " + matrices).split(" "), Distributions::multivariate);
    put(
        "Independent base_distribution reinterpreted_batch_ndims".split(" "),
        Distributions::independent);
  }

  public static boolean isMethod(String name) {
    return DISTRIBUTION.members().containsKey(name);
  }

  private interface Maker {
    void make(DistributionCall call);
  }

  private Distributions() {}

  private static void put(String[] words, Maker maker) {
    ClassObject type = ClassObject.builtin(words[0], DISTRIBUTION);
    List<String> names = Arrays.asList(words).subList(1, words.length);
    type.members()
        .put(
            "__init__",
            new Builtin(
                words[0],
                in -> {
                  maker.make(DistributionCall.of(in, names));
                  return Value.NONE;
                }));
    ALL.put(words[0], type);
  }

  /** A member of {@code torch.distributions}, or of a module in it; null for none. */
  public static @Nullable Value member(String name) {
    Value known = named(name);
    boolean module = known == null && name.equals(name.toLowerCase(Locale.ROOT));
    return module ? new Library("torch.distributions." + name, Distributions::named) : known;
  }

  /** A distribution or the divergence of two; null for others. */
  public static @Nullable Value named(String name) {
    return switch (name) {
      case "Distribution" -> DISTRIBUTION;
      case "kl_divergence" -> new Builtin(name, DistributionMethods::divergence);
      default -> ALL.get(name);
    };
  }

  private static void ofNumbers(DistributionCall call) {
    List<Value> tensors = new ArrayList<>();
    for (Value value : call.given()) {
      if (value instanceof Tensor) {
        tensors.add(value);
      }
    }
    Tensor full =
        tensors.isEmpty()
            ? call.tensor("zeros", new Value.Sequence(List.of(), true))
            : tensors.size() == 1 ? (Tensor) tensors.get(0) : call.broadcast(tensors);
    call.shaped(full, full, 0);
  }

  private static void ofClasses(DistributionCall call) {
    Tensor scores = null;
    for (Value value : call.given()) {
      scores = value instanceof Tensor tensor ? tensor : scores;
    }
    if (scores == null || scores.rank() == 0) {
      throw call.error(ProblemId.RANK, "needs an axis of classes");
    }
    Tensor batch = call.tensor("amax", scores, Value.Int.of(-1));
    if (call.isA("Categorical")) {
      call.shaped(call.tensor("argmax", scores, Value.Int.of(-1)), batch, 0);
      call.set("_scores", scores);
    } else {
      call.shaped(scores, batch, 1);
    }
  }

  private static void multivariate(DistributionCall call) {
    List<Value> given = call.given();
    if (!(given.get(0) instanceof Tensor mean) || mean.rank() == 0) {
      throw call.error(ProblemId.RANK, "needs a loc of at least 1 axis");
    }
    List<Value> matrices = given.stream().skip(1).filter(v -> v instanceof Tensor).toList();
    if (matrices.size() != 1) {
      throw call.error(
          ProblemId.ARGUMENT,
          "needs exactly one of covariance_matrix, precision_matrix and scale_tril");
    }
    Tensor matrix = (Tensor) matrices.get(0);
    if (matrix.rank() < 2 || !matrix.dim(-1).equals(matrix.dim(-2))) {
      throw call.error(ProblemId.RANK, "needs a square matrix, not " + matrix.kind());
    }
    if (!matrix.dim(-1).equals(mean.dim(-1))) {
      String sizes = "has a loc of " + mean.dim(-1) + " against a matrix of " + matrix.dim(-1);
      throw call.error(ProblemId.BROADCAST, sizes);
    }
    Tensor column = call.tensor("select", matrix, Value.Int.of(-1), Value.Int.of(0));
    Tensor full = call.broadcast(List.of(mean, column));
    call.shaped(full, call.tensor("sum", full, Value.Int.of(-1)), 1);
  }

  /** dist-8: axes of the batch become axes of the event. */
  private static void independent(DistributionCall call) {
    List<Value> given = call.given();
    InstanceObject base = DistributionMethods.distribution(call.in(), given.get(0));
    long count = call.in().integer(given.get(1));
    Tensor batch = DistributionMethods.tensor(base, "_batch");
    if (count < 0 || count > batch.rank()) {
      throw call.error(
          ProblemId.RANK, "takes " + count + " axes of " + batch.rank() + " of the batch");
    }
    long events = DistributionMethods.events(base) + count;
    Tensor full = DistributionMethods.tensor(base, "_full");
    call.shaped(full, DistributionMethods.summed(call.in(), batch, count), events);
    call.set("base_dist", base);
    call.set("_own", Value.Int.of(count));
  }
}
