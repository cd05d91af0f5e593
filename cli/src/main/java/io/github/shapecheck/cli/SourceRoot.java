package io.github.shapecheck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** The folder above a file's package, where the classes that it uses are sought. */
final class SourceRoot {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

  private SourceRoot() {}

  static @Nullable Path of(JavaFileObject source) throws IOException {
    if (source instanceof TextFile) {
      return null;
    }
    Matcher declared = PACKAGE.matcher(source.getCharContent(true));
    Path folder = Path.of(source.toUri()).getParent();
    int depth = declared.find() ? declared.group(1).split("\\.").length : 0;
    for (int i = 0; i < depth && folder != null; i++) {
      folder = folder.getParent();
    }
    return folder;
  }
}
