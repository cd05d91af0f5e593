package io.github.shapecheck.processor.diagnose.lint.unused;

import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.python.Substatements;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The variables that a piece of a forward pass reads, and the attributes that it names. */
public final class Mentions {
  private final Set<String> names = new HashSet<>();
  private final Set<String> attributes = new HashSet<>();

  /** What a forward pass reads, in its helper methods and its superclass's forward pass too. */
  public static Mentions of(ForwardDeclaration forward) {
    Mentions mentions = of(forward.program().statements());
    mentions.add(of(List.copyOf(forward.program().methods())));
    if (forward.superclass().isPresent()) {
      mentions.add(forward.superclass().get());
    }
    return mentions;
  }

  private void add(ModuleDeclaration superclass) {
    superclass
        .forward()
        .ifPresentOrElse(
            forward -> add(of(forward)),
            () -> superclass.fields().forEach(field -> names.add(field.name())));
  }

  private void add(Mentions others) {
    names.addAll(others.names);
    attributes.addAll(others.attributes);
  }

  /**
   * What statements read, the blocks in them included; a name that is only assigned is not read.
   */
  public static Mentions of(List<Statement> statements) {
    Mentions mentions = new Mentions();
    for (Statement statement : Substatements.of(statements)) {
      for (Expression read : Substatements.read(statement)) {
        mentions.add(read);
      }
    }
    return mentions;
  }

  Set<String> names() {
    return names;
  }

  Set<String> attributes() {
    return attributes;
  }

  private void add(Expression expression) {
    for (Expression part : Subexpressions.of(expression)) {
      if (part instanceof Expression.Name name) {
        names.add(name.id());
      } else if (part instanceof Expression.Attribute attribute) {
        attributes.add(attribute.name());
      }
    }
  }
}
