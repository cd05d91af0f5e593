package io.github.shapecheck.processor.read.python;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.model.OutputDeclaration;
import io.github.shapecheck.processor.model.PythonDeclaration;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.parser.ModuleSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a Python class as a model. */
public final class PythonModels {
  private PythonModels() {}

  /** The Python files that may be read. */
  @FunctionalInterface
  public interface Sources {
    /** The text of a path with slashes, {@code nets/blocks.py}; empty where there is none. */
    Optional<String> read(String path);
  }

  /**
   * What is asked for.
   *
   * @param file the path of the file, for messages and for imports; empty for a text
   * @param text its source
   * @param name what the model is called
   * @param type the class, or a function that gives a module; empty for {@code name}, else the only
   *     module of the source
   * @param with the constructor's arguments as Python
   * @param call further arguments of {@code forward} that are no tensors
   */
  public record Request(
      String file,
      String text,
      String name,
      String type,
      String with,
      String call,
      List<InputDeclaration> inputs,
      List<OutputDeclaration> outputs,
      Set<String> suppressed,
      Origin origin) {}

  /** Reads the class and the files that it imports; what is wrong with it, running it tells. */
  public static Model read(Request request, Sources sources) {
    String path = request.file().isEmpty() ? "source.py" : request.file();
    PythonFile main =
        new PythonFile(
            moduleName(path),
            request.file().isEmpty() ? "python" : path,
            ModuleSource.parse(request.text()),
            request.origin());
    Map<String, PythonFile> files =
        new ImportedFiles(sources, request.origin(), request.with()).of(main);
    PythonDeclaration python =
        new PythonDeclaration(
            files,
            main,
            request.type().isEmpty() ? request.name() : request.type(),
            call(request.with()),
            call(request.call()));
    ModuleDeclaration root =
        new ModuleDeclaration(
            request.name(),
            request.name(),
            request.inputs(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            request.outputs(),
            request.suppressed(),
            request.origin());
    return new Model(root, Map.of(), List.of(), Optional.of(python));
  }

  private static Program call(String arguments) {
    return ModuleSource.parse("_(" + arguments.replace('\n', ' ') + ")");
  }

  /** {@code nets.blocks} for {@code nets/blocks.py}. */
  static String moduleName(String path) {
    String plain = path.endsWith(".py") ? path.substring(0, path.length() - 3) : path;
    plain = plain.endsWith("/__init__") ? plain.substring(0, plain.length() - 9) : plain;
    return plain.replace('/', '.');
  }
}
