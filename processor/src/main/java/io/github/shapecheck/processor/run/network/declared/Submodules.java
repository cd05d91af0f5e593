package io.github.shapecheck.processor.run.network.declared;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.model.SubmoduleDeclaration;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the instances of a field that is another module. */
public record Submodules(Recorder recorder) {
  /** With the calls that each takes, not far from where Python gives up too. */
  private static final int DEEPEST = 90;

  Value resolve(ModuleInstance user, FieldDeclaration field, String path) {
    SubmoduleDeclaration declared = field.submodule().orElseThrow();
    Place withPlace = Place.of(declared.withOrigin());
    return resolve(
        user, field, path, new WithText(recorder).evaluate(user, declared.with(), withPlace));
  }

  /** Makes the instances with these parameters. */
  Value resolve(
      ModuleInstance user, FieldDeclaration field, String path, Map<String, Value> given) {
    SubmoduleDeclaration declared = field.submodule().orElseThrow();
    Place place = Place.of(declared.origin());
    ModuleDeclaration module = user.model().modules().get(declared.module());
    if (module == null) {
      return Value.UNKNOWN;
    }
    Problem refused = refusal(user, declared, module, path);
    if (refused != null) {
      recorder.blame.report(refused, user.uses());
      return Value.UNKNOWN;
    }
    WithText with = new WithText(recorder);
    Place withPlace = Place.of(declared.withOrigin());
    Map<String, Value> parameters =
        with.parameters(
            user, module.name(), module.params().orElse(KeywordArguments.NONE), given, withPlace);
    List<Place> uses = new ArrayList<>(user.uses());
    uses.add(place);
    List<String> chain = new ArrayList<>(user.chain());
    chain.add(declared.module());
    List<ModuleInstance> instances = new ArrayList<>(declared.repeat());
    for (int i = 0; i < declared.repeat(); i++) {
      String prefix = declared.repeat() == 1 ? path + "." : path + "." + i + ".";
      instances.add(
          new ModuleInstance(
              user.model(), module, prefix, parameters, uses, chain, new HashMap<>()));
    }
    return new References.Modules(path, field, instances);
  }

  /** Why a module cannot be made; null where it can. */
  private @Nullable Problem refusal(
      ModuleInstance user, SubmoduleDeclaration declared, ModuleDeclaration module, String path) {
    Place place = Place.of(declared.origin());
    if (module.fields().isEmpty() && module.forward().isEmpty()) {
      String message = path + " is a " + module.name() + ", which has neither layers nor @Forward";
      return Problem.of(ProblemId.SUBMODULE, place, message);
    }
    if (user.chain().contains(declared.module())) {
      String message = path + " is a " + module.name() + " inside a " + module.name();
      return Problem.of(ProblemId.RECURSION, place, message);
    }
    if (user.chain().size() >= DEEPEST) {
      String message = "modules stand more than " + DEEPEST + " deep inside each other";
      return Problem.of(ProblemId.LIMIT, place, message);
    }
    if (declared.repeat() < 1) {
      String message = "repeat = " + declared.repeat() + " applies " + path + " not even once";
      Edit once = new Edit.SetMembers(path, 0, Map.of("repeat", Setting.of(1)));
      return Problem.of(ProblemId.SUBMODULE, Place.of(declared.repeatOrigin()), message)
          .repairedBy(List.of(once));
    }
    return recorder.mayRepeat(declared.repeat())
        ? null
        : Problem.of(ProblemId.SUBMODULE, place, path + " makes the model too large to check");
  }
}
