package io.github.shapecheck.processor.compile;

import java.util.List;
import java.util.Map;

/**
 * What a compiler said and wrote.
 *
 * @param messages errors and warnings, in the compiler's order
 * @param output every file that was written (classes, generated sources, pages) by its path
 */
public record Compilation(List<CompilerMessage> messages, Map<String, byte[]> output) {

  public List<CompilerMessage> errors() {
    return messages.stream().filter(m -> m.kind() == CompilerMessage.Kind.ERROR).toList();
  }

  public List<CompilerMessage> in(String file) {
    return messages.stream().filter(m -> m.file().equals(file)).toList();
  }

  /** The text of a written file, "" when there is none. */
  public String text(String path) {
    return new String(
        output.getOrDefault(path, new byte[0]), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Loads the compiled classes beside those of the tests. */
  public ClassLoader loader() {
    return new ClassLoader(Compilation.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = output.get(name.replace('.', '/') + ".class");
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }
}
