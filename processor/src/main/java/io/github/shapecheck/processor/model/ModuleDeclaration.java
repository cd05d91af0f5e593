package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An annotated class: a model where it has inputs, else a module that models use.
 *
 * @param name the simple name, with the enclosing classes in front
 * @param qualifiedName the name by which submodules refer to it
 * @param params what {@code @Params} says, absent where it has none
 * @param forward absent where the fields are applied in source order
 */
public record ModuleDeclaration(
    String name,
    String qualifiedName,
    List<InputDeclaration> inputs,
    List<FieldDeclaration> fields,
    Optional<KeywordArguments> params,
    Optional<ForwardDeclaration> forward,
    List<OutputDeclaration> outputs,
    Set<String> suppressed,
    Origin origin) {
  /** The field of a name, or null. */
  public @Nullable FieldDeclaration field(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst().orElse(null);
  }

  /** The same class with other inputs. */
  public ModuleDeclaration withInputs(List<InputDeclaration> others) {
    return new ModuleDeclaration(
        name, qualifiedName, others, fields, params, forward, outputs, suppressed, origin);
  }

  /** The same class with other fields. */
  public ModuleDeclaration withFields(List<FieldDeclaration> others) {
    return new ModuleDeclaration(
        name, qualifiedName, inputs, others, params, forward, outputs, suppressed, origin);
  }

  /** The same class with another forward pass. */
  public ModuleDeclaration withForward(ForwardDeclaration other) {
    return new ModuleDeclaration(
        name,
        qualifiedName,
        inputs,
        fields,
        params,
        Optional.of(other),
        outputs,
        suppressed,
        origin);
  }
}
