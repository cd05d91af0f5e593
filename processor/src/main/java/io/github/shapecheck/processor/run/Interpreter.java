package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.model.OutputDeclaration;
import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.run.module.ImmutableValues;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.network.Network;
import io.github.shapecheck.processor.run.network.declared.Members;
import io.github.shapecheck.processor.run.network.declared.WithText;
import io.github.shapecheck.processor.run.network.torch.NetworkHost;
import io.github.shapecheck.processor.run.promise.DomainDecider;
import io.github.shapecheck.processor.run.promise.PromiseDecider;
import io.github.shapecheck.processor.run.promise.Promises;
import io.github.shapecheck.processor.run.record.Folds;
import io.github.shapecheck.processor.run.record.InputGroups;
import io.github.shapecheck.processor.run.record.Outputs;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.Scope;
import io.github.shapecheck.processor.run.record.Unchecked;
import io.github.shapecheck.processor.run.trace.Baseline;
import io.github.shapecheck.processor.run.trace.Leaf;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.processor.value.Fold;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a model's forward pass on shapes: a pure function from the model to its trace. */
public final class Interpreter {
  /** So many steps of a program are gone in the time in which a polynomial is solved. */
  private static final int SOLVING = 4;

  private final Model model;
  private final Recorder recorder;

  private Interpreter(Model model, Recorder recorder) {
    this.model = model;
    this.recorder = recorder;
  }

  /** Runs a model; what varies with free sizes is a problem. */
  public static Trace run(Model model) {
    return run(model, Baseline.NONE);
  }

  /** Runs a changed model. */
  public static Trace run(Model model, Baseline baseline) {
    return run(model, domain(model), baseline);
  }

  /** Runs a changed model for some of its free sizes. */
  public static Trace run(Model model, Domain domain, Baseline baseline) {
    return (model.hasFreeSizes()
            ? withPromises(model, domain, baseline)
            : withFewerErrors(model, domain, baseline))
        .withEffort(SOLVING * domain.effort());
  }

  private static Trace withPromises(Model model, Domain domain, Baseline baseline) {
    Promises promises = new Promises(domain);
    Trace trace = run(model, promises, baseline);
    if (baseline.hasEnded()) {
      return trace; // no promise helps
    }
    SpecialSizes special = new SpecialSizes(model, trace, promises.domain());
    Map<Condition, String> broken =
        trace.hasErrors() || trace.isLost() ? Map.of() : special.broken(promises.branches());
    boolean varies = promises.count() > 0;
    broken.keySet().forEach(promises::promise);
    if (!varies) {
      return broken.isEmpty()
          ? trace.withFormulas(
              trace.hasErrors() ? Condition.always() : special.unlike(promises.ways()))
          : special.told(broken, promises.where());
    }
    PromiseDecider telling = new PromiseDecider(domain, promises);
    Trace told = run(model, telling, baseline);
    return telling.hasTold() ? told : run(model, new DomainDecider(domain), baseline);
  }

  /**
   * A norm that contradicts its input is wrong itself, or the layer before it is; the user is told
   * what needs fewer mistakes to explain.
   */
  private static Trace withFewerErrors(Model model, Domain domain, Baseline baseline) {
    DomainDecider decider = new DomainDecider(domain);
    Trace trace = run(model, decider, baseline);
    if (!trace.hasErrors()) {
      return trace.withFormulas(decider.granted());
    }
    boolean doubtful = trace.problems().stream().anyMatch(p -> p.id() == ProblemId.FEATURES);
    if (!doubtful || trace.errors() < 2 || baseline != Baseline.NONE) {
      return trace;
    }
    Trace other = new Interpreter(model, Network.in(new Recorder(decider, true, baseline))).run();
    return other.errors() < trace.errors() ? other : trace;
  }

  /** Runs a model with somebody else to answer comparisons of free sizes. */
  public static Trace run(Model model, Decider decider) {
    return run(model, decider, Baseline.NONE);
  }

