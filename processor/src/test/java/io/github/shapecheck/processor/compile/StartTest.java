package io.github.shapecheck.processor.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build with one model loads, as loading and linking is most of what it costs. */
class StartTest {
  /** Of ours, lambdas included; a fresh javac loads some 2,400 of its own. */
  private static final int AT_MOST = 480;

  /** What one use links for tens of milliseconds: records' own equals, annotations as proxies. */
  private static final List<String> DEAR =
      List.of("java.lang.runtime.ObjectMethods", "java.lang.reflect.ProxyGenerator");

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private static final String SOURCE =
      """
      import io.github.shapecheck.*;
      import io.github.shapecheck.nn.*;

      @Input({1, 28, 28})
      @Forward({"conv1", "relu1", "pool", "conv2", "flatten", "fc1", "relu2", "fc2"})
      public class Net {
        @Conv2d(in = 1, out = 10, k = 5) Object conv1;
        @ReLU Object relu1;
        @MaxPool2d(k = 2, s = 2) Object pool;
        @Conv2d(in = 10, out = 20, k = 3) Object conv2;
        @Flatten Object flatten;
        @Linear(in = 20 * 10 * 10, out = 500) Object fc1;
        @ReLU Object relu2;
        @Linear(in = 500, out = 10) Object fc2;
      }
      """;

  @TempDir Path folder;

  @Test
  void littleIsLoaded() throws Exception {
    Sources.of("Net.java", SOURCE).writeTo(folder);
    Collection<String> plain = loaded("-proc:none");
    Collection<String> checked = loaded("-processorpath", CLASS_PATH);
    assertTrue(Files.exists(folder.resolve("NetShapeReport.class")));
    long ours = checked.stream().filter(name -> name.startsWith("io.github.shapecheck")).count();
    assertTrue(ours > 100 && ours < AT_MOST, () -> ours + " classes of ours");
    checked.removeAll(plain);
    assertEquals(List.of(), DEAR.stream().filter(checked::contains).toList());
  }

  /** The names of all classes that a javac in a process of its own loads. */
  private Collection<String> loaded(String... options) throws IOException, InterruptedException {
    Path log = folder.resolve("loaded.txt");
    Path said = folder.resolve("said.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.add("-J-Xlog:class+load:file=" + log);
    command.addAll(List.of("-cp", CLASS_PATH));
    command.addAll(List.of(options));
    command.addAll(List.of("-d", folder.toString(), folder.resolve("Net.java").toString()));
    Process javac =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    int failed = javac.waitFor();
    assertEquals(0, failed, Files.readString(said));
    try (var lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains(" source: "))
          .map(line -> line.replaceAll(".*\\] (\\S+) source: .*", "$1"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
