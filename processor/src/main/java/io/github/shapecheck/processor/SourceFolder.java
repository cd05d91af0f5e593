package io.github.shapecheck.processor;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The folder in which a class's Java source stands, as far as the compiler says so: javac does. */
final class SourceFolder {
  private SourceFolder() {}

  static @Nullable Path of(ProcessingEnvironment environment, TypeElement type) {
    try {
      TreePath path = Trees.instance(environment).getPath(type);
      URI file = path == null ? null : path.getCompilationUnit().getSourceFile().toUri();
      return file == null ? null : Path.of(file).getParent();
    } catch (IllegalArgumentException | FileSystemNotFoundException | LinkageError elsewhere) {
      return null; // another compiler, or a source in memory
    }
  }
}
