package io.github.shapecheck.processor.run.network.declared;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.model.SubmoduleDeclaration;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.run.module.ImmutableValues;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.network.torch.TorchClasses;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.record.Applications;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.Scope;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The annotated classes that a sequence calls, as classes of modules. */
public final class SequentialClasses {
  private record Made(FieldDeclaration field, Map<String, Value> given) {}

  private final Recorder recorder;
  private final ModuleInstance user;
  private final Map<ModuleObject, Made> made = new LinkedHashMap<>();
  private final Map<ModuleObject, Value> resolved = new HashMap<>();

  SequentialClasses(Recorder recorder, ModuleInstance user) {
    this.recorder = recorder;
    this.user = user;
  }

  /** The class of a qualified name, called so at a place. */
  ClassObject named(String name, String qualified, Origin origin) {
    FieldDeclaration field =
        FieldDeclaration.of(
            name,
            new SubmoduleDeclaration(qualified, KeywordArguments.NONE, 1, origin, origin, origin));
    ClassObject type = ClassObject.builtin(name, TorchClasses.MODULE);
    Builtin.define(
        type,
        "__init__",
        in -> {
          made.put(ModuleObject.self(in), new Made(field, given(in, qualified)));
          return Value.NONE;
        });
    Builtin.define(
        type,
        "__getattr__",
        in -> {
          Value object = resolved.getOrDefault(ModuleObject.self(in), Value.UNKNOWN);
          Value member = in.machine().host().attribute(in.frame(), object, in.text(1), in.span());
          if (member == null) {
            throw in.error("AttributeError", name + " has no " + in.text(1));
          }
          return member;
        });
    Builtin.define(
        type,
        "forward",
        in ->
            resolved.get(ModuleObject.self(in)) instanceof References.Modules modules
                ? new Applications(Scope.of(recorder, in.frame()))
                    .modules(modules, in.arguments().rest())
                : Value.UNKNOWN);
    return type;
  }

  private Map<String, Value> given(Invocation in, String qualified) {
    ModuleDeclaration module = user.model().modules().get(qualified);
    KeywordArguments params =
        module == null ? KeywordArguments.NONE : module.params().orElse(KeywordArguments.NONE);
    List<String> names = new ArrayList<>(params.required());
    names.addAll(params.values().keySet());
    Arguments arguments = in.arguments().rest();
    List<Value> positional = arguments.positional();
    if (positional.size() > names.size()) {
      throw in.error(
          "TypeError",
          ProblemId.ARGUMENT_COUNT,
          "%s takes %s arguments but receives %s"
              .formatted(ModuleObject.self(in).type().name(), names.size(), positional.size()));
    }
    Map<String, Value> given = new LinkedHashMap<>();
    for (int i = 0; i < positional.size(); i++) {
      given.put(names.get(i), ImmutableValues.of(positional.get(i)));
    }
    arguments.named().forEach(one -> given.put(one.name(), ImmutableValues.of(one.value())));
    return given;
  }

  /** Resolves what was made, under the paths that are known now, and hands it on. */
  void resolve(Consumer<Value> taker) {
    made.forEach(
        (object, how) -> {
          Value value =
              new Submodules(recorder).resolve(user, how.field(), object.path(), how.given());
          resolved.put(object, value);
          taker.accept(value);
        });
  }
}
