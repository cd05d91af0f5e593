package io.github.shapecheck.processor.fuzz;

import io.github.shapecheck.Input;
import io.github.shapecheck.processor.ShapeCheckProcessor;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** A compiler in this process that keeps its class path open and writes to nowhere. */
final class WarmCompiler implements AutoCloseable {
  private final JavaCompiler compiler;
  private final Nowhere files;
  private final Path folder;
  private final List<Trace> runs = new ArrayList<>();

  private WarmCompiler(JavaCompiler compiler) {
    this.compiler = compiler;
    this.files =
        new Nowhere(compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));
    try {
      folder = Files.createTempDirectory("fuzz");
      files.setClassPath(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static WarmCompiler javac() {
    return new WarmCompiler(ToolProvider.getSystemJavaCompiler());
  }

  static WarmCompiler eclipse() {
    return new WarmCompiler(new EclipseCompiler());
  }

  /** What the compiler says of a source, with shapecheck. */
  List<String> messages(String path, String source, List<String> options) {
    return messages(List.of(Map.entry(path, source)), options);
  }

  /** What the compiler says of several sources in this order. */
  List<String> messages(List<Map.Entry<String, String>> sources, List<String> options) {
    files.written.clear();
    runs.clear();
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            Writer.nullWriter(),
            files,
            collector,
            options,
            null,
            sources.stream().map(s -> source(s.getKey(), s.getValue())).toList());
    task.setProcessors(List.of(new ShapeCheckProcessor(this::run)));
    task.setLocale(Locale.ROOT);
    boolean unused = task.call();
    List<String> messages = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : collector.getDiagnostics()) {
      messages.add(diagnostic.getMessage(Locale.ROOT));
    }
    return messages;
  }

  private Trace run(Model model) {
    Trace trace = Interpreter.run(model);
    runs.add(trace);
    return trace;
  }

  /** What shapecheck ran in the last compilation. */
  List<Trace> runs() {
    return runs;
  }

  /** Eclipse's compiler wants a file that there is. */
  private JavaFileObject source(String path, String text) {
    if (!isEclipse()) {
      return new Text(path, text);
    }
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return new Text(file.toUri(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sources and pages that the last compilation wrote. */
  List<String> written() {
    return files.written.stream().map(file -> file.getCharContent(true).toString()).toList();
  }

  boolean isEclipse() {
    return compiler instanceof EclipseCompiler;
  }

  @Override
  public void close() throws IOException {
    files.close();
    try (Stream<Path> left = Files.walk(folder)) {
      for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String path, String text) {
      this(URI.create("string:///" + path), text);
    }

    Text(URI place, String text) {
      super(place, Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** A file that keeps what is written for those who read it. */
  private static final class Written extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Written(String name, Kind kind) {
      super(address(name), kind);
    }

    /** A class may be called by what no address takes as it is. */
    private static URI address(String name) {
      try {
        return new URI("string", null, "/" + name, null);
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException(e);
      }
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private static final class Nowhere extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final List<Written> written = new ArrayList<>();

    Nowhere(StandardJavaFileManager files) {
      super(files);
    }

    void setClassPath(Path folder) throws IOException {
      try {
        File annotations =
            new File(Input.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        fileManager.setLocation(StandardLocation.CLASS_PATH, List.of(annotations));
        fileManager.setLocation(StandardLocation.CLASS_OUTPUT, List.of(folder.toFile()));
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      Written file = new Written(className.replace('.', '/') + kind.extension, kind);
      if (kind == JavaFileObject.Kind.SOURCE) {
        written.add(file);
      }
      return file;
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String packageName, String relativeName, FileObject sibling) {
      Written file = new Written(relativeName, JavaFileObject.Kind.OTHER);
      written.add(file);
      return file;
    }

    @Override
    public FileObject getFileForInput(Location location, String packageName, String relativeName)
        throws IOException {
      return location == StandardLocation.CLASS_OUTPUT
          ? null
          : super.getFileForInput(location, packageName, relativeName);
    }
  }
}
