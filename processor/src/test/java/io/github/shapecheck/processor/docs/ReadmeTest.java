package io.github.shapecheck.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.compile.Compilation;
import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README shows is what is really printed: its first block is compiled, its second is what
 * javac says, its third the report of the repaired model, another what a budget says. {@code
 * -Dgolden=rewrite} rewrites them.
 */
class ReadmeTest {
  private static final String FENCE = "```";

  @Test
  void showsWhatIsPrinted(@TempDir Path folder) throws Exception {
    Path file = root().resolve("README.md");
    String readme = Files.readString(file);
    String[] parts = readme.split(FENCE, -1);
    String model = parts[1].substring("java\n".length());
    parts[3] = "\n" + said(model, folder).stripTrailing() + "\n";
    parts[5] = "\n" + report(model.replace("20 * 9 * 9", "20 * 10 * 10")).stripTrailing() + "\n";
    String budget = "@Budget(params = 1_000_000)\nclass ConvNet";
    String over = model.replace("20 * 9 * 9", "20 * 10 * 10").replace("class ConvNet", budget);
    for (int i = 7; i < parts.length; i += 2) {
      boolean isBudget = parts[i].contains("[budget]");
      parts[i] = isBudget ? "\n" + said(over, folder).stripTrailing() + "\n" : parts[i];
    }
    String text = String.join(FENCE, parts);
    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.writeString(file, text);
    }
    assertEquals(text, Files.readString(file));
  }

  private static String said(String model, Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("ConvNet.java"), model);
    StringWriter said = new StringWriter();
    PrintWriter printer = new PrintWriter(said);
    List<String> arguments =
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "-processor",
            Job.SHAPECHECK,
            "-d",
            folder.toString(),
            source.toString());
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    javac.run(printer, printer, arguments.toArray(new String[0]));
    return said.toString().replace(source.toString(), "ConvNet.java").replace("\r\n", "\n");
  }

  private static String report(String model) throws ReflectiveOperationException {
    Compilation run = Compiler.JAVAC.compile(Job.of(Sources.of("ConvNet.java", model)));
    assertEquals(List.of(), run.messages());
    var report = run.loader().loadClass("ConvNetShapeReport").getDeclaredMethod("report");
    report.setAccessible(true);
    return report.invoke(null).toString();
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("docs")) ? here : here.getParent();
  }
}
