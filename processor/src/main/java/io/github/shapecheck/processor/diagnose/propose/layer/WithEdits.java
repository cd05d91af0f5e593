package io.github.shapecheck.processor.diagnose.propose.layer;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.model.SequentialDeclaration;
import io.github.shapecheck.processor.model.SequentialEditing;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Proposes other texts for {@code with} and for calls of annotated classes in {@code @Sequential}:
 * another name, one more, another number.
 */
public final class WithEdits {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d{1,9}(?![\\w.])");
  private static final Pattern MISSING_COMMA = Pattern.compile("\\s*,?\\s+(\\w+\\s*=)");
  private static final Set<ProblemId> OF_NAMES =
      EnumSet.of(ProblemId.WITH, ProblemId.UNKNOWN_ARGUMENT);

  private static final int DEEPEST = 6;
  private static final int MOST = 48;
  private static final int MOST_STEPS = 8;
  private static final int MOST_TEXTS = 400;

  /**
   * A text that a field carries.
   *
   * @param member what an edit sets to change it
   * @param given the names in it
   * @param known the names that may stand in it
   * @param required those of them that must
   */
  private record Text(
      String path,
      int index,
      String member,
      KeywordArguments given,
      Origin origin,
      List<String> known,
      List<String> required) {
    String with() {
      return given.text();
    }
  }

  private final Trace trace;
  private final Problem problem;
  private final Set<Edit> edits = new LinkedHashSet<>();

  private WithEdits(Trace trace, Problem problem) {
    this.trace = trace;
    this.problem = problem;
  }

  /** Edits to try, likely ones first. */
  public static Stream<Edit> of(Failure failure) {
    Trace trace = failure.trace();
    Problem problem = failure.problem();
    WithEdits edits = new WithEdits(trace, problem);
    List<Text> texts = new ArrayList<>();
    edits.collect(trace.model().root(), "", texts, 0);
    if (OF_NAMES.contains(problem.id())) {
      texts.stream()
          .filter(text -> text.origin().equals(problem.place().origin()))
          .forEach(edits::names);
    } else if (problem.step() >= 0) {
      for (String way : ways(failure)) {
        texts.stream()
            .filter(text -> !text.with().isBlank() && way.startsWith(text.path() + "."))
            .forEach(edits::numbers);
      }
    }
    return edits.edits.stream().limit(MOST);
  }

  /** The paths of the layers on the way, those of compiled modules too. */
  private static Set<String> ways(Failure failure) {
    Set<String> ways = new LinkedHashSet<>();
    ways.add(failure.problem().subject() + ".");
    failure.layers().forEach(spot -> ways.add(spot.path() + "."));
    failure
        .call()
        .before(failure.trace(), MOST_STEPS, step -> step.layer() != null)
        .forEach(step -> ways.add(step.layer() + "."));
    return ways;
  }

  private void collect(ModuleDeclaration module, String prefix, List<Text> texts, int depth) {
    for (FieldDeclaration field : module.fields()) {
      String path = prefix + field.name();
      for (int i = 0; i < field.layers().size(); i++) {
        LayerDeclaration layer = field.layers().get(i);
        LayerType type = Catalogue.layer(layer.type());
        List<String> members = type == null ? List.of() : type.constructor().members();
        texts.add(new Text(path, i, "with", layer.with(), layer.withOrigin(), members, List.of()));
      }
      field.sequential().ifPresent(all -> collect(all, path, texts));
      field
          .submodule()
          .ifPresent(
              submodule -> {
                ModuleDeclaration inner = trace.model().modules().get(submodule.module());
                if (inner != null && depth < DEEPEST && texts.size() < MOST_TEXTS) {
                  List<String> known = names(inner);
                  texts.add(
                      new Text(
                          path,
                          0,
                          "with",
                          submodule.with(),
                          submodule.withOrigin(),
                          known,
                          inner.params().orElse(KeywordArguments.NONE).required()));
                  collect(inner, path + ".", texts, depth + 1);
                }
              });
    }
  }

  private void collect(SequentialDeclaration all, String path, List<Text> texts) {
    for (int i = 0; i < all.items().size(); i++) {
      SequentialDeclaration.Item item = all.items().get(i);
      if (item.call().isPresent()
          && (!item.classes().isEmpty() || OF_NAMES.contains(problem.id()))) {
        Map<String, Expression> keywords = new LinkedHashMap<>();
        item.call().get().keywords().forEach(word -> keywords.put(word.name(), word.value()));
        KeywordArguments given =
            new KeywordArguments(
                SequentialEditing.text(item), List.of(), keywords, Optional.empty());
        String way = path + "." + item.name(i);
        texts.add(
            new Text(way, 0, SequentialEditing.ITEM, given, item.origin(), names(item), List.of()));
      }
    }
  }

