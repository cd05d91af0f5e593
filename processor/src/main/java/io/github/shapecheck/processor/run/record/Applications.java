package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.operation.Abandoned;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.module.LayerInstance;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies functions, layers and modules to values and writes the steps down. */
public final class Applications {
  private final Scope scope;
  private final Recorder recorder;

  public Applications(Scope scope) {
    this.scope = scope;
    this.recorder = scope.recorder();
  }

  public Value function(Function function, Arguments arguments, Place place) {
    String name = function.name();
    FunctionSite site = new FunctionSite(scope, place, name, function.signature());
    Value[] values = new Value[function.signature().size()];
    if (!site.bind(values, 0, arguments)) {
      return Value.UNKNOWN;
    }
    List<Tensor> tensors = tensors(values);
    site.reads(tensors);
    Call call = site.call(values);
    Operation operation = function.operation();
    Value known = recorder.baseline.value(recorder.steps.size(), operation, null, call);
    Value value = known == null ? apply(operation.rule(), call, true) : known;
    if (recorder.isBuilding() && isSameParameter(operation.kind(), tensors, value)) {
      return tensors.get(0);
    } else if (!recorder.isBuilding()) {
      recorder.consequences.made(recorder.steps.size(), call.failed(), tensors);
    }
    new Unchecked(scope).watch(value, place, name);
    boolean isStep = value instanceof Value.Unknown ? call.failed() : hasTensor(value);
    if (!isStep) {
      return value;
    }
    Value made = recorder.fromNextStep(value, operation, tensors);
    return recorder.step(
        new Step(path(), null, null, name, operation, call, tensors, made, Weights.NONE, place));
  }

  /** Whether a parameter is already what it shall become: it stays a parameter. */
  private boolean isSameParameter(Kind kind, List<Tensor> tensors, Value value) {
    return kind.mayGiveOperand()
        && tensors.size() == 1
        && recorder.isParameter(tensors.get(0))
        && value instanceof Tensor made
        && made.dtype() == tensors.get(0).dtype();
  }

  private String path() {
    return scope.module().path();
  }

  /** Applies the layers of a field, one to the result of the other. */
  public Value layers(References.Layers field, Arguments arguments, @Nullable Place place) {
    Value value = Value.UNKNOWN;
    Arguments next = arguments;
    for (LayerInstance layer : field.layers()) {
      value = layer(layer, next, place == null ? layer.place(null) : place);
      next = Arguments.of(value);
    }
    if (!field.layers().isEmpty()) {
      Outputs.check(scope, field.layers().get(0).field(), field.path(), value);
    }
    return value;
  }

  public Value layer(LayerInstance layer, Arguments arguments, Place place) {
    return layer(layer, arguments, place, true);
  }

  /**
   * Applies a layer.
   *
   * @param seen whether its path names the step: a forward hook sees it
   */
  public Value layer(LayerInstance layer, Arguments arguments, Place place, boolean seen) {
    LayerSite site = new LayerSite(scope, place, layer);
    recorder.blame.applied(layer.declaration(), scope.module().uses());
    Value[] values = layer.numbers().clone();
    if (!site.bind(values, layer.type().constructor().size(), arguments)) {
      return Value.UNKNOWN;
    }
    List<Tensor> tensors = tensors(values);
    Call call = site.call(values);
    Operation operation = layer.type().operation();
    String op = layer.type().name();
    Value known = recorder.baseline.value(recorder.steps.size(), operation, layer.path(), call);
    Value value = known == null ? apply(operation.rule(), call, false) : known;
    value = recorder.consequences.withoutSizes(value, layer);
    if (recorder.trustsNorms && site.contradictsFeatures()) {
      value = layer.withDeclaredFeatures(value);
    }
    if (!recorder.isBuilding()) {
      recorder.consequences.made(recorder.steps.size(), call.failed(), tensors);
    }
    new Unchecked(scope).watch(value, place, layer.path());
    Value made = recorder.fromNextStep(value, operation, tensors);
    Weights weights = LayerNumbers.weights(recorder, layer, call);
    return recorder.step(
        new Step(
            path(),
            layer.isNamed() && seen && !layer.path().isEmpty() ? layer.path() : null,
            layer.isNamed() ? layer.key() : null,
            op,
            operation,
            call,
            tensors,
            made,
            weights,
            place));
  }

