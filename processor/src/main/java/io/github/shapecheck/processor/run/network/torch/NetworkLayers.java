package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.module.ConstructorCall;
import io.github.shapecheck.processor.run.module.ImmutableValues;
import io.github.shapecheck.processor.run.module.LayerInstance;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.module.ParameterTable;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.record.LayerConstructor;
import io.github.shapecheck.processor.run.record.LayerSite;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.Scope;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Layers of torch.nn in a network. */
public record NetworkLayers(NetworkHost network) implements TorchLayers {
  private static final Pattern HOOKS = Pattern.compile("_(forward|backward)(_pre)?_hooks");

  @Override
  public @Nullable Value attribute(ModuleObject module, String name) {
    if (name.equals("training")) {
      boolean made = network.recorder().isBuilding(); // modules are made in training mode
      return made ? new Value.Bool(true) : network.recorder().training();
    }
    if (name.equals("_modules")) {
      DictObject children = new DictObject();
      module.children().forEach(children::put);
      return children;
    }
    if (HOOKS.matcher(name).matches()) {
      return new DictObject(); // asked only whether a hook is there already
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

  @Override
  public void make(ModuleObject module, LayerConstructor constructor, Invocation in) {
    boolean inSequence = network.isInSequence();
    boolean asDeclared = !network.isPython() && !inSequence;
    Scope scope = Scope.of(network.recorder(), in.frame());
    if (TransformerBlocks.stack(module, in)) {
      return;
    }
    module.made(constructor.make(in, scope, asDeclared));
    new TransformerParts(network.recorder(), module).takeApart();
    if (!inSequence) { // else its path is not known yet
      Registration.check(network.recorder(), module, scope.module());
    }
  }

  @Override
  public Value apply(Invocation in) {
    ModuleObject module = ModuleObject.self(in);
    LayerInstance layer = module.layer();
    if (layer == null) {
      throw network
          .machine()
          .error(
              "RuntimeError", module.kind() + " was not initialized: call super().__init__(...)");
    }
    Span span = in.span();
    Place place = span == null ? module.place() : in.frame().place(span);
    boolean seen = !network.isPython() || module.isCalledAsLeaf();
    return ImmutableValues.thawed(
        network.applications(in.frame()).layer(layer, in.arguments().rest(), place, seen));
  }

  @Override
  public Value step(ModuleObject module, Invocation in, Value value) {
    LayerType identity = Catalogue.layer(Kind.IDENTITY, 0);
    Value frozen = ImmutableValues.output(value);
    List<Tensor> outputs = frozen.allTensors();
    if (network.recorder().isBuilding() || !network.isPython() || outputs.isEmpty()) {
      return value;
    }
    Place place = in.place();
    String type = module.type().name();
    ConstructorCall making =
        new ConstructorCall(identity, new Value[] {new Value.Real(0)}, new Place[1], place);
    LayerInstance layer = making.layer(module.path(), module.path());
    Value[] values = Arrays.copyOf(layer.numbers(), identity.signature().size());
    values[values.length - 1] = outputs.get(0);
    LayerSite site = new LayerSite(Scope.of(network.recorder(), in.frame()), place, layer);
    Value made = network.recorder().fromNextStep(frozen, identity.operation(), outputs);
    String scope = NetworkHost.module(in.frame()).path();
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
