package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.record.LayerConstructor;
import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/** What programs do with layers of torch.nn: they make them, apply them and look at them. */
public interface TorchLayers {
  /** What a module has besides what its program gave it; null for nothing. */
  @Nullable Value attribute(ModuleObject module, String name);

  /** Makes a layer and checks its numbers. */
  void make(ModuleObject module, LayerConstructor constructor, Invocation in);

  Value apply(Invocation in);

  /** What a module without modules gave, as a step of its own. */
  Value step(ModuleObject module, Invocation in, Value value);
}
