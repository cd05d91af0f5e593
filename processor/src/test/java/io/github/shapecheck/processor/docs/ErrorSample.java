package io.github.shapecheck.processor.docs;

import io.github.shapecheck.processor.compile.Compilation;
import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.CompilerMessage;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sample of a problem: a comment that says why and how to repair, and a source that makes the
 * problem.
 *
 * @param id the problem's id, the file's name
 */
record ErrorSample(String id, String why, String repair, String source) {
  static ErrorSample read(Path file) throws IOException {
    String text = Files.readString(file);
    int end = text.indexOf("*/");
    String comment = text.substring(text.indexOf("/*") + 2, end).strip();
    int repair = comment.indexOf("Repair:");
    if (!comment.startsWith("Why:") || repair < 0) {
      throw new IllegalArgumentException(file + " says not why, or not how to repair");
    }
    String name = file.getFileName().toString();
    return new ErrorSample(
        name.substring(0, name.length() - ".java".length()),
        comment.substring("Why:".length(), repair).strip(),
        comment.substring(repair + "Repair:".length()).strip(),
        text.substring(end + 2).strip() + "\n");
  }

  /** What the compiler says of the source. */
  List<CompilerMessage> messages() {
    Compilation compilation =
        Compiler.JAVAC.compile(
            Job.of(Sources.of("Model.java", source)).withOptions("-proc:only", "-Xlint:-options"));
    return compilation.messages();
  }

  /** The section of the page, with the message as javac prints it. */
  String section(CompilerMessage message) {
    return "## ["
        + id
        + "]\n\n"
        + why
        + "\n\n```java\n"
        + code()
        + "```\n\n```\n"
        + printed(message)
        + "\n```\n\n"
        + repair
        + "\n";
  }

  /** The source without its imports. */
  private String code() {
    return source
            .lines()
            .filter(line -> !line.startsWith("import "))
            .collect(Collectors.joining("\n"))
            .strip()
        + "\n";
  }

  private String printed(CompilerMessage message) {
    String kind = message.kind() == CompilerMessage.Kind.ERROR ? "error: " : "warning: ";
    String line = source.lines().toList().get((int) message.line() - 1);
    String caret = " ".repeat((int) message.column() - 1) + "^";
    String rest =
        message.lines().stream().skip(1).map(text -> "\n  " + text).collect(Collectors.joining());
    int shown =
        (int)
            (message.line()
                - source
                    .lines()
                    .takeWhile(text -> text.startsWith("import ") || text.isEmpty())
                    .count());
    return "Model.java:"
        + shown
        + ": "
        + kind
        + message.firstLine()
        + "\n"
        + line
        + "\n"
        + caret
        + rest;
  }
}
