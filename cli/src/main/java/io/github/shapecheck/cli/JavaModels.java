package io.github.shapecheck.cli;

import io.github.shapecheck.Input;
import io.github.shapecheck.processor.ShapeCheckProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Checks annotated Java classes with javac and the processor, in this process. */
final class JavaModels {
  private static final Pattern JAVA =
      Pattern.compile(
          "(?m)^\\s*(?:(?:package|import)\\s[\\w .*]+;|[\\w ]*\\b(?:class|record)\\s+\\w+[^:\\n]*\\{)");

  private JavaModels() {}

  /** Whether a text is Java and not Python. */
  static boolean isJava(String text) {
    return JAVA.matcher(text).find();
  }

  /** Whether it is a folder with Java files in it. */
  static boolean isFolder(String file) throws IOException {
    return !in(Path.of(file)).isEmpty();
  }

  /** The Java files in a folder and in those in it, in order. */
  private static List<Path> in(Path folder) throws IOException {
    if (folder.toString().isEmpty() || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  static Verdict check(ReportOptions options, String stdin) throws IOException {
    refusePythonOptions(options);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new WrongUse(
          "Java files need a JDK; this is a JRE: " + System.getProperty("java.home"));
    }
    StringWriter messages = new StringWriter();
    Runs runs = new Runs(options.type);
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<JavaFileObject> sources = sources(options, files, stdin);
      MemoryFiles memory = new MemoryFiles(files);
      JavaCompiler.CompilationTask task =
          compiler.getTask(messages, memory, null, flags(options, sources), null, sources);
      task.setProcessors(List.of(new ShapeCheckProcessor(runs::run)));
      boolean fits = task.call();
      if (fits) {
        runs.requireSome();
      }
      return new Verdict(fits, messages.toString(), fits ? runs.reports() : List.of());
    }
  }

  private static void refusePythonOptions(ReportOptions options) {
    if (options.with != null || options.call != null || !options.inputs.isEmpty()) {
      throw new WrongUse(
          "--with, --input and --call are for Python; a Java class says so itself, with @Input");
    }
  }

  private static List<JavaFileObject> sources(
      ReportOptions options, StandardJavaFileManager files, String stdin) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String file : options.files) {
      if (file.equals("-")) {
        sources.add(new TextFile(stdin));
      } else if (isFolder(file)) {
        files.getJavaFileObjectsFromPaths(in(Path.of(file))).forEach(sources::add);
      } else if (!file.endsWith(".java")) {
        throw new WrongUse("one kind of files at a time: " + file + " is not a Java file");
      } else if (!Files.isRegularFile(Path.of(file))) {
        throw new WrongUse("there is no file " + file);
      } else {
        files.getJavaFileObjects(file).forEach(sources::add);
      }
    }
    return sources;
  }

  private static List<String> flags(ReportOptions options, List<JavaFileObject> sources)
      throws IOException {
    String path =
        annotations() + (options.classPath == null ? "" : File.pathSeparator + options.classPath);
    List<String> flags = new ArrayList<>(List.of("-proc:only", "-encoding", "UTF-8", "-cp", path));
    flags.add("-Ashapecheck.lint=" + options.lint);
    Path root = SourceRoot.of(sources.get(0));
    if (root != null) {
      flags.addAll(List.of("-sourcepath", root.toString(), "-implicit:none"));
    }
    return flags;
  }

  /** The jar or folder that this very program has its annotations from. */
  private static @Nullable Path annotations() {
    try {
      return Path.of(Input.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
