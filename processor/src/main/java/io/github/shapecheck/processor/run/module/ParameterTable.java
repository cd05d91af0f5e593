package io.github.shapecheck.processor.run.module;

import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code module._parameters}: what is put in or taken out is so for the module. */
public final class ParameterTable extends DictObject {
  private final ModuleObject module;

  public ParameterTable(ModuleObject module, Map<String, Tensor> own) {
    this.module = module;
    own.forEach((name, tensor) -> super.put(new Value.Text(name), tensor));
  }

  @Override
  public void put(Value key, Value value) {
    super.put(key, value);
    if (key instanceof Value.Text name) {
      module.set(name.value(), value);
    }
  }

  @Override
  public @Nullable Value remove(Value key) {
    if (key instanceof Value.Text name) {
      module.delete(name.value());
    }
    return super.remove(key);
  }
}
