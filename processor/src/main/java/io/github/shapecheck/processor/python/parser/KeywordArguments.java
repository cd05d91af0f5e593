package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The text of {@code with} or {@code @Params}, read as the arguments of a call.
 *
 * @param required names without a value
 * @param values names with one, in order
 * @param error what is wrong with the text, if anything
 */
public record KeywordArguments(
    String text, List<String> required, Map<String, Expression> values, Optional<String> error) {
  public static final KeywordArguments NONE =
      new KeywordArguments("", List.of(), Map.of(), Optional.empty());

  /** Reads a text such as {@code inplanes, planes, stride = 1}. */
  public static KeywordArguments of(String text) {
    if (text.isBlank()) {
      return NONE;
    }
    Program program = Forward.parse(List.of("_(" + text.replace('\n', ' ') + ")"), Set.of());
    if (!program.syntaxErrors().isEmpty()) {
      return failed(text, program.syntaxErrors().get(0).message());
    }
    if (program.statements().size() == 1
        && program.statements().get(0) instanceof Statement.ExpressionStatement statement
        && statement.value() instanceof Expression.Call call
        && call.callee() instanceof Expression.Name) {
      return of(text, call);
    }
    return failed(text, "it is not a list of names and values");
  }

  private static KeywordArguments of(String text, Expression.Call call) {
    List<String> required = new ArrayList<>();
    for (Expression positional : call.positional()) {
      if (!(positional instanceof Expression.Name name)) {
        return failed(text, "only names and name = value stand here");
      }
      required.add(name.id());
    }
    Map<String, Expression> values = new LinkedHashMap<>();
    for (Expression.KeywordArgument keyword : call.keywords()) {
      values.put(keyword.name(), keyword.value());
    }
    return new KeywordArguments(text, required, values, Optional.empty());
  }

  private static KeywordArguments failed(String text, String message) {
    return new KeywordArguments(text, List.of(), Map.of(), Optional.of(message));
  }

  /** Whether nothing is written. */
  public boolean isEmpty() {
    return this == NONE;
  }
}
