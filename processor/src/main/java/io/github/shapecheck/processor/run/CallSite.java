package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.op.Binding;
import io.github.shapecheck.processor.op.Call;
import io.github.shapecheck.processor.op.Catalogue;
import io.github.shapecheck.processor.op.Decider;
import io.github.shapecheck.processor.op.Signature;
import io.github.shapecheck.processor.op.Site;
import io.github.shapecheck.processor.op.Tensor;
import io.github.shapecheck.processor.op.Value;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call in the forward pass: of a function, or of a layer with its declaration behind it. */
final class CallSite implements Site {
  private final Recorder recorder;
  private final Frame frame;
  private final Place whole;
  private final String subject;
  private final Signature signature;
  private final @Nullable LayerInstance layer;
  private final Place[] places;
  private String blamed;
  private boolean checking;
  private boolean contradictsFeatures;
  private List<Tensor> arguments = List.of();

  CallSite(
      Frame frame,
      Place whole,
      String subject,
      Signature signature,
      @Nullable LayerInstance layer) {
    this.recorder = frame.recorder();
    this.frame = frame;
    this.whole = whole;
    this.subject = subject;
    this.signature = signature;
    this.layer = layer;
    this.places = new Place[signature.size()];
    this.blamed =
        layer == null ? frame.module().declaration().qualifiedName() : layer.declarationKey();
  }

  /**
   * Gives the arguments to the parameters from {@code first} on; false with a problem reported
   * where they do not fit.
   */
  boolean bind(@Nullable Value[] values, int first, Arguments arguments) {
    Binding binding = new Binding(signature, values, first, this);
    for (int i = 0; i < arguments.positional().size(); i++) {
      int index = binding.positional(arguments.positional().get(i));
      if (index < 0) {
        problem(
            ProblemId.ARGUMENT_COUNT,
            "takes fewer arguments: " + signature.names().subList(first, signature.size()));
        return false;
      }
      remember(index, arguments.spans().get(i));
    }
    for (Arguments.Named named : arguments.named()) {
      if (named.name().equals("out") && named.value() instanceof Value.None) {
        continue; // every function of torch takes it
      }
      int index = binding.keyword(named.name(), named.value());
      if (index < 0) {
        String near =
            Catalogue.nearest(named.name(), signature.names())
                .map(n -> "; did you mean " + n + "?")
                .orElse("");
        problem(ProblemId.UNKNOWN_ARGUMENT, "has no argument " + named.name() + near);
        return false;
      }
      remember(index, named.span());
    }
    return binding.finish();
  }

  private void remember(int index, io.github.shapecheck.processor.forward.@Nullable Span span) {
    if (span != null && places[index] == null) {
      places[index] = frame.place(span);
    }
  }

  private void problem(ProblemId id, String message) {
    report(new Problem(id, whole, subject, subject + " " + message, "", step(), List.of()));
  }

  @Override
  public String subject() {
    return subject;
  }

  @Override
  public boolean isLayer() {
    return layer != null;
  }

  @Override
  public String label(String parameter) {
    int index = layer == null ? -1 : layer.type().constructor().indexOf(parameter);
    return layer == null || index < 0 ? parameter : layer.member(index);
  }

  @Override
  public Place place(@Nullable String parameter) {
    int index = parameter == null ? -1 : signature.indexOf(parameter);
    if (index >= 0 && places[index] != null) {
      return places[index];
    }
    if (layer == null) {
      return whole;
    }
    return index >= 0 && index < layer.type().constructor().size()
        ? layer.place(layer.member(index))
        : index >= 0 ? whole : layer.place(null);
  }

  @Override
  public @Nullable Edit set(Map<String, Setting> parameters) {
    return layer == null ? null : layer.set(parameters);
  }

  @Override
  public @Nullable Edit input(Tensor tensor, Shape wanted) {
    return new InputEdits(recorder.leaves).shape(tensor, wanted);
  }

  @Override
  public @Nullable Edit input(Tensor tensor, String type) {
    return new InputEdits(recorder.leaves).type(tensor, type);
  }

  @Override
  public void report(Problem problem) {
    boolean news =
        layer == null
            ? !recorder.consequences.followsFromStep(problem, arguments)
            : checking || !recorder.consequences.followsFromNumbers(problem, layer);
    contradictsFeatures |= !checking && problem.id() == ProblemId.FEATURES;
    if (checking && layer != null && problem.id().isError()) {
      recorder.consequences.broken(layer, problem.id());
    }
    if (news) {
      frame.report(problem, blamed);
    }
  }

  @Override
  public int step() {
    return recorder.steps.size();
  }

  @Override
  public Decider decider() {
    return recorder.decider;
  }

  /**
   * The same site for the check of a layer's numbers, which is made once and not for each
   * application.
   */
  CallSite forCheck() {
    blamed = blamed + " check";
    checking = true;
    recorder.blame.applied(blamed);
    return this;
  }

  /** A call of this site with bound arguments, of which these are the tensors. */
  Call call(Value[] values, List<Tensor> tensors) {
    arguments = tensors;
    return call(values);
  }

  /** Whether the layer has been told that its number of features is not the input's. */
  boolean contradictsFeatures() {
    return contradictsFeatures;
  }

  /** The call as a whole. */
  Place whole() {
    return whole;
  }

  /** A call of this site with bound arguments. */
  Call call(Value[] values) {
    return new Call(signature, values, this);
  }
}