  /** Runs a changed model with somebody else to answer comparisons of free sizes. */
  public static Trace run(Model model, Decider decider, Baseline baseline) {
    return new ExecutionPaths(model, decider, baseline).run();
  }

  /** The values that the free sizes of a model may take. */
  public static Domain domain(Model model) {
    Domain domain = Domain.ofRun();
    for (InputDeclaration input : model.root().inputs()) {
      if (input.where().isPresent()) {
        domain = domain.given(input.where().get());
      }
    }
    return domain;
  }

  /** Runs a model one way and keeps what is found. */
  static Trace run(Model model, Recorder recorder) {
    return new Interpreter(model, recorder).run();
  }

  private Trace run() {
    Value output = Value.UNKNOWN;
    try {
      output = output();
    } catch (Baseline.Stopped enough) {
      // the problems so far are the answer
    }
    List<String> names = new ArrayList<>();
    for (String name : recorder.names) {
      names.add(name == null ? "" : name);
    }
    for (Iterator<String> keys = recorder.layers.keySet().iterator(); keys.hasNext(); ) {
      if (keys.next().contains("#")) {
        keys.remove(); // what no module holds
      }
    }
    List<Problem> problems = new ArrayList<>(model.problems());
    problems.addAll(recorder.blame.problems());
    return new Trace(
        model,
        recorder.leaves,
        recorder.steps,
        names,
        output,
        recorder.layers,
        recorder.made,
        problems,
        recorder.blame.consequences(),
        recorder.trustsNorms,
        Condition.always(),
        NetworkHost.of(recorder).machine().steps() + output.allTensors().size());
  }

  private Value output() {
    ModuleDeclaration root = model.root();
    WithText with = new WithText(recorder);
    ModuleInstance bare = ModuleInstance.root(model, Map.of());
    Map<String, Value> parameters =
        with.parameters(
            bare,
            root.name(),
            root.params().orElse(KeywordArguments.NONE),
            given(root),
            Place.of(root.origin()));
    ModuleInstance instance = ModuleInstance.root(model, parameters);
    Map<String, Value> variables = new LinkedHashMap<>(parameters);
    Value first = Value.UNKNOWN;
    for (InputDeclaration input : root.inputs()) {
      Tensor tensor =
          recorder.leaf(new Leaf(input.name(), Leaf.Kind.INPUT, input.shape(), input.dtype()));
      first = variables.isEmpty() || first instanceof Value.Unknown ? tensor : first;
      variables.put(input.name(), tensor);
    }
    if (root.inputs().isEmpty()) {
      for (String name : recorder.parameterNames(root)) {
        variables.put(name, Value.UNKNOWN);
      }
    }
    Scope scope = new Scope(recorder, instance);
    Value output = ImmutableValues.output(value(instance, variables, first));
    for (OutputDeclaration declared : root.outputs()) {
      Outputs.check(scope, declared, root.name(), output);
    }
    new Unchecked(scope).finish(output);
    reportFolds(scope, output);
    Members members = new Members(recorder);
    for (FieldDeclaration field : root.fields()) {
      members.countUnused(members.resolve(instance, field));
    }
    return output;
  }

  private Value value(ModuleInstance instance, Map<String, Value> variables, Value first) {
    if (model.python().isEmpty()) {
      return recorder.programs.forward(instance, InputGroups.of(variables), first);
    }
    return Network.python(recorder, model.python().get(), instance).run(variables);
  }

  /** A module that is run by itself knows nothing of the parameters that it needs. */
  private Map<String, Value> given(ModuleDeclaration root) {
    Map<String, Value> given = new HashMap<>();
    if (root.inputs().isEmpty()) {
      KeywordArguments parameters = root.params().orElse(KeywordArguments.NONE);
      parameters.required().forEach(name -> given.put(name, Value.UNKNOWN));
    }
    return given;
  }

  /** A view that cut an axis and was never undone is the mistake, rule batch-3. */
  private static void reportFolds(Scope scope, Value output) {
    Fold pending = Folds.pending(output.allTensors());
    if (pending != null) {
      scope.reportDeclared(pending.problem());
    }
  }
}
