package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What distributions can do: samples, probabilities, entropies, divergences. */
final class DistributionMethods {
  /** Those through whose samples there is no gradient. Rule dist-4. */
  private static final Set<String> WITHOUT_RSAMPLE =
      Set.of(
          """
          Bernoulli Binomial Categorical Geometric Multinomial NegativeBinomial OneHotCategorical
          Poisson VonMises
          """
              .split("\\s+"));

  private static final Set<String> WITHOUT_ENTROPY =
      Set.of(
          "FisherSnedecor",
          "NegativeBinomial",
          "Poisson",
          "RelaxedBernoulli",
          "RelaxedOneHotCategorical",
          "VonMises");

  /** Of operations whose shapes are known and whose values are the distribution's own. */
  private static final String PREFIX = "distributions.";

  private DistributionMethods() {}

  static void fill(ClassObject type) {
    Builtin.define(type, "sample", DistributionMethods::sample);
    Builtin.define(type, "rsample", DistributionMethods::rsample);
    Builtin.define(type, "log_prob", in -> logProbability(in, own(in), value(in)));
    Builtin.define(type, "prob", in -> logProbability(in, own(in), value(in)));
    Builtin.define(type, "cdf", in -> logProbability(in, own(in), value(in)));
    Builtin.define(type, "entropy", DistributionMethods::entropy);
    for (String moment : List.of("mean", "mode", "variance", "stddev")) {
      Builtin getter = new Builtin(moment, in -> moment(in, moment));
      type.members().put(moment, new Wrapper(Wrapper.Kind.PROPERTY, getter));
    }
    Builtin.define(type, "expand", DistributionMethods::expand);
  }

  static Tensor apply(Invocation in, String operation, Value... arguments) {
    return apply(in, operation, Arguments.of(List.of(arguments)));
  }

  private static Tensor apply(Invocation in, String operation, Arguments arguments) {
    if (in.operation(operation, arguments) instanceof Tensor tensor) {
      return tensor;
    }
    throw new Lost(Value.UNKNOWN);
  }

  private static InstanceObject own(Invocation in) {
    return distribution(in, in.object(0));
  }

  static InstanceObject distribution(Invocation in, Value value) {
    if (value instanceof InstanceObject object && object.attributes().containsKey("_full")) {
      return object;
    }
    throw in.unfit(value, value.kind() + " is no distribution");
  }

  static Tensor tensor(InstanceObject distribution, String name) {
    if (distribution.attributes().get(name) instanceof Tensor tensor) {
      return tensor;
    }
    throw new Lost(Value.UNKNOWN);
  }

  static long events(InstanceObject distribution) {
    Value count = distribution.attributes().getOrDefault("_events", Value.Int.of(0));
    Dim dim = count.dim();
    return dim == null ? 0 : dim.value();
  }

  static List<Value> sizes(Tensor tensor) {
    return Value.each(tensor.shape().dims(), Value.Int::new);
  }

  /** A tensor without so many of its last axes. */
  static Tensor summed(Invocation in, Tensor tensor, long count) {
    List<Value> axes = new ArrayList<>();
    for (long axis = -count; axis < 0; axis++) {
      axes.add(Value.Int.of(axis));
    }
    return axes.isEmpty() ? tensor : apply(in, "sum", tensor, new Value.Sequence(axes, true));
  }

  /** A normal distribution's mean is its parameter. */
  private static Value moment(Invocation in, String name) {
    InstanceObject own = own(in);
    boolean categories = own.type().name().equals("Categorical");
    Tensor shaped = tensor(own, categories ? "_batch" : "_full");
    boolean given = own.type().name().equals("Normal") && name.startsWith("m");
    return given ? shaped : apply(in, PREFIX + "moment", shaped);
  }

  private static Value rsample(Invocation in) {
    String name = own(in).type().name();
    Value base = own(in).attributes().get("base_dist");
    boolean without =
        WITHOUT_RSAMPLE.contains(name)
            || base instanceof InstanceObject b && WITHOUT_RSAMPLE.contains(b.type().name());
    if (without) {
      throw in.error(
          "NotImplementedError", ProblemId.ARGUMENT, name + " has no rsample, only sample");
    }
    return sample(in);
  }

  private static Value entropy(Invocation in) {
    InstanceObject own = own(in);
    if (WITHOUT_ENTROPY.contains(own.type().name())) {
      throw in.error(
          "NotImplementedError", ProblemId.ARGUMENT, own.type().name() + " has no entropy");
    }
    return own.attributes().get("base_dist") instanceof InstanceObject base
            && base.attributes().get("_scores") != null
        ? summed(in, apply(in, PREFIX + "entropy", tensor(base, "_batch")), own(in, own))
        : apply(in, PREFIX + "entropy", tensor(own, "_batch"));
  }

