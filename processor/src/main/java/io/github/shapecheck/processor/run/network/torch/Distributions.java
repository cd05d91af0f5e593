package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.value.Value;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of {@code torch.distributions}, which is written in Python. */
public final class Distributions {
  private static final String MODULE = "torch.distributions";
  static final Set<String> MEMBERS =
      Set.of(
          """
          Distribution kl_divergence Normal LogNormal Laplace Cauchy Gumbel Uniform Beta Gamma
          Exponential HalfNormal HalfCauchy Chi2 StudentT FisherSnedecor Weibull Pareto Kumaraswamy
          VonMises Poisson Bernoulli ContinuousBernoulli Geometric RelaxedBernoulli Binomial
          NegativeBinomial Categorical OneHotCategorical OneHotCategoricalStraightThrough
          RelaxedOneHotCategorical Multinomial Dirichlet MultivariateNormal Independent
          """
              .split("\\s+"));

  private static final Set<String> METHODS =
      Set.of("sample", "rsample", "log_prob", "prob", "entropy");

  private Distributions() {}

  /** Whether a method of that name may be that of a distribution. */
  public static boolean isMethod(String name) {
    return METHODS.contains(name);
  }

  /** A member of {@code torch.distributions}, or of a module in it; null for none. */
  static @Nullable Value member(String name) {
    Value known = named(name);
    boolean module = known == null && name.equals(name.toLowerCase(Locale.ROOT));
    return module ? new Library(MODULE + "." + name, Distributions::named) : known;
  }

  /** A distribution or the divergence of two; null for others. */
  static @Nullable Value named(String name) {
    return MEMBERS.contains(name) ? Written.named(MODULE, name) : null;
  }
}
