package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.PythonDeclaration;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Facts;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Substatements;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Distributions;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Host;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.StandardLibrary;
import io.github.shapecheck.processor.run.program.SuperObject;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The network as its program sees it: names, layers, operations, and where problems go. */
final class Network implements Host {
  private final Recorder recorder;
  private final Machine machine = new Machine(this);
  private final TextProgress progress;

  Network(Recorder recorder) {
    this.recorder = recorder;
    this.progress = new TextProgress(recorder, this);
  }

  Machine machine() {
    return machine;
  }

  TextProgress progress() {
    return progress;
  }

  static ModuleInstance module(Frame frame) {
    return (ModuleInstance) frame.module();
  }

  Applications applications(Frame frame) {
    return new Applications(Scope.of(recorder, frame));
  }

  @Override
  public @Nullable Value name(Frame frame, String name) {
    if (recorder.python != null) {
      return null;
    }
    ModuleInstance module = module(frame);
    if (name.equals("self") || name.equals("this")) {
      return recorder.self(module);
    }
    Value member = recorder.self(module).attributes().get(name);
    if (member == null) {
      member = new Members(recorder).find(module, name);
    }
    return member == null ? TorchNames.free(name) : member;
  }

  @Override
  public @Nullable Value library(Frame frame, String dotted) {
    if (recorder.python != null && frame.source().origin() instanceof PythonFile file) {
      Value own = recorder.python.imported(file, dotted);
      if (own != null) {
        return own;
      }
    }
    Value library = StandardLibrary.module(dotted);
    boolean torch =
        dotted.equals("torch")
            || dotted.startsWith("torch.")
            || dotted.startsWith("torchvision.ops")
            || dotted.startsWith("einops");
    if (torch && TorchSpecials.isTool(dotted)) {
      return new Opaque("the module " + dotted + ", which is not evaluated");
    }
    return library == null && (torch || TorchNames.library(dotted) != null)
        ? new Library(dotted, name -> member(frame, dotted, name))
        : library;
  }

  /** A member of a library; modules that are read from files come first. */
  private @Nullable Value member(Frame frame, String library, String name) {
    if (recorder.python != null && frame.source().origin() instanceof PythonFile file) {
      Value module = recorder.python.imported(file, library + "." + name);
      if (module != null) {
        return module;
      }
    }
    return TorchNames.module(library).members().apply(name);
  }

  @Override
  public Value operation(Frame frame, String name, Arguments arguments, Span span) {
    Function function = Catalogue.function(name);
    return function == null
        ? Value.UNKNOWN
        : Frozen.thawed(applications(frame).function(function, arguments, frame.place(span)));
  }

  @Override
  public @Nullable Value attribute(Frame frame, Value target, String name, @Nullable Span span) {
    if (target instanceof DeclaredObject self) {
      Value member = new Members(recorder).find(self.instance(), name);
      if (member == null && name.equals("forward")) {
        return References.Modules.of(self.instance());
      }
      return member == null ? ModuleMethods.withoutEffect(name, target) : member;
    }
    if (target instanceof Builtin builtin && builtin.name().equals("checkpoint")) {
      return name.equals("checkpoint") ? builtin : null; // the module may be imported so
    }
    if (target instanceof ModuleObject module) {
      return layers().attribute(module, name);
    }
    Function transposition = target instanceof Tensor ? Catalogue.attribute(name) : null;
    if (transposition != null) {
      Place place = span == null ? Place.NONE : frame.place(span);
      return applications(frame).function(transposition, Arguments.of(target), place);
    }
    Value value = TensorAttributes.of(target, name);
    value = value == null ? new LayerAttributes(recorder).of(target, name) : value;
    return value == null && LayerAttributes.size(target) >= 0
        ? ModuleMethods.withoutEffect(name, target)
        : value;
  }

  /** The numbers that are tried in place of those that the Python file writes. */
  Map<PythonDeclaration.Argument, Value> others() {
    return recorder.python == null ? Map.of() : recorder.python.others();
  }

  Recorder recorder() {
    return recorder;
  }

  /** What programs do with layers of torch.nn. */
  NetworkLayers layers() {
    return new NetworkLayers(this);
  }

  /** Whether the layers of a {@code @Sequential} are being made. */
  boolean isInSequence() {
    return recorder.python == null && recorder.isBuilding();
  }

  @Override
  public boolean setAttribute(Frame frame, Value target, String name, Value value) {
    return target instanceof Tensor;
  }

  @Override
  public String hint(Frame frame, @Nullable Value target, String name) {
    List<String> names = new ArrayList<>();
    if (target == null && isInSequence() && Catalogue.nearestFunction(name).isEmpty()) {
      return "; neither a layer nor an annotated class of this file or package";
    }
    if (target == null || target instanceof DeclaredObject) {
      names.addAll(frame.environment().variables().keySet());
      module(frame).declaration().fields().forEach(field -> names.add(field.name()));
    } else if (!(target instanceof Library
        || target instanceof Tensor
        || target instanceof Value.Unknown)) {
      return "";
    }
    return NearestName.of(name, names)
        .or(() -> Catalogue.nearestFunction(name))
        .map(nearest -> "; did you mean " + nearest + "?")
        .orElse("");
  }

