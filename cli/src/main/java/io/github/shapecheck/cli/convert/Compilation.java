package io.github.shapecheck.cli.convert;

import io.github.shapecheck.Input;
import io.github.shapecheck.processor.ShapeCheckProcessor;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What javac and the processor say to written classes.
 *
 * @param models the runs of the models among them
 * @param errors what stands in the way, "" for nothing
 */
public record Compilation(List<Trace> models, String errors) {

  /** Compiles classes, without a trace on the disk. */
  public static Compilation of(List<JavaFile> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("what is written is compiled once, which needs a JDK");
    }
    List<Trace> models = new ArrayList<>();
    StringWriter messages = new StringWriter();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            messages,
            null,
            null,
            List.of(
                "-proc:only",
                "-cp",
                annotations().toString(),
                "-Ashapecheck.report=false",
                "-Ashapecheck.lint=off"),
            null,
            files.stream().map(file -> new Written(file)).toList());
    task.setProcessors(
        List.of(
            new ShapeCheckProcessor(
                model -> {
                  Trace trace = Interpreter.run(model);
                  if (!model.root().inputs().isEmpty()) {
                    models.add(trace);
                  }
                  return trace;
                })));
    boolean fits = task.call();
    return new Compilation(models, fits ? "" : messages.toString());
  }

  private static Path annotations() {
    try {
      return Path.of(Input.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Written extends SimpleJavaFileObject {
    private final String text;

    Written(JavaFile file) {
      super(URI.create("written:///" + file.name() + ".java"), Kind.SOURCE);
      this.text = file.text("");
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
