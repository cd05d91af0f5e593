package io.github.shapecheck.processor.run.network.torch;

import static io.github.shapecheck.processor.run.program.Builtin.define;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.module.ImmutableValues;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What every {@code nn.Module} can do. */
public final class ModuleMethods {
  private static final Set<String> WITHOUT_EFFECT =
      words(
          "train eval to cuda cpu half float double type requires_grad_ zero_grad share_memory"
              + " bfloat16 to_empty compile xpu");
  private static final Set<String> WITHOUT_VALUE =
      words(
          "load_state_dict register_backward_hook register_full_backward_hook extra_repr"
              + " _register_load_state_dict_pre_hook register_load_state_dict_post_hook"
              + " _register_state_dict_hook flatten_parameters reset_parameters");

  private ModuleMethods() {}

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }

  static void fill(ClassObject type) {
    define(type, "__new__", in -> new ModuleObject((ClassObject) in.object(0)));
    define(type, "__init__", in -> begun(in, Value.NONE));
    define(type, "__call__", ModuleMethods::call);
    define(type, "forward", ModuleMethods::noForward);
    define(type, "add_module", ModuleMethods::add);
    define(type, "register_module", ModuleMethods::add);
    define(type, "register_parameter", ModuleMethods::add);
    define(
        type,
        "register_buffer",
        in -> {
          Value tensor = in.get(2, "tensor", Value.NONE);
          if (in.truth(in.get(3, "persistent", new Value.Bool(true)))) {
            ModuleObject.self(in).setBuffer(in.text(1), tensor);
          } else {
            ModuleObject.self(in).set(in.text(1), tensor);
          }
          return Value.NONE;
        });
    define(
        type,
        "children",
        in -> IteratorObject.of(List.copyOf(ModuleObject.self(in).children().values())));
    define(
        type, "named_children", in -> IteratorObject.of(named(ModuleObject.self(in).children())));
    define(type, "modules", in -> IteratorObject.of(modules(ModuleObject.self(in), false)));
    define(type, "named_modules", in -> IteratorObject.of(modules(ModuleObject.self(in), true)));
    define(
        type,
        "parameters",
        in ->
            in.object(0) instanceof ModuleObject
                ? new Parameters(NetworkHost.of(in)).all(in, false)
                : IteratorObject.of(List.of(new Opaque("a parameter"))));
    define(type, "named_parameters", in -> new Parameters(NetworkHost.of(in)).all(in, true));
    define(type, "buffers", in -> IteratorObject.of(List.of()));
    define(type, "state_dict", in -> new DictObject());
    define(type, "_get_name", in -> new Value.Text(ModuleObject.self(in).type().name()));
    define(type, "get_submodule", ModuleMethods::submodule);
    define(type, "apply", ModuleMethods::apply);
    define(
        type,
        "register_forward_pre_hook",
        in -> ModuleHooks.register(in, ModuleObject.self(in).before()));
    define(
        type,
        "register_forward_hook",
        in -> ModuleHooks.register(in, ModuleObject.self(in).after()));
    WITHOUT_EFFECT.forEach(name -> define(type, name, in -> in.object(0)));
    WITHOUT_VALUE.forEach(name -> define(type, name, in -> Value.NONE));
  }

  /** Whether a method changes no shape, so that what is no object of a class may have it too. */
  static boolean isWithoutEffect(String name) {
    return name.equals("parameters")
        || WITHOUT_EFFECT.contains(name)
        || WITHOUT_VALUE.contains(name);
  }

  /** A module may hold others from now on. */
  static Value begun(Invocation in, Value value) {
    if (in.object(0) instanceof ModuleObject module) {
      module.begin();
    }
    return value;
  }

  private static Value call(Invocation in) {
    ModuleObject module = ModuleObject.self(in);
    List<Step> steps = NetworkHost.of(in).recorder().steps;
    int first = steps.size();
    Value forward = in.attribute(module, "forward");
    module.called(true);
    Value value;
    try {
      Arguments given = ModuleHooks.before(in, module);
      value = in.call(forward, given);
      value = ModuleHooks.after(in, module, given, value);
    } finally {
      module.called(false);
    }
    return module.isLeaf() && !isTold(module, steps, first, value)
        ? NetworkHost.of(in).layers().step(module, in, value)
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
    throw in.error(
        "NotImplementedError",
        ProblemId.NOT_CALLABLE,
        in.object(0).kind() + " has no forward, so it cannot be called");
  }

  private static Value add(Invocation in) {
    ModuleObject.self(in)
        .set(
            in.text(in.get(1, "name", Value.NONE)),
            in.size() > 2 ? in.object(2) : in.named("module", in.named("param", Value.NONE)));
    return Value.NONE;
  }

  /** Calls a function with every module below and with the module itself, last. */
  private static Value apply(Invocation in) {
    if (in.object(0) instanceof ModuleObject self) {
      for (ModuleObject child : self.children().values()) {
        Value method = in.attribute(child, "apply");
        in.call(method, in.object(1));
      }
      in.call(in.object(1), self);
    }
    return in.object(0);
  }

  private static Value submodule(Invocation in) {
    Value value = in.object(0);
    for (String part : in.text(1).split("\\.")) {
      value = in.attribute(value, part);
    }
    return value;
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
}
