package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.forward.Expression;
import io.github.shapecheck.processor.forward.Forward;
import io.github.shapecheck.processor.forward.Program;
import io.github.shapecheck.processor.forward.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The text of {@code with} and {@code @Params}, read as the arguments of a call.
 *
 * @param required names without a value
 * @param values names with one, in order
 * @param error what is wrong with the text, if anything
 */
record KeywordText(List<String> required, Map<String, Expression> values, Optional<String> error) {
  /** Reads a text such as {@code inplanes, planes, stride = 1}. */
  static KeywordText of(String text) {
    Program program = Forward.parse(List.of("_(" + text.replace('\n', ' ') + ")"), Set.of());
    if (!program.syntaxErrors().isEmpty()) {
      return failed(program.syntaxErrors().get(0).message());
    }
    if (program.statements().size() == 1
        && program.statements().get(0) instanceof Statement.ExpressionStatement statement
        && statement.value() instanceof Expression.Call call
        && call.callee() instanceof Expression.Name) {
      return of(call);
    }
    return failed("it is not a list of names and values");
  }

  private static KeywordText of(Expression.Call call) {
    List<String> required = new java.util.ArrayList<>();
    for (Expression positional : call.positional()) {
      if (!(positional instanceof Expression.Name name)) {
        return failed("only names and name = value stand here");
      }
      required.add(name.id());
    }
    Map<String, Expression> values = new LinkedHashMap<>();
    for (Expression.KeywordArgument keyword : call.keywords()) {
      values.put(keyword.name(), keyword.value());
    }
    return new KeywordText(required, values, Optional.empty());
  }

  private static KeywordText failed(String message) {
    return new KeywordText(List.of(), Map.of(), Optional.of(message));
  }
}
