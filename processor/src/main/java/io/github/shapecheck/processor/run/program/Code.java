package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of a function before it is called.
 *
 * @param names which of its names are its own
 * @param generator whether it yields
 */
public record Code(
    String name,
    List<Parameter> parameters,
    List<Statement> body,
    Environment.Names names,
    boolean generator) {

  static Code of(Statement.FunctionDef definition) {
    return of(definition.name(), definition.parameters(), definition.body());
  }

  static Code of(Expression.Lambda lambda) {
    Statement body = new Statement.Return(lambda.body(), lambda.body().span());
    return of("<lambda>", lambda.parameters(), List.of(body));
  }

  /** A body of statements with parameters. */
  static Code of(String name, List<Parameter> parameters, List<Statement> body) {
    Bindings bindings = new Bindings();
    body.forEach(bindings::visit);
    Set<String> local = new HashSet<>(bindings.assigned());
    parameters.forEach(parameter -> local.add(parameter.name()));
    local.removeAll(bindings.global());
    local.removeAll(bindings.nonlocal());
    return new Code(
        name,
        parameters,
        body,
        new Environment.Names(local, bindings.global(), bindings.nonlocal()),
        bindings.yields());
  }
}
