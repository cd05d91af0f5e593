package io.github.shapecheck.processor.run.network;

import io.github.shapecheck.processor.model.PythonDeclaration;
import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.problem.Facts;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Substatements;
import io.github.shapecheck.processor.run.module.DeclaredObject;
import io.github.shapecheck.processor.run.module.ImmutableValues;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.network.declared.DeclaredObjects;
import io.github.shapecheck.processor.run.network.declared.ForwardText;
import io.github.shapecheck.processor.run.network.declared.TextProgress;
import io.github.shapecheck.processor.run.network.torch.NetworkHost;
import io.github.shapecheck.processor.run.network.torch.NetworkLayers;
import io.github.shapecheck.processor.run.network.torch.TorchClasses;
import io.github.shapecheck.processor.run.network.torch.TorchLayers;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.statement.PythonMachine;
import io.github.shapecheck.processor.run.program.type.ManyIteration;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.Scope;
import io.github.shapecheck.processor.run.record.Unchecked;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The network as its program sees it: names, layers, operations, and where problems go. */
public final class Network implements NetworkHost {
  private final Recorder recorder;
  private final Machine machine = new PythonMachine(this);
  private final DeclaredObjects selves;
  private @Nullable PythonProgram python;
  private final TextProgress progress;

  /** What a program put into modules of torch: {@code nn.MaskedLinear = MaskedLinear}. */
  private final Map<String, Value> assigned = new HashMap<>();

  private Network(Recorder recorder) {
    this.recorder = recorder;
    this.selves = new DeclaredObjects(recorder);
    this.progress = new TextProgress(recorder, this);
  }

  /** A recorder that runs the programs of a network. */
  public static Recorder in(Recorder recorder) {
    recorder.programs = new Network(recorder);
    return recorder;
  }

  /** The program of a model that is a class of a Python file. */
  public static PythonProgram python(
      Recorder recorder, PythonDeclaration declaration, ModuleInstance root) {
    Network network = (Network) recorder.programs;
    network.python = new PythonProgram(recorder, declaration, root);
    return network.python;
  }

  @Override
  public Value forward(ModuleInstance module, Map<String, Value> variables, Value first) {
    return new ForwardText(recorder, module, variables, progress).run(first);
  }

  @Override
  public @Nullable ModuleInstance scope() {
    return python == null ? null : python.root();
  }

  @Override
  public DeclaredObject self(ModuleInstance module) {
    return selves.of(module);
  }

  @Override
  public Machine machine() {
    return machine;
  }

  private NetworkNames names(Frame frame) {
    return new NetworkNames(this, frame, python, assigned);
  }

  @Override
  public @Nullable Value name(Frame frame, String name) {
    return names(frame).name(name);
  }

  @Override
  public @Nullable Value library(Frame frame, String dotted) {
    return names(frame).library(dotted);
  }

  @Override
  public Value operation(Frame frame, String name, Arguments arguments, Span span) {
    return new NetworkCalls(this, frame).operation(name, arguments, frame.place(span));
  }

  @Override
  public @Nullable Value attribute(Frame frame, Value target, String name, @Nullable Span span) {
    return names(frame).attribute(target, name, span);
  }

  @Override
  public Tensor copied(Tensor tensor) {
    return recorder.isParameter(tensor) ? recorder.parameter(tensor) : tensor;
  }

  @Override
  public Recorder recorder() {
    return recorder;
  }

  @Override
  public TorchLayers layers() {
    return new NetworkLayers(this);
  }

  @Override
  public boolean setAttribute(Frame frame, Value target, String name, Value value) {
    return names(frame).setAttribute(target, name, value);
  }

  @Override
  public String hint(Frame frame, @Nullable Value target, String name) {
    return names(frame).hint(target, name);
  }

  @Override
  public @Nullable Value superOf(Frame frame) {
    return names(frame).ofSuperclass();
  }

  @Override
  public @Nullable Value call(Frame frame, Value callee, Arguments arguments, @Nullable Span span) {
    return new NetworkCalls(this, frame).call(callee, arguments, span);
  }

