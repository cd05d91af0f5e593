package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Bindings;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Flow;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.expression.Evaluator;
import io.github.shapecheck.processor.run.program.expression.Operations;
import io.github.shapecheck.processor.run.program.expression.Targets;
import io.github.shapecheck.processor.run.program.type.Comparing;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out statements. */
public final class Executor implements Statements {
  private interface Rule<S extends Statement> {
    @Nullable Flow run(Executor executor, S statement);
  }

  /** What few models write; who writes none of it loads nothing of it. */
  private static final class Seldom {
    private static final Map<Class<? extends Statement>, Rule<Statement>> RULES = new HashMap<>();

    static {
      rule(Statement.AnnotatedAssign.class, (e, assign) -> e.assign(assign));
      rule(Statement.AugmentedAssign.class, (e, assign) -> e.assign(assign));
      rule(Statement.If.class, (e, branches) -> e.branch(branches));
      rule(Statement.For.class, (e, loop) -> new Loops(e).run(loop));
      rule(Statement.While.class, (e, loop) -> new Loops(e).run(loop));
      rule(Statement.Break.class, (e, statement) -> new Flow.Break());
      rule(Statement.Continue.class, (e, statement) -> new Flow.Continue());
      rule(Statement.Pass.class, (e, statement) -> null);
      rule(Statement.Assert.class, (e, check) -> e.check(check));
      rule(Statement.Raise.class, (e, raise) -> new Exceptions(e).raise(raise));
      rule(Statement.With.class, (e, with) -> new Exceptions(e).with(with));
      rule(Statement.Try.class, (e, attempt) -> new Exceptions(e).attempt(attempt));
      rule(Statement.Delete.class, (e, delete) -> e.delete(delete));
      rule(Statement.FunctionDef.class, (e, definition) -> e.define(definition));
      rule(Statement.ClassDef.class, (e, definition) -> e.define(definition));
      rule(Statement.Import.class, (e, imports) -> new Imports(e.frame).run(imports));
      rule(Statement.ImportFrom.class, (e, imports) -> new Imports(e.frame).run(imports));
      rule(Statement.Global.class, (e, statement) -> null);
      rule(Statement.Nonlocal.class, (e, statement) -> null);
      rule(Statement.Match.class, (e, match) -> new Matching(e).run(match));
      rule(Statement.TypeAlias.class, (e, alias) -> e.unknown(List.of(alias.name())));
      rule(Statement.Broken.class, Executor::lost);
    }

    @SuppressWarnings("unchecked") // the class is that of the statement the rule is given
    private static <S extends Statement> void rule(Class<S> type, Rule<S> rule) {
      RULES.put(type, (Rule<Statement>) rule);
    }
  }

  private final Frame frame;
  private final Machine machine;
  private final Evaluator evaluator;

  public Executor(Frame frame) {
    this.frame = frame;
    this.machine = frame.machine();
    this.evaluator = new Evaluator(frame);
  }

