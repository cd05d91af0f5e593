package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Statement.FunctionDef;
import io.github.shapecheck.processor.python.SyntaxError;
import io.github.shapecheck.processor.python.parser.expression.Context;
import io.github.shapecheck.processor.python.parser.statement.BlockParser;
import io.github.shapecheck.processor.python.parser.token.Dialect;
import io.github.shapecheck.processor.python.parser.token.Lexer;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the strings of {@code @Forward} into a {@link Program}. */
public final class Forward {

  private Forward() {}

  /**
   * Parses a forward pass; whatever the text, the answer is a program, with its syntax errors in
   * it.
   *
   * <p>The text is the body of {@code forward}, with or without its {@code def} line; further
   * {@code def}s may stand beside it.
   *
   * @param text the strings of {@code @Forward}, each of one or more lines
   * @param names what has a value beforehand: the inputs and the module's parameters; they help to
   *     tell a floor division {@code //} from a comment
   */
  public static Program parse(List<String> text, Set<String> names) {
    List<String> lines = Lines.of(text);
    List<Statement> layers = LayerNames.read(lines);
    if (layers != null) {
      return new Program(layers, List.of(), List.of(), List.of(), lines);
    }
    Context context = new Context(Dialect.FORWARD, lines, new HashSet<>(names));
    BlockParser blocks = new BlockParser(new Tokens(Lexer.lex(lines, Dialect.FORWARD)), context);
    List<Statement> statements = blocks.all();
    List<SyntaxError> errors = new ArrayList<>(blocks.errors());
    Optional<FunctionDef> main = main(statements);
    if (main.isEmpty()
        && !statements.isEmpty()
        && statements.stream().allMatch(Forward::isMethod)) {
      String hint = "call the one that is the forward pass so";
      errors.add(new SyntaxError("no def is called forward", hint, statements.get(0).span()));
    }
    List<Statement> body = new ArrayList<>();
    List<FunctionDef> methods = new ArrayList<>();
    for (Statement statement : statements) {
      if (main.isPresent() && statement == main.get()) {
        body.addAll(main.get().body());
      } else if (isMethod(statement)) {
        methods.add((FunctionDef) statement);
      } else {
        body.add(statement);
      }
    }
    List<Parameter> parameters =
        main.stream()
            .flatMap(def -> def.parameters().stream())
            .filter(parameter -> !isSelf(parameter))
            .toList();
    return new Program(body, errors, parameters, methods, lines);
  }

  /** The def of the forward pass itself: that called so, else one that stands alone. */
  private static Optional<FunctionDef> main(List<Statement> statements) {
    List<FunctionDef> defs = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement instanceof FunctionDef def) {
        if (def.name().equals("forward")) {
          return Optional.of(def);
        }
        defs.add(def);
      }
    }
    boolean alone = statements.size() == 1;
    boolean header = !defs.isEmpty() && defs.get(0).body().isEmpty();
    return defs.size() == 1 && statements.get(0) == defs.get(0) && (alone || header)
        ? Optional.of(defs.get(0))
        : Optional.empty();
  }

  private static boolean isMethod(Statement statement) {
    return statement instanceof FunctionDef def
        && (!def.decorators().isEmpty()
            || (!def.parameters().isEmpty() && isSelf(def.parameters().get(0))));
  }

  private static boolean isSelf(Parameter parameter) {
    return parameter.name().equals("self") || parameter.name().equals("this");
  }
}
