package io.github.shapecheck.processor.run.network.declared;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.Signature;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.module.LayerInstance;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.record.LayerNumbers;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.Scope;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A layer's annotation in one instance of its module, and the numbers that it comes to.
 *
 * @param index of the annotations on the field
 * @param path the field's
 */
record DeclaredLayer(
    Recorder recorder, ModuleInstance module, FieldDeclaration field, int index, String path) {
  /** The member that stands without its name. */
  private static final String ALONE = "value";

  /** The layer with its numbers, which are checked; null where there is no such layer. */
  @Nullable LayerInstance instance() {
    LayerType type = Catalogue.layer(declaration().type());
    if (type == null) {
      String missing = "@" + declaration().type() + " has no rule in this version of shapecheck";
      report(Problem.of(ProblemId.INTERNAL, Place.of(declaration().origin()), missing));
      return null;
    }
    Map<String, Value> with =
        new WithText(recorder)
            .evaluate(module, declaration().with(), Place.of(declaration().withOrigin()));
    Map<String, Value> byMember = with.isEmpty() ? Map.of() : new HashMap<>();
    @Nullable Value[] numbers = new Value[type.signature().size()];
    for (int i = 0; i < type.constructor().size(); i++) {
      String member = type.constructor().members().get(i);
      Value given = taken(with, member, type.constructor().names().get(i));
      if (given != null) {
        byMember.put(member, given);
      }
      numbers[i] = given == null ? declared(type, i) : given;
    }
    takeRest(with, type.constructor(), numbers);
    String key = field.layers().size() == 1 ? path : path + "." + index;
    LayerInstance layer =
        new LayerInstance(path, field, index, declaration(), type, numbers, byMember, key);
    LayerNumbers.check(new Scope(recorder, module), layer);
    return layer;
  }

  private LayerDeclaration declaration() {
    return field.layers().get(index);
  }

  private void report(Problem problem) {
    recorder.blame.report(problem, module.uses());
  }

  /** What {@code with} gives to a member, by the annotation's name for it or by PyTorch's. */
  private static @Nullable Value taken(Map<String, Value> with, String member, String name) {
    if (with.isEmpty()) {
      return null;
    }
    return with.containsKey(member) ? with.remove(member) : with.remove(name);
  }

  /** What no member takes is for keyword arguments of any name, or wrong. */
  private void takeRest(Map<String, Value> with, Signature constructor, @Nullable Value[] numbers) {
    if (constructor.keywords() >= 0) {
      List<Value> pairs = new ArrayList<>();
      with.forEach((name, value) -> pairs.add(Value.Sequence.tuple(new Value.Text(name), value)));
      numbers[constructor.keywords()] = new Value.Sequence(pairs, true);
    } else if (!with.isEmpty()) {
      String unknown = with.keySet().iterator().next();
      String suggestion = NearestName.suggestion(unknown, constructor.members());
      String message = path + " has no member " + unknown + suggestion;
      Origin origin = declaration().withOrigin();
      report(Problem.of(ProblemId.WITH, Place.of(origin), message));
    }
  }

  /**
   * A number as the user wrote it, else PyTorch's default. An annotation's own defaults are not
   * looked at: some only stand for a number that is absent.
   */
  private Value declared(LayerType type, int parameter) {
    String member = type.constructor().members().get(parameter);
    String alternative = type.constructor().alternative(parameter);
    Value value = explicit(member);
    if (value == null && !alternative.equals(member)) {
      value = explicit(alternative);
    }
    if (value == null) {
      value = type.fallback(parameter);
    }
    if (value == null) {
      String wanted = member.equals(ALONE) ? "its value" : "a value for " + member;
      report(
          Problem.of(ProblemId.MEMBER, Place.of(declaration().origin()), path + " needs " + wanted)
              .repairedBy(likely(member)));
    }
    return value == null ? Value.UNKNOWN : value;
  }

  private @Nullable Value explicit(String member) {
    Attribute attribute = declaration().attributes().get(member);
    if (attribute == null || !attribute.explicit()) {
      return null;
    }
    return attribute.value() instanceof Value.None ? null : attribute.value();
  }

  /** What a member without a value might be: what others say, else a small number. */
  private List<Edit> likely(String member) {
    Set<Long> numbers = new LinkedHashSet<>();
    for (Attribute attribute : declaration().attributes().values()) {
      Dim number = attribute.explicit() ? attribute.value().dim() : null;
      if (number != null && number.isConstant()) {
        numbers.add(number.value());
      }
    }
    numbers.addAll(List.of(2L, 1L));
    return numbers.stream()
        .<Edit>map(number -> new Edit.SetMembers(path, index, Map.of(member, Setting.of(number))))
        .toList();
  }
}
