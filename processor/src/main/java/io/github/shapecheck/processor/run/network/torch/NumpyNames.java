package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.run.program.library.Builtins;
import io.github.shapecheck.processor.run.program.library.MathModule;
import io.github.shapecheck.processor.value.Value;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** NumPy's names: of PyTorch's functions, and of those that are written in Python. */
public final class NumpyNames {
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "power", "pow",
          "concatenate", "cat",
          "expand_dims", "unsqueeze",
          "repeat", "repeat_interleave",
          "dot", "matmul");

  static final Set<String> WRITTEN =
      Set.of(
          """
          array asarray cumprod cumproduct cumsum vstack linspace meshgrid transpose fill_diagonal
          ones zeros empty full tril triu clip append prod
          """
              .split("\\s+"));

  static final Set<String> RANDOM =
      Set.of(
          """
          rand randn random random_sample standard_normal exponential poisson standard_gamma
          rayleigh geometric uniform normal binomial beta gamma laplace gumbel logistic randint
          integers choice permutation seed shuffle
          """
              .split("\\s+"));

  private NumpyNames() {}

  /** A function of NumPy's; null for none. */
  static @Nullable Value of(String name) {
    if (WRITTEN.contains(name)) {
      return Written.named("numpy", name);
    }
    return switch (name) {
      case "int", "float", "bool" -> Builtins.named(name);
      default -> {
        String torch = OTHERWISE.getOrDefault(name, name);
        Function function = Catalogue.function(torch);
        yield function == null ? null : new References.Named(function, MathModule.plain(torch));
      }
    };
  }

  /** What {@code np.random} draws. */
  static Value random(String name) {
    if (RANDOM.contains(name)) {
      return Written.named("numpy.random", name);
    }
    return name.equals("RandomState") || name.equals("default_rng")
        ? new Builtin(name, in -> new Library("np.random", NumpyNames::random))
        : new Opaque("np.random." + name + ", which is not evaluated");
  }
}
