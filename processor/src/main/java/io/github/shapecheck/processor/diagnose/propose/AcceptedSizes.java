package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.run.DomainDecider;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.Trace;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Which sizes a model takes on one axis of an input, the others being as declared.
 *
 * <p>The model runs with a symbol on the axis, on the way that the declared size takes. The sizes
 * that meet the same requirements on the same way are accepted, and all of them are known exactly,
 * since the conditions are solved and not sampled. Sizes that a branch sends another way get a run
 * of their own, the smallest first. Only where a rule needs a plain number are sizes tried one by
 * one, up to {@value #TRIED}.
 */
public final class AcceptedSizes {
  private static final int MOST_RUNS = 24;
  private static final long TRIED = 64;
  private static final String SYMBOL = "_size";
  private static final SizeSet ALL = SizeSet.from(1);

  private final Model model;
  private boolean batchWatched;
  private boolean batchMatters;

  private AcceptedSizes(Model model) {
    this.model = model;
  }

  /**
   * For each input the accepted sizes of every axis of its shape, the batch in its place; empty if
   * the model has errors.
   */
  public static List<List<SizeSet>> of(Trace trace) {
    List<List<SizeSet>> inputs = new ArrayList<>();
    AcceptedSizes sizes = new AcceptedSizes(trace.model());
    List<InputDeclaration> declared = trace.model().root().inputs();
    if (trace.hasErrors()) {
      return List.of();
    }
    for (int i = 0; i < declared.size(); i++) {
      List<SizeSet> axes = new ArrayList<>();
      for (int axis = 0; axis < declared.get(i).sample().rank(); axis++) {
        axes.add(sizes.of(Axis.of(i, axis)));
      }
      inputs.add(axes);
    }
    SizeSet batch = sizes.acceptsOne() ? ALL : SizeSet.from(2);
    for (int i = 0; i < declared.size(); i++) {
      int at = declared.get(i).batchAxis();
      if (at >= 0) {
        inputs.get(i).add(Math.min(at, inputs.get(i).size()), batch);
      }
    }
    return inputs;
  }

  /** Whether a batch of one passes, too; mostly nothing in the other runs depended on it. */
  private boolean acceptsOne() {
    if (batchWatched && !batchMatters) {
      return true;
    }
    Domain domain = Interpreter.domain(model).with("N", SizeSet.of(1));
    return !Interpreter.run(model, new DomainDecider(domain)).hasErrors();
  }

  private SizeSet of(Axis axis) {
    Dim declared = axis.size(model);
    if (!declared.isConstant()) {
      return declared.symbols().size() == 1 && declared.equals(Dim.symbol(first(declared)))
          ? Interpreter.domain(model).values(first(declared))
          : ALL;
    }
    return of(axis, declared.value());
  }

  private static String first(Dim dim) {
    return dim.symbols().iterator().next();
  }

  private SizeSet of(Axis axis, long declared) {
    Domain domain = Interpreter.domain(model);
    Model symbolic = axis.with(model, Dim.symbol(SYMBOL));
    SizeSet accepted = SizeSet.of(declared);
    SizeSet open = ALL;
    long shadow = declared;
    for (int run = 0; run < MOST_RUNS && !open.isEmpty(); run++) {
      ShadowDecider decider = new ShadowDecider(domain, SYMBOL, shadow, open, true);
      boolean clean;
      try {
        clean = !Interpreter.run(symbolic, decider).hasErrors();
        batchWatched = true;
      } catch (ShadowDecider.Settled settled) {
        clean = !decider.failed() && isAccepted(axis, shadow, declared);
      }
      batchMatters |= decider.batchMatters();
      if (clean) {
        accepted = accepted.union(decider.alike());
      } else if (!decider.failed() && isAccepted(axis, shadow, declared)) {
        return accepted.union(tried(axis, open));
      }
      open = decider.elsewhere();
      shadow = open.min().orElse(0L);
    }
    return accepted;
  }

  private boolean isAccepted(Axis axis, long size, long declared) {
    return size == declared || !Interpreter.run(axis.with(model, Dim.of(size))).hasErrors();
  }

  /** A rule wants a plain number, so sizes are tried one by one. */
  private SizeSet tried(Axis axis, SizeSet open) {
    SizeSet accepted = SizeSet.empty();
    for (long size = open.min().orElse(TRIED);
        size < TRIED;
        size = open.next(size + 1).orElse(TRIED)) {
      if (isAccepted(axis, size, 0)) {
        accepted = accepted.union(SizeSet.of(size));
      }
    }
    return accepted;
  }
}
