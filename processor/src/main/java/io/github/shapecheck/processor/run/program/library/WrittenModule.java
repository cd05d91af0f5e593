package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.BoundMethod;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.type.Comparing;
import io.github.shapecheck.processor.value.Value;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The module {@code shapecheck}: what modules that are written in Python here ask of Java. */
final class WrittenModule {
  static final Library LIBRARY = new Library("shapecheck", WrittenModule::member);

  private WrittenModule() {}

  private static @Nullable Value member(String name) {
    return switch (name) {
      case "operation" -> new Builtin(name, in -> in.operation(in.text(0), in.arguments().rest()));
      case "find" -> new Builtin(name, RegularExpressions::find);
      case "takes" -> new Builtin(name, in -> Comparing.bool(takes(in.object(0), in.text(1))));
      case "opaque" -> new Builtin(name, in -> new Opaque(in.text(0)));
      case "kind" -> new Builtin(name, in -> new Value.Text(in.object(0).kind()));
      case "refuse" ->
          new Builtin(
              name,
              in -> {
                ProblemId id = ProblemId.valueOf(in.text(1).toUpperCase(Locale.ROOT));
                throw in.error(in.text(0), id, in.text(2));
              });
      default -> null;
    };
  }

  /** Whether a function that a program defines has a parameter for a keyword. */
  private static boolean takes(Value callee, String keyword) {
    Value plain = callee instanceof BoundMethod bound ? bound.function() : callee;
    return plain instanceof FunctionObject function
        && function.code().parameters().stream()
            .anyMatch(p -> p.name().equals(keyword) || p.kind() == Parameter.Kind.VAR_KEYWORD);
  }
}
