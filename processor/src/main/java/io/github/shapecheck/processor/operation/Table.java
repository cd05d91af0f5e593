package io.github.shapecheck.processor.operation;

import java.util.HashMap;
import java.util.Map;

/** What a table adds its lines to. */
public final class Table {
  private final Map<String, LayerType> layers = new HashMap<>();
  private final Map<String, Function> functions = new HashMap<>();

  /** A layer with PyTorch's constructor and forward parameters. */
  public void layer(String name, String constructor, String forward, LayerRule rule) {
    layers.put(name, LayerType.of(name, constructor, forward, rule));
  }

  /** A function; a rule that is a layer's checks the numbers of each call. */
  public void function(String name, String signature, Rule rule) {
    Rule checked =
        rule instanceof LayerRule layer
            ? call -> {
              layer.check(call);
              return layer.apply(call);
            }
            : rule;
    functions.put(name, Function.of(name, signature, checked));
  }

  /** A method whose parameters differ from those of the function of its name. */
  public void method(String name, String signature, Rule rule) {
    function("Tensor." + name, signature, rule);
  }

  /** A function of torch whose parameters differ from those of torch.nn.functional's. */
  public void torch(String name, String signature, Rule rule) {
    function("torch." + name, signature, rule);
  }

  /** All layers by their names. */
  public Map<String, LayerType> layers() {
    return layers;
  }

  /** All functions and methods by their names. */
  public Map<String, Function> functions() {
    return functions;
  }
}
