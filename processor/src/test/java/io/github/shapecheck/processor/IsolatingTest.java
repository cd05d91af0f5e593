package io.github.shapecheck.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.github.shapecheck.processor.compile.Compilation;
import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/**
 * Gradle may recompile a model alone: every written file comes from exactly one element, as the
 * declaration in META-INF/gradle says.
 */
class IsolatingTest {
  private static final List<String> WRITTEN = new ArrayList<>();

  @Test
  void everyFileHasOneOrigin() {
    WRITTEN.clear();
    Job job = Job.of(Sources.folder("stubs").and(Sources.folder("good")));
    Compiler.JAVAC.compile(job.withProcessor(Watched.class));
    assertEquals(List.of(), WRITTEN.stream().filter(w -> !w.endsWith(" from 1")).toList());
    assertEquals(true, WRITTEN.contains("createSourceFile from 1"), WRITTEN::toString);
  }

  @Test
  void thePageOfAllModelsComesFromAllOfThem() {
    WRITTEN.clear();
    Job job = Job.of(Sources.folder("stubs").and(Sources.folder("good")));
    Compilation run =
        Compiler.JAVAC.compile(
            job.withProcessor(Watched.class).withOptions("-Ashapecheck.html=true"));
    long pages = WRITTEN.stream().filter("createResource from 1"::equals).count();
    assertEquals(true, WRITTEN.contains("createResource from " + pages), WRITTEN::toString);
    String index = run.text("shapecheck.html");
    assertEquals(pages, index.split("class=\"model\"", -1).length - 1);
    Matcher link = Pattern.compile("class=\"model\" href=\"([^\"]*)\"").matcher(index);
    while (link.find()) {
      assertNotEquals("", run.text(link.group(1)), link.group(1));
    }
  }

  @Test
  void gradleIsTold() throws Exception {
    String file = "META-INF/gradle/incremental.annotation.processors";
    try (InputStream in = ShapeCheckProcessor.class.getClassLoader().getResourceAsStream(file)) {
      assertNotNull(in);
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(ShapeCheckProcessor.class.getName() + ",dynamic", text.strip());
    }
  }

  /** The processor with a filer that counts originating elements. */
  public static final class Watched extends AbstractProcessor {
    private final ShapeCheckProcessor processor = new ShapeCheckProcessor();

    @Override
    public void init(ProcessingEnvironment environment) {
      super.init(environment);
      Filer filer = watched(Filer.class, environment.getFiler(), null);
      processor.init(watched(ProcessingEnvironment.class, environment, filer));
    }

    private static <T> T watched(Class<T> type, T real, Filer filer) {
      Object proxy =
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (self, method, arguments) -> {
                if (method.getName().equals("getFiler")) {
                  return filer;
                }
                if (method.getName().startsWith("create")) {
                  Element[] origins = (Element[]) arguments[arguments.length - 1];
                  WRITTEN.add(
                      method.getName() + " from " + Set.copyOf(Arrays.asList(origins)).size());
                }
                try {
                  return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
      return type.cast(proxy);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public Set<String> getSupportedOptions() {
      return processor.getSupportedOptions();
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
