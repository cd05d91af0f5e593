package io.github.shapecheck.processor;

import io.github.shapecheck.processor.read.python.PythonModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Finds the Python files of a class: in the folders of the option, on the source path, on the class
 * path, then there in the class's package, at last beside its Java source.
 */
record PythonSources(ProcessingEnvironment environment, TypeElement type)
    implements PythonModels.Sources {
  @Override
  public Optional<String> read(String path) {
    for (String folder : Options.python(environment)) {
      Optional<String> text = text(folder, path);
      if (text.isPresent()) {
        return text;
      }
    }
    String own = environment.getElementUtils().getPackageOf(type).getQualifiedName().toString();
    return resource("", path).or(() -> resource(own, path)).or(() -> beside(path));
  }

  private Optional<String> resource(String packageName, String path) {
    for (StandardLocation location :
        List.of(
            StandardLocation.SOURCE_PATH,
            StandardLocation.CLASS_PATH,
            StandardLocation.CLASS_OUTPUT)) {
      try {
        CharSequence text =
            environment.getFiler().getResource(location, packageName, path).getCharContent(true);
        return Optional.of(text.toString());
      } catch (IOException | RuntimeException absent) {
        // not there, or no name for javac, which wraps what it throws: the next place may have it
      }
    }
    return Optional.empty();
  }

  private Optional<String> beside(String path) {
    Path folder = SourceFolder.of(environment, type);
    return folder == null ? Optional.empty() : text(folder.toString(), path);
  }

  private Optional<String> text(String folder, String path) {
    try {
      Path file = ProjectFolder.resolve(environment, folder).resolve(path);
      return Files.isRegularFile(file)
          ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }
}