  /** Applies a module's instances, one to the result of the other. */
  public Value modules(References.Modules field, Arguments arguments) {
    Value value = Value.UNKNOWN;
    Arguments next = arguments;
    for (ModuleInstance instance : field.instances()) {
      value = module(instance, next);
      next = Arguments.of(value);
    }
    Outputs.check(scope, field.field(), field.path(), value);
    return value;
  }

  private Value module(ModuleInstance instance, Arguments arguments) {
    ModuleDeclaration declaration = instance.declaration();
    Map<String, Value> variables = new HashMap<>();
    recorder.blame.applied(declaration, instance.uses());
    List<String> names = recorder.parameterNames(declaration);
    List<Value> values = arguments.positional();
    if (values.size() > ModuleArguments.of(declaration, names).most()) {
      Problem problem =
          Problem.of(
              ProblemId.ARGUMENT_COUNT,
              lastUse(instance),
              "%s takes %s inputs but receives %s"
                  .formatted(declaration.name(), names.size(), values.size()));
      scope.reportDeclared(problem);
      return Value.UNKNOWN;
    }
    for (String name : names) {
      if (!hasDefault(declaration, name)) {
        variables.put(name, Value.UNKNOWN);
      }
    }
    ModuleArguments.of(declaration, names).bind(arguments, variables);
    Value first =
        values.isEmpty()
            ? (arguments.named().isEmpty() ? Value.UNKNOWN : arguments.named().get(0).value())
            : values.get(0);
    if (!recorder.enter()) {
      Place place = Place.of(declaration.origin());
      String message = declaration.name() + " calls itself without end";
      scope.reportDeclared(Problem.of(ProblemId.RECURSION, place, message));
      return Value.UNKNOWN;
    }
    try {
      return recorder.programs.forward(instance, variables, first);
    } finally {
      recorder.leave();
    }
  }

  /** Where a module is used; a superclass by itself is not. */
  private static Place lastUse(ModuleInstance instance) {
    List<Place> uses = instance.uses();
    return uses.isEmpty() ? Place.of(instance.declaration().origin()) : uses.get(uses.size() - 1);
  }

  /** Applies a module as its superclass is applied: {@code super().forward(x)}. */
  public Value superclass(ModuleInstance parent, Arguments arguments) {
    return module(parent, arguments);
  }

  private static boolean hasDefault(ModuleDeclaration module, String name) {
    return module.forward().stream()
        .flatMap(forward -> forward.program().parameters().stream())
        .anyMatch(parameter -> parameter.name().equals(name) && parameter.fallback() != null);
  }

  /** A function's numbers are checked at each call, a layer's once. */
  private static Value apply(Rule rule, Call call, boolean checks) {
    try {
      if (checks) {
        rule.check(call);
      }
      return rule.apply(call);
    } catch (Abandoned reported) {
      return Value.UNKNOWN;
    } catch (ArithmeticException overflow) {
      call.problem(ProblemId.SIZE_OVERFLOW, null, "has a size beyond 2^63");
      return Value.UNKNOWN;
    }
  }

  private static List<Tensor> tensors(Value[] values) {
    List<Tensor> tensors = new ArrayList<>(2);
    for (Value value : values) {
      if (value != null) {
        tensors.addAll(value.allTensors());
      }
    }
    return tensors;
  }

  private static boolean hasTensor(Value value) {
    if (value instanceof Value.Sequence sequence) {
      return sequence.items().stream().anyMatch(Applications::hasTensor);
    }
    return value instanceof Tensor || value instanceof Value.Pieces;
  }
}
