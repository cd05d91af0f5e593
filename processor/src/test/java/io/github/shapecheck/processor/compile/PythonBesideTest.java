package io.github.shapecheck.processor.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.ShapeCheckProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Python file that stands beside the Java class that it is the model of. */
class PythonBesideTest {
  @TempDir Path folder;

  @Test
  void aFileBesideTheSourceIsFound() throws IOException {
    write("com/acme/net.py", "from .parts import Last\n\nclass Net(Last):\n    pass\n");
    write(
        "com/acme/parts.py",
        """
        from torch import nn

        class Last(nn.Module):
            def __init__(self):
                super().__init__()
                self.fc = nn.Linear(8, 3)

            def forward(self, x):
                return self.fc(x)
        """);
    String messages = compile(7);
    assertTrue(messages.contains("[linear-in] fc expects 8 features but receives 7"), messages);
    assertEquals("", compile(8));
  }

  @Test
  void whatIsNowhereIsToldWithThePlaces() throws IOException {
    String messages = compile(8);
    assertTrue(messages.contains("there is no file net.py"), messages);
    assertTrue(messages.contains("or beside this source"), messages);
    assertFalse(messages.contains("Exception"), messages);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String compile(int features) throws IOException {
    write(
        "com/acme/Net.java",
        """
        package com.acme;
        import io.github.shapecheck.*;
        @Input(%d)
        @TorchModule(file = "net.py")
        class Net {}
        """
            .formatted(features));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              messages,
              files,
              null,
              List.of("-proc:only", "-Ashapecheck.report=false"),
              null,
              files.getJavaFileObjects(folder.resolve("com/acme/Net.java")));
      task.setProcessors(List.of(new ShapeCheckProcessor()));
      task.call();
    }
    return messages.toString();
  }
}
