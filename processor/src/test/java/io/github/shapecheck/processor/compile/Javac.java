package io.github.shapecheck.processor.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The running JDK's javac, in this process. */
final class Javac implements Job.Work {

  @Override
  public List<CompilerMessage> run(Job.OnDisk job) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              files,
              collector,
              options(job),
              null,
              files.getJavaFileObjectsFromStrings(job.files()));
      task.setProcessors(List.of(processor(job.processor())));
      task.setLocale(Locale.ROOT);
      boolean unused = task.call();
    }
    List<CompilerMessage> messages = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : collector.getDiagnostics()) {
      if (diagnostic.getKind() != Diagnostic.Kind.NOTE) {
        messages.add(message(job, diagnostic));
      }
    }
    return messages;
  }

  private static List<String> options(Job.OnDisk job) {
    List<String> options = new ArrayList<>(job.options());
    options.addAll(List.of("--release", "17", "-Xmaxerrs", "0", "-Xmaxwarns", "0"));
    options.addAll(List.of("-classpath", job.classPath(), "-d", job.out().toString()));
    return options;
  }

  private static Processor processor(String name) {
    try {
      return (Processor) Class.forName(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompilerMessage message(
      Job.OnDisk job, Diagnostic<? extends JavaFileObject> diagnostic) throws IOException {
    CompilerMessage.Kind kind =
        diagnostic.getKind() == Diagnostic.Kind.ERROR
            ? CompilerMessage.Kind.ERROR
            : CompilerMessage.Kind.WARNING;
    // javac moves every line but the first two columns to the right.
    String text = diagnostic.getMessage(Locale.ROOT).replace("\n  ", "\n");
    if (diagnostic.getSource() == null) {
      return new CompilerMessage("", -1, -1, kind, text, "");
    }
    Path file = Path.of(diagnostic.getSource().toUri());
    String marked = "";
    if (diagnostic.getStartPosition() >= 0
        && diagnostic.getEndPosition() > diagnostic.getStartPosition()) {
      String source = Files.readString(file);
      marked =
          source.substring((int) diagnostic.getStartPosition(), (int) diagnostic.getEndPosition());
    }
    return new CompilerMessage(
        job.name(file),
        diagnostic.getLineNumber(),
        diagnostic.getColumnNumber(),
        kind,
        text,
        marked);
  }
}
