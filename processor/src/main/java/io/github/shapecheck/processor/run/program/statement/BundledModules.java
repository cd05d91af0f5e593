package io.github.shapecheck.processor.run.program.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.parser.ModuleSource;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.Source;
import io.github.shapecheck.processor.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Modules of Python's own library as far as they are written in Python here too. */
final class BundledModules {
  private static final Map<String, Program> PROGRAMS = new ConcurrentHashMap<>();
  private final Map<String, Environment> read = new HashMap<>();

  /** What a module holds under a name; null for nothing. */
  @Nullable Value member(Frame frame, String module, String name) {
    Environment variables = read.get(module);
    if (variables == null) {
      variables = Environment.global();
      read.put(module, variables);
      Frame inside = Frame.of(frame.machine(), Source.LIBRARY, frame.module(), variables);
      try {
        new Executor(inside).block(PROGRAMS.computeIfAbsent(module, this::parsed).statements());
      } catch (Raised limit) {
        read.remove(module); // what ends at a limit is not read half
        throw limit;
      }
    }
    return variables.variables().get(name);
  }

  private Program parsed(String module) {
    try (InputStream in = BundledModules.class.getResourceAsStream(module + ".py")) {
      if (in == null) {
        throw new IllegalStateException(module + ".py is not on the class path");
      }
      return ModuleSource.parse(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
