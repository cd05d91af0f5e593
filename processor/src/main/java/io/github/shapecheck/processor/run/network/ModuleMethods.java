package io.github.shapecheck.processor.run.network;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.BoundMethod;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.record.ImmutableValues;
import io.github.shapecheck.processor.run.record.ModuleObject;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every {@code nn.Module} can do. */
public final class ModuleMethods {
  private static final String WITHOUT_EFFECT =
      "train eval to cuda cpu half float double type requires_grad_ zero_grad share_memory"
          + " bfloat16 to_empty compile xpu";
  private static final String WITHOUT_VALUE =
      "load_state_dict register_backward_hook"
          + " register_full_backward_hook extra_repr _register_load_state_dict_pre_hook"
          + " register_load_state_dict_post_hook _register_state_dict_hook flatten_parameters"
          + " reset_parameters";

  private ModuleMethods() {}

  public static Network network(Invocation in) {
    return (Network) in.machine().host();
  }

  static ModuleObject self(Invocation in) {
    if (in.object(0) instanceof ModuleObject module) {
      return module;
    }
    throw in.machine().unfit(in.object(0), in.object(0).kind() + " is no module");
  }

  static void fill(ClassObject type) {
    TorchClasses.put(type, "__new__", in -> TorchClasses.module((ClassObject) in.object(0)));
    TorchClasses.put(type, "__init__", in -> Value.NONE);
    TorchClasses.put(type, "__call__", ModuleMethods::call);
    TorchClasses.put(type, "forward", ModuleMethods::noForward);
    TorchClasses.put(type, "add_module", ModuleMethods::add);
    TorchClasses.put(type, "register_module", ModuleMethods::add);
    TorchClasses.put(type, "register_parameter", ModuleMethods::add);
    TorchClasses.put(
        type,
        "register_buffer",
        in -> {
          Value tensor = in.get(2, "tensor", Value.NONE);
          if (in.truth(in.get(3, "persistent", new Value.Bool(true)))) {
            self(in).setBuffer(in.text(1), tensor);
          } else {
            self(in).set(in.text(1), tensor);
          }
          return Value.NONE;
        });
    TorchClasses.put(type, "children", in -> given(List.copyOf(self(in).children().values())));
    TorchClasses.put(type, "named_children", in -> given(named(self(in).children())));
    TorchClasses.put(type, "modules", in -> given(modules(self(in), false)));
    TorchClasses.put(type, "named_modules", in -> given(modules(self(in), true)));
    TorchClasses.put(
        type,
        "parameters",
        in ->
            in.object(0) instanceof ModuleObject
                ? new Parameters(network(in)).all(in, false)
                : given(List.of(new Opaque("a parameter"))));
    TorchClasses.put(type, "named_parameters", in -> new Parameters(network(in)).all(in, true));
    TorchClasses.put(type, "buffers", in -> given(List.of()));
    TorchClasses.put(type, "state_dict", in -> new DictObject());
    TorchClasses.put(type, "_get_name", in -> new Value.Text(self(in).type().name()));
    TorchClasses.put(type, "get_submodule", ModuleMethods::submodule);
    TorchClasses.put(type, "apply", ModuleMethods::apply);
    TorchClasses.put(
        type, "register_forward_pre_hook", in -> ModuleHooks.register(in, self(in).before()));
    TorchClasses.put(
        type, "register_forward_hook", in -> ModuleHooks.register(in, self(in).after()));
    for (String name : WITHOUT_EFFECT.split(" ")) {
      TorchClasses.put(type, name, in -> in.object(0));
    }
    for (String name : WITHOUT_VALUE.split(" ")) {
      TorchClasses.put(type, name, in -> Value.NONE);
    }
  }

  /**
   * A method that changes no shape, of what is no object of a class of modules; null for others.
   */
  static @Nullable Value withoutEffect(String name, Value self) {
    boolean known =
        name.equals("parameters")
            || (WITHOUT_EFFECT + " " + WITHOUT_VALUE).contains(name)
                && List.of((WITHOUT_EFFECT + " " + WITHOUT_VALUE).split(" ")).contains(name);
    Value method = known ? TorchClasses.MODULE.find(name) : null;
    return method == null ? null : new BoundMethod(method, self);
  }

  private static Value call(Invocation in) {
    ModuleObject module = self(in);
    List<Step> steps = network(in).recorder().steps;
    int first = steps.size();
    Value forward = in.machine().attribute(in.frame(), module, "forward", in.span());
    module.called(true);
    Value value;
    try {
      Arguments given = ModuleHooks.before(in, module);
      value = in.machine().call(in.frame(), forward, given, in.span());
      value = ModuleHooks.after(in, module, given, value);
    } finally {
      module.called(false);
    }
    return module.isLeaf() && !isTold(module, steps, first, value)
        ? network(in).layers().step(module, in, value)
        : value;
  }

  /** Whether the layer's own step tells what the module gave; one that does not tells nothing. */
  private static boolean isTold(ModuleObject module, List<Step> steps, int first, Value value) {
    boolean told = false;
    for (int i = first; i < steps.size() && module.making() != null; i++) {
      Step step = steps.get(i);
      if (module.path().equals(step.layer())) {
        told = step.outputs().equals(ImmutableValues.output(value).allTensors());
        steps.set(i, told ? step : step.inside());
      }
    }
    return told;
  }

  private static Value noForward(Invocation in) {
    throw in.machine()
        .error(
            "NotImplementedError",
            ProblemId.NOT_CALLABLE,
            in.object(0).kind() + " has no forward, so it cannot be called");
  }

  private static Value add(Invocation in) {
    self(in)
        .set(
            in.text(in.get(1, "name", Value.NONE)),
            in.size() > 2 ? in.object(2) : in.named("module", in.named("param", Value.NONE)));
    return Value.NONE;
  }

  /** Calls a function with every module below and with the module itself, last. */
  private static Value apply(Invocation in) {
    if (in.object(0) instanceof ModuleObject self) {
      for (ModuleObject child : self.children().values()) {
        Value method = in.machine().attribute(in.frame(), child, "apply", in.span());
        in.call(method, in.object(1));
      }
      in.call(in.object(1), self);
    }
    return in.object(0);
  }

  private static Value submodule(Invocation in) {
    Value value = in.object(0);
    for (String part : in.text(1).split("\\.")) {
      value = in.machine().attribute(in.frame(), value, part, in.span());
    }
    return value;
  }

  static Value given(List<? extends Value> items) {
    return new IteratorObject("generator", new ArrayList<Value>(items).iterator());
  }

  private static List<Value> named(Map<String, ModuleObject> modules) {
    List<Value> pairs = new ArrayList<>();
    modules.forEach(
        (name, module) -> pairs.add(Value.Sequence.tuple(new Value.Text(name), module)));
    return pairs;
  }

  private static List<Value> modules(ModuleObject root, boolean named) {
    Map<ModuleObject, String> paths = Registration.paths(root);
    List<Value> all = new ArrayList<>();
    paths.forEach(
        (module, path) ->
            all.add(named ? Value.Sequence.tuple(new Value.Text(path), module) : module));
    return all;
  }

  /** Whether a value is a tensor that a module registers. */
  static boolean isTensor(Value value) {
    return value instanceof Tensor;
  }
}
