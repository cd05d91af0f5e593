package io.github.shapecheck.processor.python;

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
    String name, List<Parameter> parameters, List<Statement> body, Names names, boolean generator) {

  /**
   * What a function says of its names.
   *
   * @param local those that it assigns; they are never looked for outside
   */
  public record Names(Set<String> local, Set<String> global, Set<String> nonlocal) {
    public static final Names NONE = new Names(Set.of(), Set.of(), Set.of());
  }

  /** The code of a body of statements with parameters. */
  public static Code of(String name, List<Parameter> parameters, List<Statement> body) {
    Bindings bindings = new Bindings();
    body.forEach(bindings::visit);
    Set<String> local = new HashSet<>(bindings.assigned());
    parameters.forEach(parameter -> local.add(parameter.name()));
    local.removeAll(bindings.global());
    local.removeAll(bindings.nonlocal());
    Names names = new Names(local, bindings.global(), bindings.nonlocal());
    return new Code(name, parameters, body, names, bindings.yields());
  }
}
