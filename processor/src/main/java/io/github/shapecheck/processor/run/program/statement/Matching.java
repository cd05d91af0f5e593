package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Pattern;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.program.Flow;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.expression.Evaluator;
import io.github.shapecheck.processor.run.program.type.Comparing;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the case of a {@code match} statement that fits. */
final class Matching {
  private final Statements statements;
  private final Frame frame;
  private final Machine machine;
  private final Evaluator evaluator;

  Matching(Statements statements) {
    this.statements = statements;
    this.frame = statements.frame();
    this.machine = frame.machine();
    this.evaluator = new Evaluator(frame);
  }

  @Nullable Flow run(Statement.Match match) {
    return statements.block(taken(match));
  }

  /** The body of the first case that fits. */
  List<Statement> taken(Statement.Match match) {
    Value subject = evaluator.evaluate(match.subject());
    if (subject instanceof Value.Unknown) {
      throw new Lost(subject);
    }
    for (Statement.Match.Case each : match.cases()) {
      if (matches(each.pattern(), subject)
          && (each.guard() == null
              || machine.truth(frame, evaluator.evaluate(each.guard()), each.guard().span()))) {
        return each.body();
      }
    }
    return List.of();
  }

  private boolean matches(Pattern pattern, Value value) {
    if (pattern instanceof Pattern.Literal literal) {
      Value wanted = evaluator.evaluate(literal.value());
      return literal.value() instanceof Expression.Constant
          ? Comparing.isSame(wanted, value)
          : machine.areEqual(frame, value, wanted, literal.span());
    }
    if (pattern instanceof Pattern.Capture capture) {
      if (capture.pattern() != null && !matches(capture.pattern(), value)) {
        return false;
      }
      put(capture.name(), value);
      return true;
    }
    if (pattern instanceof Pattern.Sequence sequence) {
      List<Value> items = Comparing.sequence(value);
      return items != null && matches(sequence.items(), items);
    }
    if (pattern instanceof Pattern.Mapping mapping) {
      return value instanceof DictObject dict && matches(mapping, dict);
    }
    if (pattern instanceof Pattern.Instance instance) {
      return matches(instance, value);
    }
    return pattern instanceof Pattern.Either either
        && either.alternatives().stream().anyMatch(one -> matches(one, value));
  }

  private void put(@Nullable String name, Value value) {
    if (name != null) {
      frame.environment().put(name, value);
    }
  }

  private boolean matches(List<Pattern> patterns, List<Value> items) {
    int star = -1;
    for (int i = 0; i < patterns.size(); i++) {
      star = patterns.get(i) instanceof Pattern.Star ? i : star;
    }
    int rest = items.size() - patterns.size() + 1;
    if (star < 0 ? items.size() != patterns.size() : rest < 0) {
      return false;
    }
    int next = 0;
    for (Pattern pattern : patterns) {
      if (pattern instanceof Pattern.Star all) {
        put(all.name(), new ListObject(items.subList(next, next + rest)));
        next += rest;
      } else if (!matches(pattern, items.get(next++))) {
        return false;
      }
    }
    return true;
  }

  private boolean matches(Pattern.Mapping mapping, DictObject dict) {
    DictObject others = new DictObject();
    others.putAll(dict);
    for (Pattern.Mapping.Entry entry : mapping.entries()) {
      Value value = others.remove(evaluator.evaluate(entry.key()));
      if (value == null || !matches(entry.pattern(), value)) {
        return false;
      }
    }
    put(mapping.rest(), others);
    return true;
  }

  private boolean matches(Pattern.Instance pattern, Value value) {
    if (!(evaluator.evaluate(pattern.type()) instanceof ClassObject type)
        || !machine.type(value).isSubclassOf(type)) {
      return false;
    }
    List<Pattern> positional = pattern.positional();
    Value names = type.find("__match_args__");
    for (int i = 0; i < positional.size(); i++) {
      if (names instanceof Value.Sequence all && all.items().get(i) instanceof Value.Text name) {
        if (!matchesAttribute(name.value(), positional.get(i), value)) {
          return false;
        }
      } else if (positional.size() > 1 || !matches(positional.get(i), value)) {
        return false;
      }
    }
    return pattern.keywords().stream()
        .allMatch(keyword -> matchesAttribute(keyword.name(), keyword.pattern(), value));
  }

  private boolean matchesAttribute(String name, Pattern pattern, Value value) {
    Value attribute = machine.find(frame, value, name, pattern.span());
    return attribute != null && matches(pattern, attribute);
  }
}
