package io.github.shapecheck.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One compiler for several projects, as builds of several modules have it. */
class ProjectFolderTest {
  private static final String NET =
      """
      import io.github.shapecheck.*;
      import io.github.shapecheck.nn.*;
      @Input({16})
      class Net {
        @Linear(in = 16, out = 4) Object fc;
      }
      """;
  private static final String TORCH =
      """
      import io.github.shapecheck.*;
      @Input({16})
      @TorchModule(file = "net.py")
      class Torch {}
      """;
  private static final String PYTHON =
      """
      import torch.nn as nn
      class Torch(nn.Module):
          def __init__(self):
              super().__init__()
              self.fc = nn.Linear(16, 4)
          def forward(self, x):
              return self.fc(x)
      """;

  @TempDir Path root;

  @Test
  void lockedShapesLieInTheProject() throws Exception {
    Path project = project("a", "Net.java", NET);
    compile(project, "-Ashapecheck.lock=shapes", "-Ashapecheck.lock.update=true");
    assertTrue(Files.isRegularFile(project.resolve("shapes/Net.txt")));
    assertFalse(Files.exists(Path.of("shapes")));
    assertEquals("", compile(project, "-Ashapecheck.lock=shapes"));
  }

  @Test
  void pythonIsLookedForInTheProject() throws Exception {
    Path project = project("b", "Torch.java", TORCH);
    Files.createDirectories(project.resolve("python"));
    Files.writeString(project.resolve("python/net.py"), PYTHON);
    assertEquals("", compile(project, "-Ashapecheck.python=python"));
  }

  private Path project(String name, String file, String source) throws Exception {
    Path project = root.resolve(name);
    Files.createDirectories(project.resolve("target/classes"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Files.writeString(project.resolve(file), source);
    return project;
  }

  /** What the compiler says. */
  private static String compile(Path project, String... options) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> all = new java.util.ArrayList<>(List.of(options));
    all.addAll(List.of("-d", project.resolve("target/classes").toString()));
    all.addAll(List.of("-processor", ShapeCheckProcessor.class.getName()));
    StringWriter said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null);
        var sources = Files.newDirectoryStream(project, "*.java")) {
      compiler
          .getTask(
              said, files, null, all, null, files.getJavaFileObjects(sources.iterator().next()))
          .call();
    }
    return said.toString();
  }
}
