package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.Program;
import java.util.Optional;

/**
 * The forward pass as the user wrote it, parsed.
 *
 * @param superclass the class whose forward pass {@code super().forward(x)} is, where the text asks
 */
public record ForwardDeclaration(
    Program program, Origin origin, Optional<ModuleDeclaration> superclass) {

  /** A forward pass that asks for no superclass. */
  public ForwardDeclaration(Program program, Origin origin) {
    this(program, origin, Optional.empty());
  }
}
