package io.github.shapecheck.processor;

import com.google.auto.service.AutoService;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.read.ModelReader;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.Trace;
import io.github.shapecheck.processor.solve.Fixes;
import io.github.shapecheck.processor.tell.Teller;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Checks the annotated models of a compilation: reads each, runs it on shapes, tells what is wrong,
 * writes its report.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({"io.github.shapecheck.*", "io.github.shapecheck.nn.*"})
@SupportedOptions({Options.LINT, Options.HTML, Options.LOCK, Options.LOCK_UPDATE})
public final class ShapeCheckProcessor extends AbstractProcessor {
  private final Set<String> compiled = new HashSet<>();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    round.getRootElements().forEach(root -> compiled.add(root.toString()));
    for (TypeElement type : annotatedTypes(annotations, round).values()) {
      check(type);
    }
    return false;
  }

  /** The walk: read, run, tell. */
  private void check(TypeElement type) {
    Teller teller =
        new Teller(
            processingEnv.getMessager(), new SourceLocator(type), Options.lint(processingEnv));
    try {
      Model model = new ModelReader(this::isCompiledNow).read(type);
      Trace trace = Interpreter.run(model);
      teller.tell(trace, new Fixes(trace)::of);
    } catch (RuntimeException | StackOverflowError bug) {
      teller.internal(type, bug);
    }
  }

  private static Map<String, TypeElement> annotatedTypes(
      Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Map<String, TypeElement> types = new LinkedHashMap<>();
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        Element owner = element;
        while (owner != null && !(owner instanceof TypeElement)) {
          owner = owner.getEnclosingElement();
        }
        if (owner instanceof TypeElement type) {
          types.putIfAbsent(type.getQualifiedName().toString(), type);
        }
      }
    }
    return types;
  }

  private boolean isCompiledNow(Element element) {
    Element outermost = element;
    while (outermost.getEnclosingElement() instanceof TypeElement
        || !(outermost instanceof TypeElement)) {
      outermost = outermost.getEnclosingElement();
    }
    return compiled.contains(outermost.toString());
  }
}