  @Override
  public @Nullable ClassObject type(Value value) {
    if (value instanceof Tensor tensor) {
      return recorder.isParameter(tensor) ? TorchClasses.PARAMETER : TorchClasses.TENSOR;
    }
    if (value instanceof References.Modules modules && modules.instances().size() == 1) {
      return self(modules.instances().get(0)).type();
    }
    return TorchClasses.of(value);
  }

  @Override
  public ClassObject baseOfUnknown(Statement.ClassDef definition) {
    return TorchClasses.baseOfUnknown(definition);
  }

  @Override
  public Object moduleOf(Frame caller, FunctionObject function, Arguments arguments) {
    return names(caller).moduleOf(function, arguments);
  }

  @Override
  public boolean decide(Frame frame, Span span, boolean loop) {
    return recorder.decisions.decide(frame.place(span), loop);
  }

  @Override
  public int choices() {
    return recorder.decider.choices();
  }

  @Override
  public int mark() {
    return recorder.steps.size();
  }

  @Override
  public void repeat(int first, int last, Dim count) {
    recorder.repeat(first, last, count);
  }

  @Override
  public boolean failed() {
    return recorder.blame.hasErrors();
  }

  @Override
  public Set<String> readBehind(Frame frame, Statement statement) {
    if (frame.function() != null) {
      return NetworkHost.super.readBehind(frame, statement);
    }
    return Substatements.namesAfter(
        NetworkHost.module(frame).declaration().forward().stream()
            .flatMap(forward -> forward.program().statements().stream())
            .toList(),
        statement);
  }

  @Override
  public void met(Frame frame, Span condition, Statement statement) {
    if (recorder.decisions.hasMet(frame.place(condition))) {
      return;
    }
    Map<String, Value> values = new TreeMap<>(frame.environment().variables());
    values.keySet().retainAll(readBehind(frame, statement));
    recorder.decisions.met(frame.place(condition), values);
  }

  @Override
  public void met(Frame frame, Span condition, Value value) {
    recorder.decisions.met(frame.place(condition), Map.of("the value", value));
  }

  @Override
  public void report(Frame frame, ProblemId id, Place place, String message) {
    int step = Scope.isOfTheText(id) ? -1 : recorder.steps.size();
    Scope.of(recorder, frame)
        .report(new Problem(id, place, "", message, Facts.NONE, step, List.of()));
  }

  @Override
  public Decider decider() {
    return recorder.decider;
  }

  @Override
  public long value(Expression.IntLiteral number) {
    return recorder.baseline.value(number);
  }

  @Override
  public void begin(Frame frame, Statement statement) {
    progress.begin(frame, statement);
  }

  @Override
  public void end(Frame frame, Statement statement) {
    progress.end(frame, statement);
    if (statement instanceof Statement.Return) {
      recorder.returned = frame.place(statement.span());
    }
  }

  @Override
  public void alone(Frame frame, Expression expression, Value value) {
    progress.alone(frame, expression, value);
  }

  @Override
  public @Nullable Value length(Value value) {
    return NetworkItems.count(ManyIteration.plain(value));
  }

  @Override
  public @Nullable List<Value> items(Frame frame, Value value, Span span) {
    return new NetworkItems(this, frame).all(ManyIteration.plain(value), span);
  }

  @Override
  public @Nullable List<Value> unpacked(Frame frame, Value value, int names, Expression place) {
    return new NetworkItems(this, frame).unpacked(ManyIteration.plain(value), names, place.span());
  }

  @Override
  public @Nullable Value item(Frame frame, Value target, Value index, Span span) {
    return new NetworkItems(this, frame).item(target, index, span);
  }

  /** A shape is lost here, which is told unless an error tells it. */
  @Override
  public void unchecked(Frame frame, String subject, Span span) {
    Scope scope = Scope.of(recorder, frame);
    new Unchecked(scope).watch(Value.UNKNOWN, scope.place(span), subject);
  }

  @Override
  public boolean isDoubtful(List<Value> items) {
    Value all = ImmutableValues.of(new Value.Sequence(items, true));
    return recorder.consequences.readsDoubtful(all.allTensors());
  }

  @Override
  public @Nullable Value methodOfUnknown(String name) {
    return NetworkNames.methodOfUnknown(name);
  }
}
