package io.github.shapecheck.processor.run.network;

import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.record.ConstructorCall;
import io.github.shapecheck.processor.run.record.ImmutableValues;
import io.github.shapecheck.processor.run.record.LayerConstructor;
import io.github.shapecheck.processor.run.record.LayerInstance;
import io.github.shapecheck.processor.run.record.LayerNumbers;
import io.github.shapecheck.processor.run.record.LayerSite;
import io.github.shapecheck.processor.run.record.ModuleInstance;
import io.github.shapecheck.processor.run.record.ModuleObject;
import io.github.shapecheck.processor.run.record.ParameterTable;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.References;
import io.github.shapecheck.processor.run.record.Scope;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs do with layers of torch.nn: they make them, apply them and look at them. */
public record NetworkLayers(Network network) {
  /** What a module has besides what its program gave it; null for nothing. */
  @Nullable Value attribute(ModuleObject module, String name) {
    if (name.equals("training")) {
      boolean made = network.recorder().isBuilding(); // modules are made in training mode
      return made ? new Value.Bool(true) : network.recorder().training();
    }
    if (name.equals("_modules")) {
      DictObject children = new DictObject();
      module.children().forEach(children::put);
      return children;
    }
    if (name.equals("_parameters")) {
      return new ParameterTable(module, new Parameters(network).own(module));
    }
    LayerInstance layer = module.layer();
    if (layer == null || module.replaced().contains(name)) {
      return null;
    }
    Value part = new TransformerParts(network.recorder(), module).get(name);
    if (part != null) {
      return part;
    }
    Recorder recorder = network.recorder();
    Value own =
        new LayerAttributes(recorder).of(new References.Layers(layer.path(), List.of(layer)), name);
    return recorder.isBuilding() && own instanceof Tensor weight
        ? module.weight(name, () -> recorder.parameter(weight))
        : own;
  }

  /** Makes a layer and checks its numbers. */
  void make(ModuleObject module, LayerConstructor constructor, Invocation in) {
    boolean inSequence = network.isInSequence();
    boolean asDeclared = network.python == null && !inSequence;
    Scope scope = Scope.of(network.recorder(), in.frame());
    module.made(constructor.make(in, scope, asDeclared));
    new TransformerParts(network.recorder(), module).takeApart();
    if (!inSequence) { // else its path is not known yet
      check(network.recorder(), module, scope.module());
    }
  }

  /** Checks the numbers of a layer and counts its weights. */
  static void check(Recorder recorder, ModuleObject module, ModuleInstance root) {
    LayerInstance layer = module.layer();
    if (layer != null) {
      if (Network.of(recorder).python != null && module.isRegistered()) {
        recorder.made.put(layer.path(), layer.declaration());
      }
      LayerNumbers.check(new Scope(recorder, root), layer);
    }
  }

  /** Applies a layer of torch.nn. */
  Value apply(Invocation in) {
    ModuleObject module = ModuleMethods.self(in);
    LayerInstance layer = module.layer();
    if (layer == null) {
      throw network
          .machine()
          .error(
              "RuntimeError", module.kind() + " was not initialized: call super().__init__(...)");
    }
    Span span = in.span();
    Place place = span == null ? module.place() : in.frame().place(span);
    boolean seen = network.python == null || module.isCalledAsLeaf();
    return ImmutableValues.thawed(
        network.applications(in.frame()).layer(layer, in.arguments().rest(), place, seen));
  }

  /** What a module without modules gave, as a step of its own. */
  Value step(ModuleObject module, Invocation in, Value value) {
    LayerType identity = Catalogue.layer(Kind.IDENTITY, 0);
    Value frozen = ImmutableValues.output(value);
    List<Tensor> outputs = frozen.allTensors();
    if (network.recorder().isBuilding() || network.python == null || outputs.isEmpty()) {
      return value;
    }
    Place place = in.span() == null ? Place.NONE : in.frame().place(in.span());
    String type = module.type().name();
    ConstructorCall making =
        new ConstructorCall(identity, new Value[] {new Value.Real(0)}, new Place[1], place);
    LayerInstance layer = making.layer(module.path(), module.path());
    Value[] values = Arrays.copyOf(layer.numbers(), identity.signature().size());
    values[values.length - 1] = outputs.get(0);
    LayerSite site = new LayerSite(Scope.of(network.recorder(), in.frame()), place, layer);
    Value made = network.recorder().fromNextStep(frozen, identity.operation(), outputs);
    String scope = Network.module(in.frame()).path();
    network
        .recorder()
        .step(
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
}
