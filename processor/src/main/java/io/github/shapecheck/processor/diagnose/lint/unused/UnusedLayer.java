package io.github.shapecheck.processor.diagnose.lint.unused;

import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Flow;
import io.github.shapecheck.processor.diagnose.lint.flow.LayerPath;
import io.github.shapecheck.processor.diagnose.lint.flow.ModelLint;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.PythonDeclaration;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A layer that the forward pass never mentions. Losses are applied by training code. */
public final class UnusedLayer implements ModelLint {
  private static final List<Dim> NONE = List.of(Dim.of(0), Dim.unknown());

  @Override
  public void check(Flow flow, Findings findings) {
    for (Classes.Use use : Classes.of(flow.trace().model(), ProblemId.UNUSED_LAYER.id())) {
      if (use.module().forward().isPresent()) {
        check(flow, use, use.module().forward().get(), findings);
      }
    }
    if (flow.trace().model().python().isPresent()) {
      check(flow, flow.trace().model().python().get(), findings);
    }
  }

  /** Layers of Python that are not run and whose names stand nowhere else in the program. */
  private static void check(Flow flow, PythonDeclaration python, Findings findings) {
    Set<String> run = new HashSet<>();
    flow.trace().steps().forEach(step -> run.add(String.valueOf(step.layer())));
    Map<String, LayerDeclaration> idle = new LinkedHashMap<>(flow.trace().made());
    idle.keySet().removeAll(run);
    idle.keySet().removeIf(path -> NONE.contains(parameters(flow.trace().layers(), path)));
    if (idle.isEmpty()) {
      return;
    }
    Map<String, Long> words =
        python.files().values().stream()
            .distinct()
            .filter(file -> !file.isLibrary())
            .flatMap(file -> file.program().lines().stream())
            .flatMap(line -> Stream.of(line.split("\\W+")))
            .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    idle.keySet().removeIf(path -> words.getOrDefault(path, 0L) != 1);
    idle.forEach(
        (path, layer) ->
            findings.add(
                ProblemId.UNUSED_LAYER,
                findings.scope(path),
                Place.of(layer.origin()),
                path
                    + " is made but never applied"
                    + weights(parameters(flow.trace().layers(), path))
                    + "; apply it in forward or remove it",
                List.of()));
  }

  private static void check(
      Flow flow, Classes.Use use, ForwardDeclaration forward, Findings findings) {
    List<FieldDeclaration> idle = new ArrayList<>();
    for (FieldDeclaration field : use.module().fields()) {
      if (field.origin().hasSource() && !isApplied(flow, use.prefix() + field.name())) {
        idle.add(field);
      }
    }
    Mentions mentions = idle.isEmpty() ? null : Mentions.of(forward);
    if (mentions == null || mentions.names().contains("getattr")) {
      return; // it asks for fields by names that it makes
    }
    for (FieldDeclaration field : idle) {
      if (isMentioned(field.name(), mentions) || isLoss(field) || isBuffer(field)) {
        continue;
      }
      Dim parameters = parameters(flow.trace().layers(), use.prefix() + field.name());
      LayerPath scope = new LayerPath(use.module(), field, null, field.suppressed());
      findings.add(
          ProblemId.UNUSED_LAYER,
          scope,
          Place.of(origin(field)),
          field.name()
              + " is declared but never applied"
              + weights(parameters)
              + "; apply it in @Forward or remove it",
          use.prefix().isEmpty() ? applied(flow.trace().model(), field.name()) : List.of());
    }
  }

  private static boolean isApplied(Flow flow, String path) {
    return !flow.applications(path).isEmpty() || !flow.applications(path + ".0").isEmpty();
  }

  private static String weights(Dim parameters) {
    return NONE.contains(parameters)
        ? ""
        : ": its " + parameters + " parameters are kept but never trained";
  }

  /** The layer applied to what the forward pass returns. */
  private static List<Edit> applied(Model model, String name) {
    return LineEditing.own(model).stream()
        .flatMap(
            line ->
                line.statements().stream()
                    .filter(Statement.Return.class::isInstance)
                    .flatMap(last -> last.expression().stream())
                    .filter(value -> line.isOneLine(value.span()))
                    .flatMap(
                        value ->
                            Stream.of("(%s)", "(relu(%s))")
                                .map(way -> name + way.formatted(line.text(value)))
                                .map(text -> line.replaced(value.span(), text))))
        .toList();
  }

  /** Whether the forward pass names a field. */
  public static boolean isMentioned(String name, Mentions mentions) {
    String plain = name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
    return mentions.names().contains(name)
        || mentions.attributes().contains(name)
        || mentions.names().contains(plain)
        || mentions.attributes().contains(plain);
  }

  private static boolean isLoss(FieldDeclaration field) {
    return !field.layers().isEmpty()
        && field.layers().stream()
            .map(layer -> Catalogue.layer(layer.type()))
            .allMatch(layer -> layer != null && layer.operation().kind().isLoss());
  }

  private static boolean isBuffer(FieldDeclaration field) {
    return field.tensor().isPresent() && !field.tensor().get().trainable();
  }

  private static Origin origin(FieldDeclaration field) {
    return field.layers().isEmpty()
        ? field.submodule().map(use -> use.origin()).orElse(field.origin())
        : field.layers().get(0).origin();
  }

  private static Dim parameters(Map<String, Weights> layers, String path) {
    Dim sum = Dim.of(0);
    for (Map.Entry<String, Weights> layer : layers.entrySet()) {
      if (layer.getKey().equals(path) || layer.getKey().startsWith(path + ".")) {
        sum = sum.plus(layer.getValue().parameters());
      }
    }
    return sum;
  }
}
