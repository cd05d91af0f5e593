package io.github.shapecheck.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.compile.Compilation;
import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.CompilerMessage;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bug of ours is one error on the model that shows it; the other models are checked. */
class ProcessorBugTest {
  private static final String SOURCE =
      """
      package p;

      import io.github.shapecheck.Input;
      import io.github.shapecheck.nn.Linear;

      @Input(5)
      class Unlucky {
        @Linear(in = 5, out = 2) Object fc;
      }

      @Input(5)
      class Endless {
        @Linear(in = 5, out = 2) Object fc;
      }

      @Input(5)
      class Wrong {
        @Linear(in = 6, out = 2) Object fc;
      }
      """;

  @ParameterizedTest
  @EnumSource
  void isReportedOnItsModelWhileOthersAreChecked(Compiler compiler) {
    Compilation run =
        compiler.compile(Job.of(Sources.of("p/Models.java", SOURCE)).withProcessor(Buggy.class));
    assertEquals(3, run.messages().size(), () -> run.messages().toString());
    CompilerMessage unlucky = at(run, 7);
    assertTrue(unlucky.text().startsWith("[internal] "), unlucky::text);
    assertTrue(unlucky.text().contains("bug of shapecheck"), unlucky::text);
    assertTrue(unlucky.text().contains("injected"), unlucky::text);
    assertTrue(at(run, 12).text().startsWith("[internal] "));
    assertTrue(at(run, 18).text().startsWith("[linear-in] fc expects 6"));
  }

  private static CompilerMessage at(Compilation run, long line) {
    return run.errors().stream().filter(m -> m.line() == line).findFirst().orElseThrow();
  }

  /** The processor with a fault that some models show. */
  public static final class Buggy extends AbstractProcessor {
    private final ShapeCheckProcessor processor = new ShapeCheckProcessor(Buggy::run);

    private static Trace run(Model model) {
      if (model.root().name().contains("Unlucky")) {
        throw new IllegalStateException("injected");
      }
      return model.root().name().contains("Endless") ? run(model) : Interpreter.run(model);
    }

    @Override
    public void init(ProcessingEnvironment environment) {
      super.init(environment);
      processor.init(environment);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }
  }
}
