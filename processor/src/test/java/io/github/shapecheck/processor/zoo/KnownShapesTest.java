package io.github.shapecheck.processor.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.shapecheck.processor.compile.Sources;
import io.github.shapecheck.processor.read.python.Recorded;
import io.github.shapecheck.processor.run.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A model about which nothing is said has a known shape at every step. */
class KnownShapesTest {
  private static final Path EXAMPLES = Path.of("../example/src/main/java");

  @TestFactory
  Stream<DynamicTest> ofEveryModelWithoutAMessage() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (String folder : List.of("stubs", "good", "zoo", "bad")) {
      Sources.folder(folder).texts().forEach((path, text) -> sources.put(path, text));
    }
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.put(EXAMPLES.relativize(file).toString(), Files.readString(file));
      }
    }
    TracingProcessor processor = new TracingProcessor();
    var unused =
        Compiler.javac()
            .withOptions("-proc:only")
            .withProcessors(processor)
            .compile(
                sources.entrySet().stream()
                    .map(s -> JavaFileObjects.forSourceString(className(s.getKey()), s.getValue()))
                    .toList());
    assertEquals(Map.of(), processor.failures);
    Map<String, Trace> traces = new TreeMap<>(processor.traces);
    for (Recorded python : Recorded.all().toList()) {
      traces.put(python.file(), python.run());
    }
    traces.values().removeIf(trace -> !trace.problems().isEmpty());
    assertTrue(traces.size() > 300, traces.size() + " models");
    return traces.entrySet().stream()
        .map(
            t ->
                DynamicTest.dynamicTest(
                    t.getKey(), () -> assertEquals(List.of(), KnownShapes.lost(t.getValue()))));
  }

  private static String className(String path) {
    return path.replace(".java", "").replace('/', '.');
  }
}