  /** The names of what an item calls. */
  private List<String> names(SequentialDeclaration.Item item) {
    String called =
        item.call().get().callee() instanceof Expression.Attribute attribute
            ? attribute.name()
            : item.call().get().callee() instanceof Expression.Name name ? name.id() : "";
    ModuleDeclaration module = trace.model().modules().get(item.classes().get(called));
    LayerType type = Catalogue.layer(called);
    return module != null ? names(module) : type == null ? List.of() : type.constructor().names();
  }

  private static List<String> names(ModuleDeclaration module) {
    KeywordArguments params = module.params().orElse(KeywordArguments.NONE);
    List<String> names = new ArrayList<>(params.required());
    names.addAll(params.values().keySet());
    return names;
  }

  private void names(Text text) {
    KeywordArguments given = text.given();
    if (given.error().isPresent()) {
      add(text, MISSING_COMMA.matcher(text.with()).replaceAll(", $1"));
      return;
    }
    List<String> free = new ArrayList<>(text.known());
    free.removeAll(given.values().keySet());
    for (String name : given.values().keySet()) {
      if (!text.known().contains(name) && edits.size() < MOST) {
        NearestName.of(name, free).ifPresent(near -> rename(text, name, near));
        free.forEach(other -> rename(text, name, other));
        add(text, without(text.with(), name));
      }
    }
    for (String name : text.required()) {
      if (!given.values().containsKey(name)) {
        String before = text.with().isBlank() ? "" : text.with() + ", ";
        sizes().forEach(size -> add(text, before + name + " = " + size));
      }
    }
  }

  private void rename(Text text, String name, String other) {
    add(text, text.with().replaceAll("\\b" + name + "(?=\\s*=[^=])", other));
  }

  private static String without(String with, String name) {
    return with.replaceAll("(^|,)\\s*" + name + "\\s*=[^,)]*", "").replaceFirst("^\\s*,\\s*", "");
  }

  private void numbers(Text text) {
    for (MatchResult number : NUMBER.matcher(text.with()).results().toList()) {
      if (edits.size() == MOST) {
        return;
      }
      Set<String> sizes = sizes();
      sizes.remove("0"); // stands for what is inferred
      for (String size : sizes) {
        add(
            text,
            text.with().substring(0, number.start()) + size + text.with().substring(number.end()));
      }
    }
  }

  /** Numbers that may be meant: those of the message, sizes that arrive, numbers of the layers. */
  private Set<String> sizes() {
    Set<String> sizes = new LinkedHashSet<>();
    for (LayerSpot spot : LayerSpot.named(trace, problem.subject())) {
      spot.layer().attributes().values().stream()
          .filter(Attribute::explicit)
          .map(attribute -> attribute.value().dim())
          .filter(number -> number != null && number.isConstant())
          .forEach(number -> sizes.add(String.valueOf(number)));
    }
    problem.facts().numbers().stream()
        .filter(Dim::isConstant)
        .forEach(number -> sizes.add(number.toString()));
    int step = problem.step();
    if (step >= 0 && step < trace.steps().size()) {
      for (Tensor argument : trace.steps().get(step).arguments()) {
        argument.shape().dims().stream()
            .filter(dim -> dim.isConstant())
            .forEach(dim -> sizes.add(dim.toString()));
      }
    }
    if (problem.id() == ProblemId.WITH) {
      for (FieldDeclaration field : trace.model().root().fields()) {
        field.submodule().ifPresent(s -> literals(s.with().text(), sizes));
        field
            .layers()
            .forEach(
                layer ->
                    layer
                        .attributes()
                        .forEach(
                            (member, attribute) -> {
                              if (attribute.explicit() && attribute.value().dim() != null) {
                                sizes.add(String.valueOf(attribute.value().dim()));
                              }
                            }));
      }
      sizes.add("1");
    }
    return sizes;
  }

  private static void literals(String with, Set<String> sizes) {
    NUMBER.matcher(with).results().map(MatchResult::group).forEach(sizes::add);
  }

  private void add(Text text, String with) {
    if (edits.size() < MOST && !with.equals(text.with())) {
      edits.add(
          new Edit.SetMembers(
              text.path(), text.index(), Map.of(text.member(), new Setting.Text(with))));
    }
  }
}
