package io.github.shapecheck.processor;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.read.ModelReader;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.tell.Teller;
import io.github.shapecheck.processor.write.EarlierBuild;
import io.github.shapecheck.processor.write.Generated;
import io.github.shapecheck.processor.write.IndexFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the models of each round; one that names what is still to be generated waits for it. */
final class Rounds {
  private final ProcessingEnvironment environment;
  private final Function<Model, Trace> run;
  private final Set<String> compiled = new HashSet<>();
  private final Check.Results results;
  private Set<String> deferred = Set.of();
  private int checked;

  Rounds(ProcessingEnvironment environment, Function<Model, Trace> run) {
    this.environment = environment;
    this.run = run;
    this.results = new Check.Results(new HashSet<>(), new IndexFile(), new Generated(environment));
  }

  /** Checks the models of a round. */
  void next(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (compiled.isEmpty()) {
      EarlierBuild.remove(environment, round.getRootElements());
      for (String mistake : Options.mistakes(environment)) {
        Teller.warn(environment, mistake);
      }
    }
    for (Element root : round.getRootElements()) {
      compiled.add(root.toString());
    }
    ModelReader reader =
        new ModelReader(this::isCompiledNow, type -> new PythonSources(environment, type));
    Check check = new Check(environment, run, reader, results);
    List<TypeElement> models = new ArrayList<>();
    List<TypeElement> modules = new ArrayList<>();
    Set<String> waiting = new LinkedHashSet<>();
    for (TypeElement type : annotatedTypes(annotations, round)) {
      if (!round.processingOver() && reader.waitsForAnotherRound(type)) {
        waiting.add(type.getQualifiedName().toString());
      } else {
        check.guarded(type, teller -> (reader.isModel(type) ? models : modules).add(type));
      }
    }
    deferred = waiting;
    Set<String> used = new HashSet<>();
    for (TypeElement model : models) {
      check.model(model, used);
    }
    for (TypeElement module : modules) {
      check.guarded(module, teller -> reader.addUses(module, used));
    }
    for (TypeElement module : modules) {
      check.module(module, used);
    }
    checked += models.size();
    if (round.processingOver()) {
      Optional<String> unwritten = results.index().write(environment.getFiler());
      if (unwritten.isPresent()) {
        Teller.warnOfReport(environment, unwritten.get());
      }
      if (Options.verbose(environment)) {
        Teller.note(environment, checked);
      }
    }
  }

  /**
   * The classes with annotations of ours: those that had to wait, then the others in source order.
   */
  private Collection<TypeElement> annotatedTypes(
      Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<TypeElement> types = new LinkedHashSet<>();
    for (String name : deferred) {
      TypeElement type = environment.getElementUtils().getTypeElement(name);
      if (type != null) {
        types.add(type);
      }
    }
    List<TypeElement> ours = new ArrayList<>();
    for (TypeElement annotation : annotations) {
      if (!annotation.getQualifiedName().contentEquals(ShapeCheckProcessor.GENERATED)) {
        ours.add(annotation);
      }
    }
    Set<Element> annotated = new LinkedHashSet<>();
    for (Element element : round.getElementsAnnotatedWithAny(ours.toArray(new TypeElement[0]))) {
      annotated.add(element instanceof TypeElement ? element : element.getEnclosingElement());
    }
    for (TypeElement root : ElementFilter.typesIn(round.getRootElements())) {
      addInOrder(root, annotated, types);
    }
    types.addAll(ElementFilter.typesIn(annotated)); // local classes, which no class encloses
    List<TypeElement> named = new ArrayList<>();
    for (TypeElement type : types) {
      if (isNamed(type)) {
        named.add(type);
      }
    }
    return named;
  }

  /** Whether a class and what is around it have the names that they need; else the compiler tells. */
  private static boolean isNamed(Element element) {
    if (element instanceof PackageElement around) {
      return around.isUnnamed() || SourceVersion.isName(around.getQualifiedName());
    }
    boolean isType = element instanceof TypeElement;
    Element owner = element.getEnclosingElement();
    // Not the qualified name: Eclipse's compiler takes a $ in it for a dot.
    return (!isType || SourceVersion.isIdentifier(element.getSimpleName()))
        && owner != null
        && isNamed(owner);
  }

  private static void addInOrder(TypeElement type, Set<Element> annotated, Set<TypeElement> types) {
    if (annotated.contains(type)) {
      types.add(type);
    }
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      addInOrder(nested, annotated, types);
    }
  }

  private boolean isCompiledNow(Element element) {
    Element outermost = element;
    for (Element owner = element;
        owner != null && !(owner instanceof PackageElement);
        owner = owner.getEnclosingElement()) {
      outermost = owner;
    }
    return compiled.contains(outermost.toString());
  }
}
