package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.model.OutputDeclaration;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.parser.Forward;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Name;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads one annotated class. */
final class ModuleReader {
  private static final String PACKAGE = "io.github.shapecheck.";

  private final Predicate<Element> hasSource;
  private final List<Problem> problems;
  private final AnnotationTypes annotations;
  private final List<TypeElement> submodules = new ArrayList<>();
  private final List<InputDeclaration> inputs = new ArrayList<>();
  private final List<FieldDeclaration> fields = new ArrayList<>();
  private final List<OutputDeclaration> outputs = new ArrayList<>();
  private Optional<KeywordArguments> params = Optional.empty();
  private Optional<Annotation> forward = Optional.empty();
  private Optional<Annotation> torch = Optional.empty();

  ModuleReader(Predicate<Element> hasSource, List<Problem> problems, AnnotationTypes annotations) {
    this.hasSource = hasSource;
    this.annotations = annotations;
    this.problems = problems;
  }

  /** The classes that its submodules name. */
  List<TypeElement> submodules() {
    return submodules;
  }

  /** What says that the class is one of Python's. */
  Optional<Annotation> torch() {
    return torch;
  }

  ModuleDeclaration read(TypeElement type) {
    SourceOrigin origin = SourceOrigin.of(type, hasSource.test(type));
    for (Annotation annotation : annotations.allOf(origin)) {
      readOnType(annotation);
    }
    readFields(type, origin);
    checkNames();
    return new ModuleDeclaration(
        name(type),
        type.getQualifiedName().toString(),
        inputs,
        fields,
        params,
        forward.isEmpty() ? Optional.empty() : Optional.of(parse(forward.get(), type)),
        outputs,
        Suppressed.of(type),
        origin);
  }

  /** The class's simple name with the enclosing classes in front. */
  static String name(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
            && type.getEnclosingElement() instanceof TypeElement outer
        ? name(outer) + "." + type.getSimpleName()
        : type.getSimpleName().toString();
  }

  private void readOnType(Annotation annotation) {
    switch (annotation.qualifiedName()) {
      case PACKAGE + "Input" -> inputs.add(input(annotation, annotation.text("name")));
      case PACKAGE + "Inputs" -> {
        for (AnnotationValue item : annotation.items("value")) {
          if (item.getValue() instanceof AnnotationMirror mirror) {
            Annotation one = annotations.of(mirror, annotation.origin());
            inputs.add(input(one, one.text("name")));
          }
        }
      }
      case PACKAGE + "Output" ->
          outputs.add(
              new OutputDeclaration(
                  new ShapeReader(problems).plain(annotation, true), annotation.origin("value")));
      case PACKAGE + "Params" ->
          params = Optional.of(KeywordArguments.of(annotation.text("value")));
      case PACKAGE + "TorchModule" -> torch = Optional.of(annotation);
      case PACKAGE + "Forward" -> forward = Optional.of(annotation);
      default -> {}
    }
  }

  private InputDeclaration input(Annotation annotation, String name) {
    return new InputReader(problems).read(annotation, name);
  }

  /** In source order, which newer versions of Eclipse's compiler forget for a record's. */
  private static List<VariableElement> fields(TypeElement type) {
    List<VariableElement> fields = ElementFilter.fieldsIn(type.getEnclosedElements());
    if (type.getKind() != ElementKind.RECORD) {
      return fields; // Eclipse's compiler throws where others have no components
    }
    List<Name> components =
        type.getRecordComponents().stream().map(RecordComponentElement::getSimpleName).toList();
    return fields.stream()
        .sorted(Comparator.comparing(field -> components.indexOf(field.getSimpleName())))
        .toList();
  }

  /** A superclass's fields come first. */
  private void readFields(TypeElement type, SourceOrigin user) {
    TypeElement superclass = superclass(type);
    if (superclass != null) {
      readFields(superclass, user);
    }
    boolean source = hasSource.test(type);
    boolean compiled = !source && user.hasSource();
    Set<String> silenced = Suppressed.of(type);
    for (VariableElement field : fields(type)) {
      SourceOrigin origin = SourceOrigin.of(field, source);
      List<Problem> found = new ArrayList<>();
      List<Annotation> written = annotations.allOf(origin);
      for (Annotation annotation : written) {
        if (annotation.qualifiedName().equals(PACKAGE + "Input")) {
          inputs.add(new InputReader(found).read(annotation, field.getSimpleName().toString()));
        }
      }
      Optional<FieldDeclaration> declared =
          new FieldReader(found, submodules, silenced).read(field, written, origin);
      if (declared.isPresent()) {
        fields.add(declared.get());
      }
      for (Problem problem : found) {
        problems.add(
            compiled
                ? problem.at(
                    Place.of(user), type.getSimpleName() + "." + field + ": " + problem.message())
                : problem);
      }
    }
  }

  /** The superclass, null for none but Object. */
  static @Nullable TypeElement superclass(TypeElement type) {
    return type.getSuperclass() instanceof DeclaredType parent
            && parent.getKind() != TypeKind.ERROR
            && parent.asElement() instanceof TypeElement superclass
            && !superclass.getQualifiedName().contentEquals("java.lang.Object")
        ? superclass
        : null;
  }

  private void checkNames() {
    Set<String> names = new HashSet<>();
    for (InputDeclaration input : inputs) {
      if (!names.add(input.name())) {
        problems.add(
            Problem.of(
                ProblemId.INPUT,
                Place.of(input.origin()),
                "there are two inputs " + input.name() + ": give each a name of its own"));
      }
    }
  }

  private ForwardDeclaration parse(Annotation annotation, TypeElement type) {
    List<String> text = new ArrayList<>();
    boolean inherits = false;
    for (AnnotationValue line : annotation.items("value")) {
      text.add(String.valueOf(line.getValue()));
      inherits |= text.get(text.size() - 1).contains("super(");
    }
    Set<String> names = new HashSet<>();
    for (InputDeclaration input : inputs) {
      names.add(input.name());
    }
    TypeElement superclass = inherits ? superclass(type) : null;
    return new ForwardDeclaration(
        Forward.parse(text, names),
        annotation.origin("value"),
        superclass == null
            ? Optional.empty()
            : Optional.of(
                new ModuleReader(hasSource, new ArrayList<>(), annotations).read(superclass)));
  }
}
