package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.operation.Binding;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.Signature;
import io.github.shapecheck.processor.operation.Site;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Facts;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.module.ImmutableValues;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.value.DataDependentSizes;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call in the forward pass. */
public abstract class CallSite implements Site {
  private static final @Nullable Span[] NOT_BOUND = {};

  public final Scope scope;
  public final Recorder recorder;
  public final Place whole;
  public final Signature signature;
  private final String subject;
  private @Nullable Span[] spans = NOT_BOUND;

  public CallSite(Scope scope, Place whole, String subject, Signature signature) {
    this.scope = scope;
    this.recorder = scope.recorder();
    this.whole = whole;
    this.subject = subject;
    this.signature = signature;
  }

  /**
   * Gives the arguments to the parameters from {@code first} on; false with a problem reported
   * where they do not fit.
   */
  public final boolean bind(@Nullable Value[] values, int first, Arguments arguments) {
    spans = new Span[signature.size()];
    Binding binding = new Binding(signature, values, first, this);
    for (int i = 0; i < arguments.positional().size(); i++) {
      int index =
          binding.positional(recorder.sourced(ImmutableValues.of(arguments.positional().get(i))));
      if (index < 0) {
        List<String> names = signature.positionalFrom(first);
        problem(
            ProblemId.ARGUMENT_COUNT,
            "takes %s (%s) but receives %s"
                .formatted(
                    names.size() == 1 ? "1 argument" : names.size() + " arguments",
                    String.join(", ", names),
                    arguments.positional().size()));
        return false;
      }
      remember(index, arguments.spans().get(i));
    }
    for (Arguments.Named named : arguments.named()) {
      if (named.name().equals("out") && named.value() instanceof Value.None) {
        continue; // every function of torch takes it
      }
      int index =
          binding.keyword(named.name(), recorder.sourced(ImmutableValues.of(named.value())));
      if (index == Binding.TWICE) {
        problem(
            ProblemId.ARGUMENT_COUNT,
            "is given " + named.name() + " twice, by its place and by its name");
        return false;
      }
      if (index < 0) {
        String near = NearestName.suggestion(named.name(), signature.names());
        problem(ProblemId.UNKNOWN_ARGUMENT, "has no argument " + named.name() + near);
        return false;
      }
      remember(index, named.span());
    }
    return binding.finish();
  }

  private void remember(int index, @Nullable Span span) {
    spans[index] = spans[index] == null ? span : spans[index];
  }

  private void problem(ProblemId id, String message) {
    report(new Problem(id, whole, subject, subject + " " + message, Facts.NONE, step(), List.of()));
  }

  /** A call of this site with bound arguments. */
  public final Call call(Value[] values) {
    return new Call(signature, values, this);
  }

  /** Where the forward text gives a parameter its value, null where it does not. */
  public final @Nullable Place written(int parameter) {
    Span span = parameter < 0 || parameter >= spans.length ? null : spans[parameter];
    return span == null ? null : scope.place(span);
  }

  @Override
  public final String subject() {
    return subject;
  }

  @Override
  public final @Nullable Edit input(Tensor tensor, Shape wanted) {
    return new InputEdits(recorder.leaves).shape(tensor, wanted);
  }

  @Override
  public final @Nullable Edit input(Tensor tensor, String type) {
    return new InputEdits(recorder.leaves).type(tensor, type);
  }

  @Override
  public final @Nullable Edit promise(String where) {
    return InputEdits.promise(scope.module().model().root(), where);
  }

  @Override
  public final Dim counted(String what, Tensor tensor) {
    boolean number = what.equals("bound") || what.equals("repeats");
    Dim known = number ? new KnownNumbers(recorder.steps).of(tensor) : null;
    if (known != null) {
      return known;
    }
    boolean selection = what.isEmpty() || what.equals("spread");
    if (selection && recorder.selectsNothing()) {
      return Dim.of(0);
    }
    int source = recorder.sameValues(tensor.source());
    String of =
        source >= 0
            ? (source + 1) + (tensor.item() == 0 ? "" : "_" + tensor.item())
            : source == Tensor.NOWHERE ? "x" : recorder.leaves.get(-1 - source).name();
    return DataDependentSizes.of(what.isEmpty() ? of : what + "_" + of);
  }

  @Override
  public final int step() {
    return recorder.steps.size();
  }

  @Override
  public final Decider decider() {
    return recorder.decider;
  }
}