  /** dist-5: the shape that is asked for, the batch, the event. */
  private static Value sample(Invocation in) {
    Tensor full = tensor(own(in), "_full");
    Value asked = in.get(1, "sample_shape", new Value.Sequence(List.of(), true));
    List<Value> sizes = new ArrayList<>(in.items(asked));
    if (sizes.isEmpty()) {
      return apply(in, PREFIX + "sample", full);
    }
    sizes.addAll(sizes(full));
    Arguments given = Arguments.of(new Value.Sequence(sizes, true));
    return apply(in, PREFIX + "samples", given.with("dtype", new Value.Type(full.dtype())));
  }

  private static Tensor value(Invocation in) {
    Value value = in.get(1, "value", Value.NONE);
    if (value instanceof Tensor tensor) {
      return tensor;
    }
    throw in.unfit(value, "the value must be a tensor, not " + value.kind());
  }

  /** dist-6: the event is the value's own, the batch is broadcast to it. */
  private static Value logProbability(Invocation in, InstanceObject distribution, Tensor value) {
    if (distribution.attributes().get("base_dist") instanceof InstanceObject base) {
      Value own = distribution.attributes().getOrDefault("_own", Value.Int.of(0));
      Tensor each = (Tensor) logProbability(in, base, value);
      return summed(in, each, in.integer(own));
    }
    long events = events(distribution);
    Tensor full = tensor(distribution, events == 0 ? "_batch" : "_full");
    requireEvent(in, distribution, value);
    return summed(in, apply(in, PREFIX + "log_prob", value, full), events);
  }

  private static Value expand(Invocation in) {
    InstanceObject own = own(in);
    InstanceObject made = new InstanceObject(own.type());
    made.attributes().putAll(own.attributes());
    Tensor full = tensor(own, "_full");
    List<Value> sizes = new ArrayList<>(in.items(1));
    Tensor batch = apply(in, "expand", tensor(own, "_batch"), new Value.Sequence(sizes, true));
    List<Value> all = sizes(full);
    sizes.addAll(all.subList(all.size() - (int) events(own), all.size()));
    Tensor expanded = apply(in, "expand", full, new Value.Sequence(sizes, true));
    new DistributionCall(in, made, List.of()).shaped(expanded, batch, events(own));
    return made;
  }

  /** dist-7: the batches are broadcast together. */
  static Value divergence(Invocation in) {
    return divergence(in, distribution(in, in.object(0)), distribution(in, in.object(1)));
  }

  private static Tensor divergence(Invocation in, InstanceObject one, InstanceObject two) {
    if (one.attributes().get("base_dist") instanceof InstanceObject base
        && two.attributes().get("base_dist") instanceof InstanceObject other
        && own(in, one) == own(in, two)) {
      return summed(in, divergence(in, base, other), own(in, one));
    }
    if (events(one) != events(two)) {
      throw in.error(
          "NotImplementedError",
          ProblemId.RANK,
          "kl_divergence needs events of as many axes, not %s and %s"
              .formatted(one.type().name(), two.type().name()));
    }
    if (one.attributes().get("_scores") instanceof Tensor scores
        && two.attributes().get("_scores") instanceof Tensor others) {
      return summed(in, apply(in, PREFIX + "kl_divergence", scores, others), 1);
    }
    String shape = events(one) == 0 ? "_batch" : "_full";
    Tensor own = tensor(one, shape);
    if (one.type().name().equals("MultivariateNormal")) {
      requireEvent(in, two, own);
    }
    Tensor other = tensor(two, shape);
    Tensor difference = apply(in, PREFIX + "kl_divergence", own, other);
    boolean masks = one.type().name().equals("Bernoulli"); // PyTorch's own formula indexes by them
    if (masks && !(begins(difference, own) && begins(difference, other))) {
      String message = "PyTorch broadcasts no Bernoulli: " + own.shape() + ", " + other.shape();
      throw in.error("IndexError", ProblemId.BROADCAST, message);
    }
    return summed(in, difference, events(one));
  }

  private static boolean begins(Tensor whole, Tensor mask) {
    return whole.shape().dims().subList(0, mask.rank()).equals(mask.shape().dims());
  }

  private static long own(Invocation in, InstanceObject independent) {
    return in.integer(independent.attributes().getOrDefault("_own", Value.Int.of(0)));
  }

  /** The last axes of a value are those of an event. */
  private static void requireEvent(Invocation in, InstanceObject distribution, Tensor value) {
    Tensor full = tensor(distribution, "_full");
    for (int axis = 1; axis <= events(distribution); axis++) {
      boolean fits = value.rank() >= axis && value.dim(-axis).equals(full.dim(-axis));
      if (!fits) {
        String name = distribution.type().name();
        String message = name + " has events of %s, the value is %s";
        throw in.error(
            "ValueError",
            ProblemId.BROADCAST,
            String.format(message, full.dim(-axis), value.kind()));
      }
    }
  }
}
