package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.OutputDeclaration;
import io.github.shapecheck.processor.model.SequentialDeclaration;
import io.github.shapecheck.processor.model.SubmoduleDeclaration;
import io.github.shapecheck.processor.model.TensorDeclaration;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads a field with its annotations.
 *
 * @param silenced the lints that the classes around it silence
 */
record FieldReader(List<Problem> problems, List<TypeElement> submodules, Set<String> silenced) {
  private static final String PACKAGE = "io.github.shapecheck.";

  /** The field, absent where it has none of our annotations but {@code @Input}. */
  Optional<FieldDeclaration> read(
      VariableElement field, List<Annotation> annotations, SourceOrigin origin) {
    List<LayerDeclaration> layers = new ArrayList<>();
    Optional<SubmoduleDeclaration> submodule = Optional.empty();
    Optional<SequentialDeclaration> sequential = Optional.empty();
    Optional<TensorDeclaration> tensor = Optional.empty();
    Optional<OutputDeclaration> output = Optional.empty();
    ShapeReader shapes = new ShapeReader(problems);
    for (Annotation annotation : annotations) {
      if (LayerReader.isLayer(annotation)) {
        layers.add(LayerReader.read(annotation));
        continue;
      }
      switch (annotation.qualifiedName()) {
        case PACKAGE + "Submodule" -> submodule = submodule(annotation);
        case PACKAGE + "Sequential" ->
            sequential = Optional.of(new SequentialReader(field, submodules).read(annotation));
        case PACKAGE + "Parameter", PACKAGE + "Buffer" ->
            tensor =
                Optional.of(
                    new TensorDeclaration(
                        shapes.plain(annotation, false),
                        annotation.name().equals("Parameter"),
                        annotation.origin()));
        case PACKAGE + "Output" ->
            output =
                Optional.of(
                    new OutputDeclaration(
                        shapes.plain(annotation, true), annotation.origin("value")));
        default -> {}
      }
    }
    if (layers.isEmpty() && submodule.isEmpty() && sequential.isEmpty() && tensor.isEmpty()) {
      return Optional.empty();
    }
    String name = field.getSimpleName().toString();
    if (sequential.isPresent() && !(layers.isEmpty() && submodule.isEmpty() && tensor.isEmpty())) {
      problems.add(
          Problem.of(
              ProblemId.MEMBER,
              Place.of(sequential.get().origin()),
              name + " has @Sequential and other layers: write all of them in @Sequential"));
    }
    return Optional.of(
        new FieldDeclaration(
            name,
            layers,
            submodule,
            sequential,
            tensor,
            output,
            Suppressed.of(annotations, silenced),
            origin));
  }

  private Optional<SubmoduleDeclaration> submodule(Annotation annotation) {
    Object value = annotation.get("value").map(v -> v.getValue()).orElse("");
    if (!(value instanceof TypeMirror mirror) || mirror.getKind() == TypeKind.ERROR) {
      return Optional.of(unresolved(annotation)); // the compiler has reported it
    }
    if (!(mirror instanceof DeclaredType type)
        || !(type.asElement() instanceof TypeElement element)) {
      report(annotation, "value", mirror + " is no class with layers");
      return Optional.of(unresolved(annotation));
    }
    submodules.add(element);
    return Optional.of(
        new SubmoduleDeclaration(
            element.getQualifiedName().toString(),
            KeywordArguments.of(annotation.text("with")),
            annotation.number("repeat", 1),
            annotation.origin(),
            annotation.origin("with"),
            annotation.origin("repeat")));
  }

  private static SubmoduleDeclaration unresolved(Annotation annotation) {
    return new SubmoduleDeclaration(
        "",
        KeywordArguments.NONE,
        1,
        annotation.origin(),
        annotation.origin(),
        annotation.origin());
  }

  private void report(Annotation annotation, String member, String message) {
    problems.add(Problem.of(ProblemId.SUBMODULE, Place.of(annotation.origin(member)), message));
  }
}
