package io.github.shapecheck.processor;

import com.google.auto.service.AutoService;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What compilers call: each annotated model of a compilation takes the walk of {@link Check}. */
@AutoService(Processor.class)
public final class ShapeCheckProcessor extends AbstractProcessor {
  /** On what we write; claimed, since javac warns of annotations that no processor claims. */
  static final String GENERATED = "javax.annotation.processing.Generated";

  private final Function<Model, Trace> run;
  private @Nullable Rounds rounds;

  /** The processor that compilers create. */
  public ShapeCheckProcessor() {
    this(Interpreter::run);
  }

  /** A processor that runs models in another way, for tests and benchmarks. */
  public ShapeCheckProcessor(Function<Model, Trace> run) {
    this.run = run;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    rounds = new Rounds(environment, run);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("io.github.shapecheck.*", GENERATED);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.supported(processingEnv);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (rounds != null) {
      rounds.next(annotations, round);
    }
    return true;
  }
}
