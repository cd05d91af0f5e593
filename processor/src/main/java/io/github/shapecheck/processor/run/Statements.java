package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.SyntaxError;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Executes a module's statements, or its fields in source order where it has none. */
final class Statements {
  private final Frame frame;
  private final Recorder recorder;
  private final Evaluator evaluator;

  Statements(Frame frame) {
    this.frame = frame;
    this.recorder = frame.recorder();
    this.evaluator = new Evaluator(frame);
  }

  /** Runs the forward pass and gives what it returns, else its last value. */
  Value run(Value first) {
    if (frame.module().declaration().forward().isEmpty()) {
      return fields(first);
    }
    Program program = frame.module().declaration().forward().get().program();
    Defaults.put(program, frame, evaluator);
    for (SyntaxError error : program.syntaxErrors()) {
      String hint = error.hint().isEmpty() ? "" : "; " + error.hint();
      frame.report(ProblemId.SYNTAX, error.span(), error.message() + hint);
    }
    Value last = first;
    for (Statement statement : program.statements()) {
      int begin = recorder.steps.size();
      if (statement instanceof Statement.Return returned) {
        Value value = returned.value() == null ? last : evaluator.evaluate(returned.value());
        recorder.name(begin, null);
        return value;
      }
      last = execute(statement, last);
      recorder.name(begin, variable(statement));
    }
    return last;
  }

  private Value fields(Value first) {
    Value value = first;
    for (FieldDeclaration field : frame.module().declaration().fields()) {
      if (field.tensor().isPresent()) {
        continue;
      }
      int begin = recorder.steps.size();
      Value callee = evaluator.member(field);
      value = evaluator.apply(callee, Arguments.of(value), null);
      recorder.name(begin, null);
    }
    return value;
  }

  private static @Nullable String variable(Statement statement) {
    return statement instanceof Statement.Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Expression.Name name
        ? name.id()
        : statement instanceof Statement.AugmentedAssign augmented
                && augmented.target() instanceof Expression.Name name
            ? name.id()
            : null;
  }

  private Value execute(Statement statement, Value last) {
    if (statement instanceof Statement.Assign assign) {
      Value value = evaluator.evaluate(assign.value());
      for (Expression target : assign.targets()) {
        assign(target, value);
      }
      return value;
    }
    if (statement instanceof Statement.AugmentedAssign augmented) {
      Value value = evaluator.augmented(augmented);
      assign(augmented.target(), value);
      return value;
    }
    if (statement instanceof Statement.ExpressionStatement expression) {
      return bare(expression.value(), last);
    }
    if (statement instanceof Statement.Broken broken) {
      broken.names().forEach(name -> frame.variables.put(name, Value.UNKNOWN));
    } else if (statement instanceof Statement.Pass || statement instanceof Statement.Delete) {
      return last;
    } else {
      frame.report(
          ProblemId.SYNTAX, statement.span(), "this statement is not part of the forward language");
    }
    return Value.UNKNOWN;
  }

  /**
   * A statement that is only a name applies it to the previous value, unless the name is a
   * variable's.
   */
  private Value bare(Expression expression, Value last) {
    boolean name =
        expression instanceof Expression.Name variable
                && !frame.variables.containsKey(variable.id())
            || expression instanceof Expression.Attribute;
    Value value = evaluator.evaluate(expression);
    return name && value instanceof Value.Reference
        ? evaluator.apply(value, given(value, last), expression.span())
        : value;
  }

  /** In a list of names {@code flatten} is the layer Flatten, which leaves the batch alone. */
  private static Arguments given(Value callee, Value last) {
    Arguments arguments = Arguments.of(last);
    return callee instanceof References.Named named
            && named.function().operation().kind() == Kind.FLATTEN
        ? arguments.with("start_dim", Value.Int.of(1))
        : arguments;
  }

  private void assign(Expression target, Value value) {
    if (target instanceof Expression.Name name) {
      frame.variables.put(name.id(), value);
    } else if (target instanceof Expression.TupleDisplay tuple) {
      unpack(tuple.items(), value, target);
    } else if (target instanceof Expression.ListDisplay list) {
      unpack(list.items(), value, target);
    } else if (target instanceof Expression.Attribute attribute) {
      if (evaluator.evaluate(attribute.target()) instanceof References.Self self) {
        self.instance().members().put(attribute.name(), value);
      } else {
        frame.report(
            ProblemId.SYNTAX, target.span(), "only variables and self's names can be assigned");
      }
    } else if (target instanceof Expression.Subscript subscript) {
      new Subscripts(frame, evaluator).assign(subscript, value);
    }
  }

  private void unpack(List<Expression> targets, Value value, Expression place) {
    List<Value> items = evaluator.items(value, place, targets.size());
    int star = -1;
    for (int i = 0; i < targets.size(); i++) {
      star = targets.get(i) instanceof Expression.Starred ? i : star;
    }
    if (items == null) {
      targets.forEach(target -> assign(plain(target), Value.UNKNOWN));
      return;
    }
    int rest = items.size() - targets.size() + 1;
    if (star < 0 ? items.size() != targets.size() : rest < 0) {
      List<Tensor> tensors = new ArrayList<>();
      items.forEach(item -> Step.collect(item, tensors));
      if (!recorder.consequences.readsDoubtful(tensors)) {
        tellCount(items.size(), targets.size(), place);
      }
      targets.forEach(target -> assign(plain(target), Value.UNKNOWN));
      return;
    }
    int next = 0;
    for (int i = 0; i < targets.size(); i++) {
      if (i == star) {
        assign(plain(targets.get(i)), new Value.Sequence(items.subList(next, next + rest), false));
        next += rest;
      } else {
        assign(targets.get(i), items.get(next++));
      }
    }
  }

  private void tellCount(int values, int names, Expression place) {
    frame.report(
        ProblemId.UNPACK,
        place.span(),
        (values == 1 ? "there is 1 value" : "there are " + values + " values")
            + " to unpack into "
            + names
            + (names == 1 ? " name" : " names"));
  }

  private static Expression plain(Expression target) {
    return target instanceof Expression.Starred starred ? starred.value() : target;
  }
}