  /** Carries out statements and gives what they return, null where they return nothing. */
  public @Nullable Value returned(List<Statement> statements) {
    return block(statements) instanceof Flow.Return returned ? returned.value() : null;
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public Executor in(Frame other) {
    return new Executor(other);
  }

  @Override
  public @Nullable Flow block(List<Statement> statements) {
    for (Statement statement : statements) {
      Flow flow = run(statement);
      if (flow != null) {
        return flow;
      }
    }
    return null;
  }

  /** Carries out one statement. */
  @Nullable Flow run(Statement statement) {
    boolean told = !frame.source().isLibrary();
    if (told) {
      machine.host().begin(frame, statement);
    }
    try {
      machine.statement();
      return carryOut(statement);
    } catch (Raised raised) {
      machine.reportOrThrow(raised, frame, statement.span());
      if (isLoop(statement)) {
        unknown(Loops.changed(frame, statement));
      }
    } catch (Lost lost) {
      unknown(
          isLoop(statement) ? Loops.changed(frame, statement) : Bindings.of(List.of(statement)));
    } finally {
      if (told) {
        machine.host().end(frame, statement);
      }
    }
    return null;
  }

  private static boolean isLoop(Statement statement) {
    return statement instanceof Statement.For || statement instanceof Statement.While;
  }

  private @Nullable Flow carryOut(Statement statement) {
    if (statement instanceof Statement.Assign assign) {
      return assign(assign);
    } else if (statement instanceof Statement.ExpressionStatement alone) {
      return alone(alone);
    } else if (statement instanceof Statement.Return returned) {
      return returned(returned);
    }
    Rule<Statement> rule = Seldom.RULES.get(statement.getClass());
    return rule == null ? null : rule.run(this, statement);
  }

  /** From here on nothing is known of these names. */
  private @Nullable Flow unknown(Collection<String> names) {
    names.forEach(name -> frame.environment().put(name, Value.UNKNOWN));
    return null;
  }

  /** What a statement that cannot be read would have changed is not known. */
  private @Nullable Flow lost(Statement.Broken broken) {
    for (String name : broken.names()) {
      int dot = name.indexOf('.');
      Value owner = frame.environment().get(dot < 0 ? name : name.substring(0, dot));
      if (dot < 0) {
        frame.environment().put(name, Value.UNKNOWN);
      } else if (owner != null) {
        String attribute = name.substring(dot + 1);
        machine.setAttribute(frame, owner, attribute, Value.UNKNOWN, broken.span());
      }
    }
    return null;
  }

  private @Nullable Flow assign(Statement.Assign assign) {
    Value value = evaluator.evaluate(assign.value());
    Targets targets = new Targets(evaluator);
    assign.targets().forEach(target -> targets.assign(target, value));
    return null;
  }

  private @Nullable Flow assign(Statement.AnnotatedAssign assign) {
    if (assign.value() != null) {
      Value value = evaluator.evaluate(assign.value());
      new Targets(evaluator).assign(assign.target(), value);
    }
    if (assign.target() instanceof Expression.Name name
        && frame.environment().get("__annotations__") instanceof ListObject names) {
      names.items().add(new Value.Text(name.id())); // in a class's body it may be a field
    }
    return null;
  }

  private @Nullable Flow assign(Statement.AugmentedAssign assign) {
    new Targets(evaluator).augment(assign.target(), left -> changed(assign, left));
    return null;
  }

  private Value changed(Statement.AugmentedAssign assign, Value left) {
    Value right = evaluator.evaluate(assign.value());
    try {
      return new Operations(evaluator)
          .augmented(assign.operator(), left, right, assign.target().span(), assign.value().span());
    } catch (Raised raised) {
      machine.reportOrThrow(raised, frame, assign.span());
    } catch (ArithmeticException overflow) {
      machine.reportOrThrow(machine.overflow(overflow), frame, assign.span());
    }
    return Value.UNKNOWN;
  }

  private @Nullable Flow alone(Statement.ExpressionStatement alone) {
    Value value = evaluator.evaluate(alone.value());
    if (!frame.source().isLibrary()) {
      machine.host().alone(frame, alone.value(), value);
    }
    return null;
  }

  private Flow returned(Statement.Return returned) {
    return new Flow.Return(
        returned.value() == null ? Value.NONE : evaluator.evaluate(returned.value()));
  }

  private @Nullable Flow branch(Statement.If branches) {
    List<Span> open = new ArrayList<>();
    Flow flow = block(taken(branches, open));
    if (flow == null) {
      open.forEach(span -> machine.host().met(frame, span, branches));
    }
    return flow;
  }

  /** The block to which a statement's conditions lead, and those that values of tensors decide. */
  List<Statement> taken(Statement.If branches, List<Span> open) {
    for (Statement.If.Branch branch : branches.branches()) {
      Span span = branch.condition().span();
      Value condition = evaluator.evaluate(branch.condition());
      if (Comparing.isUncertain(condition)) {
        open.add(span);
      }
      if (machine.truth(frame, condition, span)) {
        return branch.body();
      }
    }
    return branches.otherwise();
  }

  private @Nullable Flow check(Statement.Assert check) {
    Value condition = evaluator.evaluate(check.condition());
    if (!Comparing.isUncertain(condition)
        && !machine.truth(frame, condition, check.condition().span())) {
      String message =
          check.message() == null
              ? ""
              : ": " + machine.text(frame, evaluator.evaluate(check.message()));
      throw new Raised(
          new InstanceObject(Types.exception("AssertionError")),
          ProblemId.RAISES,
          "the assertion does not hold" + message,
          true);
    }
    return null;
  }

  private @Nullable Flow delete(Statement.Delete delete) {
    Targets targets = new Targets(evaluator);
    delete.targets().forEach(targets::delete);
    return null;
  }

  private @Nullable Flow define(Statement.FunctionDef definition) {
    FunctionObject function = evaluator.function(definition.code());
    if (frame.environment().variables().get(Environment.CLASS) instanceof ClassObject owner) {
      function.ownedBy(owner); // what super() means though a decorator hides the function
    }
    frame.environment().put(definition.name(), decorated(function, definition.decorators()));
    return null;
  }

  private @Nullable Flow define(Statement.ClassDef definition) {
    ClassObject type = new ClassStatement(this).define(definition);
    frame.environment().put(definition.name(), decorated(type, definition.decorators()));
    return null;
  }

  private Value decorated(Value value, List<Expression> decorators) {
    Value result = value;
    for (int i = decorators.size() - 1; i >= 0; i--) {
      Expression decorator = decorators.get(i);
      Value by = evaluator.evaluate(decorator);
      if (!(by instanceof Value.Unknown) && !(by instanceof Opaque)) {
        Value before = result;
        result = machine.call(frame, by, Arguments.of(before), decorator.span());
      }
    }
    return result;
  }
}
