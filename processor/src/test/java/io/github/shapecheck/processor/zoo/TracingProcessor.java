package io.github.shapecheck.processor.zoo;

import io.github.shapecheck.processor.read.ModelReader;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads and runs every model of a compilation and keeps the traces. */
@SupportedAnnotationTypes("*")
final class TracingProcessor extends AbstractProcessor {
  final Map<String, Trace> traces = new HashMap<>();
  final Map<String, Throwable> failures = new HashMap<>();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ModelReader reader = new ModelReader(element -> true, type -> path -> Optional.empty());
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      String name = type.getQualifiedName().toString();
      try {
        if (reader.isModel(type)) {
          traces.put(name, Interpreter.run(reader.read(type)));
        }
      } catch (RuntimeException | StackOverflowError | AssertionError failure) {
        failures.put(name, failure);
      }
    }
    return false;
  }
}