  @Override
  public @Nullable Value superOf(Frame frame) {
    ModuleInstance module = module(frame);
    if (recorder.python != null || module.declaration().forward().isEmpty()) {
      return null;
    }
    if (module.declaration().forward().get().superclass().isEmpty()) {
      throw machine.error(
          "AttributeError", module.declaration().name() + " extends no class with a forward pass");
    }
    DeclaredObject self = recorder.self(module);
    return new SuperObject(self.owners().getOrDefault(module, self.type()), self);
  }

  @Override
  public @Nullable Value call(Frame frame, Value callee, Arguments arguments, @Nullable Span span) {
    Place place = span == null ? null : frame.place(span);
    if (callee instanceof References.Layers layers) {
      return Frozen.thawed(applications(frame).layers(layers, arguments, place));
    }
    if (callee instanceof References.Modules modules) {
      return applications(frame).modules(modules, arguments);
    }
    if (callee instanceof References.Named named) {
      if (named.plain() != null && isPlain(arguments)) {
        return machine.call(frame, named.plain(), arguments, span);
      }
      Place where = place == null ? Place.NONE : place;
      return Frozen.thawed(applications(frame).function(named.function(), arguments, where));
    }
    return null;
  }

  private static boolean isPlain(Arguments arguments) {
    return !arguments.positional().isEmpty() && !(arguments.positional().get(0) instanceof Tensor);
  }

  @Override
  public @Nullable ClassObject type(Value value) {
    if (value instanceof Tensor tensor) {
      return recorder.isParameter(tensor) ? TorchClasses.PARAMETER : TorchClasses.TENSOR;
    }
    if (value instanceof References.Modules modules && modules.instances().size() == 1) {
      return recorder.self(modules.instances().get(0)).type();
    }
    return value instanceof References.Layers layers && layers.layers().size() == 1
        ? TorchClasses.named(layers.layers().get(0).type().name())
        : null;
  }

  @Override
  public Object moduleOf(Frame caller, FunctionObject function, Arguments arguments) {
    if (recorder.python != null
        && !arguments.positional().isEmpty()
        && arguments.positional().get(0) instanceof ModuleObject own
        && function.owner() != null) {
      if (recorder.isBuilding() && function.name().equals("__init__")) {
        own.constructedBy(function, arguments);
      }
      return own.instance(recorder.python.root());
    }
    boolean method =
        !arguments.positional().isEmpty()
            && arguments.positional().get(0) instanceof DeclaredObject;
    return method ? ((DeclaredObject) arguments.positional().get(0)).instance() : caller.module();
  }

  @Override
  public boolean decide(Frame frame, Span span, boolean loop) {
    return recorder.decisions.decide(frame.place(span), loop);
  }

  @Override
  public int mark() {
    return recorder.steps.size();
  }

  @Override
  public void forget(int mark) {
    recorder.forget(mark);
  }

  @Override
  public boolean failed() {
    return recorder.blame.hasErrors();
  }

  @Override
  public void met(Frame frame, Span condition, Statement statement) {
    List<Statement> body =
        frame.function() == null
            ? module(frame).declaration().forward().stream()
                .flatMap(forward -> forward.program().statements().stream())
                .toList()
            : frame.function().body();
    Map<String, Value> values = new TreeMap<>();
    for (String name : Substatements.namesAfter(body, statement)) {
      Value value = frame.environment().variables().get(name);
      if (value != null) {
        values.put(name, value);
      }
    }
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
  public void begin(Frame frame, Statement statement) {
    progress.begin(frame, statement);
  }

  @Override
  public void end(Frame frame, Statement statement) {
    progress.end(frame, statement);
  }

  @Override
  public void alone(Frame frame, Expression expression, Value value) {
    progress.alone(frame, expression, value);
  }

  @Override
  public @Nullable Value length(Value value) {
    return NetworkItems.count(value);
  }

  @Override
  public @Nullable List<Value> items(Frame frame, Value value, Span span) {
    return new NetworkItems(this, frame).all(value, span);
  }

  @Override
  public @Nullable List<Value> unpacked(Frame frame, Value value, int names, Expression place) {
    return new NetworkItems(this, frame).unpacked(value, names, place.span());
  }

  @Override
  public @Nullable Value item(Frame frame, Value target, Value index, Span span) {
    return new NetworkItems(this, frame).item(target, index, span);
  }

  /** A shape is lost here, which is told unless an error tells it. */
  @Override
  public void unchecked(Frame frame, String subject, Span span) {
    Scope scope = Scope.of(recorder, frame);
    recorder.unchecked.watch(Value.UNKNOWN, scope, scope.place(span), subject);
  }

  @Override
  public boolean isDoubtful(List<Value> items) {
    List<Tensor> tensors = new ArrayList<>();
    items.forEach(item -> tensors.addAll(Frozen.of(item).allTensors()));
    return recorder.consequences.readsDoubtful(tensors);
  }

  @Override
  public @Nullable Value methodOfUnknown(String name) {
    boolean typo =
        name.length() >= 4
            && Catalogue.method(name) == null
            && !Distributions.isMethod(name)
            && Catalogue.nearestFunction(name).isPresent();
    return typo ? null : Value.UNKNOWN;
  }
}
