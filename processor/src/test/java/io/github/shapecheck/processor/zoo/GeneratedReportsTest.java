package io.github.shapecheck.processor.zoo;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.shapecheck.processor.ShapeCheckProcessor;
import io.github.shapecheck.processor.describe.Description;
import io.github.shapecheck.processor.diagnose.rerun.AcceptedSizes;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.report.ShapeReport;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The generated class of every network of the zoo and of the example gives the report whole. */
class GeneratedReportsTest {
  private static final Path EXAMPLE = Path.of("../example/src/main/java");

  @Test
  void theGeneratedClassLosesNothing() throws Exception {
    Map<String, Trace> traces = new HashMap<>();
    ShapeCheckProcessor processor =
        new ShapeCheckProcessor(
            model -> {
              Trace trace = Interpreter.run(model);
              traces.put(model.root().qualifiedName(), trace);
              return trace;
            });
    Compilation compilation =
        Compiler.javac()
            .withOptions("-Xmaxwarns", "1")
            .withProcessors(processor)
            .compile(sources());
    assertThat(compilation.errors()).isEmpty();
    Map<String, byte[]> classes = classes(compilation);
    ClassLoader loader = new Classes(classes);
    int compared = 0;
    for (Map.Entry<String, Trace> entry : traces.entrySet()) {
      String name = entry.getKey();
      if (!classes.containsKey(name.replace('.', '/') + "ShapeReport.class")) {
        continue; // a module
      }
      Trace trace = entry.getValue();
      ShapeReport expected = Description.of(trace, name, AcceptedSizes.of(trace));
      var method = loader.loadClass(name + "ShapeReport").getDeclaredMethod("report");
      method.setAccessible(true);
      ShapeReport actual = (ShapeReport) method.invoke(null);
      assertEquals(expected.inputs(), actual.inputs(), name);
      for (int i = 0; i < Math.min(expected.steps().size(), actual.steps().size()); i++) {
        assertEquals(expected.steps().get(i), actual.steps().get(i), name);
      }
      assertEquals(expected, actual);
      assertEquals(expected.toJson(), actual.toJson());
      compared++;
    }
    assertTrue(compared > 200, compared + " reports");
  }

  private static List<JavaFileObject> sources() throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (ZooEntry net : ZooEntry.all()) {
      sources.add(JavaFileObjects.forSourceString(net.className(), net.source()));
    }
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        if (!file.endsWith("Main.java")) {
          sources.add(resource(file));
        }
      }
    }
    return sources;
  }

  private static JavaFileObject resource(Path file) throws MalformedURLException {
    return JavaFileObjects.forResource(file.toUri().toURL());
  }

  private static Map<String, byte[]> classes(Compilation compilation) throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        try (InputStream in = file.openInputStream()) {
          classes.put(file.getName().replaceFirst("^/CLASS_OUTPUT/", ""), in.readAllBytes());
        }
      }
    }
    return classes;
  }

  private static final class Classes extends ClassLoader {
    private final Map<String, byte[]> classes;

    Classes(Map<String, byte[]> classes) {
      super(GeneratedReportsTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name.replace('.', '/') + ".class");
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
