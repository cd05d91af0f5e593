package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.Signature;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Facts;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.Slices;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Host;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.StandardLibrary;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
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

  private static ModuleInstance module(Frame frame) {
    return (ModuleInstance) frame.module();
  }

  private Applications applications(Frame frame) {
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
        dotted.equals("torch") || dotted.startsWith("torch.") || dotted.startsWith("einops");
    return library == null && (torch || TorchNames.library(dotted) != null)
        ? TorchNames.module(dotted)
        : library;
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
      return new Members(recorder).find(self.instance(), name);
    }
    if (target instanceof ModuleObject module) {
      return ofModule(module, name);
    }
    Function transposition = target instanceof Tensor ? Catalogue.attribute(name) : null;
    if (transposition != null) {
      Place place = span == null ? Place.NONE : frame.place(span);
      return applications(frame).function(transposition, Arguments.of(target), place);
    }
    Value value = TensorAttributes.of(target, name);
    return value == null ? new LayerAttributes(recorder).of(target, name) : value;
  }

  private @Nullable Value ofModule(ModuleObject module, String name) {
    if (name.equals("training")) {
      return recorder.training();
    }
    if (name.equals("_modules")) {
      DictObject children = new DictObject();
      module.children().forEach(children::put);
      return children;
    }
    LayerInstance layer = module.layer();
    return layer == null
        ? null
        : new LayerAttributes(recorder)
            .of(new References.Layers(layer.path(), List.of(layer)), name);
  }

  /** {@code weight_norm}: one number more for each place of the weight's first axis. */
  void normalizeWeight(ModuleObject module) {
    if (isInSequence()) {
      throw machine.error(
          "NotImplementedError", ProblemId.ARGUMENT, "@Sequential takes no normalized weights");
    }
    LayerInstance layer = module.layer();
    Weights weights =
        layer == null ? Weights.NONE : recorder.layers.getOrDefault(layer.key(), Weights.NONE);
    Weights.Weight weight = weights.get("weight");
    if (weight != null && weight.shape().rank() > 0) {
      Tensor sizes = Tensor.of(Shape.of(weight.shape().dim(0), Dim.of(1)));
      module.attributes().put("weight_g", recorder.parameter(sizes));
    }
  }

  Recorder recorder() {
    return recorder;
  }

  /** Makes a layer and checks its numbers. */
  void make(ModuleObject module, LayerConstructor constructor, Invocation in) {
    boolean inSequence = isInSequence();
    boolean asDeclared = recorder.python == null && !inSequence;
    Scope scope = Scope.of(recorder, in.frame());
    module.made(constructor.make(in, scope, asDeclared));
    if (asDeclared) {
      module.register(scope.module().prefix() + module.type().name());
    }
    if (!inSequence) { // else its path is not known yet
      recorder.checkLayer(module, scope.module());
    }
  }

  /** Whether the layers of a {@code @Sequential} are being made. */
  private boolean isInSequence() {
    return recorder.python == null && recorder.isBuilding();
  }

  /** Applies a layer of torch.nn. */
  Value applyLayer(Invocation in) {
    ModuleObject module = ModuleMethods.self(in);
    LayerInstance layer = module.layer();
    if (layer == null) {
      throw machine.error(
          "RuntimeError", module.kind() + " was not initialized: call super().__init__(...)");
    }
    Span span = in.span();
    Place place = span == null ? module.place() : in.frame().place(span);
    return Frozen.thawed(applications(in.frame()).layer(layer, in.arguments().rest(), place));
  }

  /** What a module without modules gave, as a step of its own. */
  Value leafStep(ModuleObject module, Invocation in, Value value) {
    LayerType identity = Catalogue.layer("Identity");
    Value frozen = Frozen.output(value);
    List<Tensor> outputs = frozen.allTensors();
    if (recorder.isBuilding() || recorder.python == null || identity == null || outputs.isEmpty()) {
      return value;
    }
    Place place = in.span() == null ? Place.NONE : in.frame().place(in.span());
    String type = module.type().name();
    LayerMaking making =
        new LayerMaking(identity, new Value[] {new Value.Real(0)}, new Place[1], place);
    LayerInstance layer = making.layer(module.path(), module.path());
    Value[] values = java.util.Arrays.copyOf(layer.numbers(), identity.signature().size());
    values[values.length - 1] = outputs.get(0);
    LayerSite site = new LayerSite(Scope.of(recorder, in.frame()), place, layer);
    Value made = recorder.fromNextStep(frozen, identity.operation(), outputs);
    String scope = module(in.frame()).path();
    recorder.step(
        new Step(
            scope,
            module.path(),
            module.path(),
            type,
            identity.operation(),
            site.call(values),
            outputs,
            made,
            Weights.NONE,
            place));
    boolean plain = value instanceof Tensor || value instanceof Value.Sequence;
    return plain ? made : value;
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
    return null;
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
  public @Nullable Value length(Value value) {
    int size = LayerAttributes.size(value);
    return size >= 0
        ? Value.Int.of(size)
        : value instanceof Value.Pieces pieces ? new Value.Int(pieces.count()) : null;
  }

  @Override
  public @Nullable List<Value> items(Frame frame, Value value, Span span) {
    int size = LayerAttributes.size(value);
    if (value instanceof Value.Pieces) {
      throw lost(frame, value, span);
    }
    if (size < 0) {
      return null;
    }
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Value item = LayerAttributes.item(value, i);
      items.add(item == null ? Value.UNKNOWN : item);
    }
    return items;
  }

  @Override
  public @Nullable ClassObject type(Value value) {
    if (value instanceof Tensor tensor) {
      return recorder.isParameter(tensor) ? TorchClasses.PARAMETER : TorchClasses.TENSOR;
    }
    return null;
  }

  @Override
  public Object moduleOf(Frame caller, FunctionObject function, Arguments arguments) {
    if (recorder.python != null
        && !arguments.positional().isEmpty()
        && arguments.positional().get(0) instanceof ModuleObject own
        && function.owner() != null) {
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
  public @Nullable List<Value> unpacked(Frame frame, Value value, int names, Expression place) {
    if (value instanceof Tensor tensor && tensor.rank() > 0) {
      Dim count = tensor.dim(0);
      if (count.isKnown() && names >= 0 && !(count.isConstant() && count.value() == names)) {
        throw machine.error(
            "ValueError",
            ProblemId.UNPACK,
            value.kind() + " unpacks into " + count + " values, not " + names);
      }
      return null;
    }
    if (value instanceof Value.Pieces pieces) {
      if (names < 0) {
        throw lost(frame, pieces, place.span());
      }
      List<Value> items = pieces(frame, pieces, place.span()).unpacked(names);
      return items == null ? java.util.Collections.nCopies(names, Value.UNKNOWN) : items;
    }
    return null;
  }

  /** The items of a list whose length is a free size. */
  private PieceItems pieces(Frame frame, Value.Pieces pieces, Span span) {
    Signature signature = Signature.of("pieces");
    Scope scope = Scope.of(recorder, frame);
    FunctionSite site = new FunctionSite(scope, scope.place(span), "the list", signature);
    return new PieceItems(site.call(new Value[] {pieces}), pieces);
  }

  private RuntimeException lost(Frame frame, Value value, Span span) {
    unchecked(frame, value.kind(), span);
    return machine.unfit(Value.UNKNOWN, "");
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
  public @Nullable Value item(Frame frame, Value target, Value index, Span span) {
    if (target instanceof Value.Pieces pieces) {
      Value item = pieces(frame, pieces, span).of(index);
      if (item instanceof Value.Unknown) {
        unchecked(frame, pieces.kind(), span);
      }
      return item;
    }
    int size = LayerAttributes.size(target);
    if (size >= 0 && index instanceof Value.Slice slice) {
      Slices places = Slices.of(slice, size);
      return places == null ? null : LayerAttributes.items(target, places.places());
    }
    Dim at = index.dim();
    return at == null || !at.isConstant() ? null : LayerAttributes.item(target, at.value());
  }

  @Override
  public @Nullable Value methodOfUnknown(String name) {
    boolean typo =
        name.length() >= 4
            && Catalogue.method(name) == null
            && Catalogue.nearestFunction(name).isPresent();
    return typo ? null : Value.UNKNOWN;
  }
}
