package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.BoundMethod;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.run.program.expression.Evaluator;
import io.github.shapecheck.processor.run.program.type.Attributes;
import io.github.shapecheck.processor.run.program.type.Enumerations;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a class of a {@code class} statement. */
final class ClassStatement {
  private final Statements statements;
  private final Evaluator evaluator;
  private final Machine machine;
  private final Frame frame;

  ClassStatement(Statements statements) {
    this.statements = statements;
    this.frame = statements.frame();
    this.machine = frame.machine();
    this.evaluator = new Evaluator(frame);
  }

  ClassObject define(Statement.ClassDef definition) {
    List<ClassObject> bases = new ArrayList<>();
    for (Value base : evaluator.evaluateAll(definition.bases())) {
      if (base instanceof ClassObject type && !bases.contains(type)) {
        bases.add(type);
      } else if (base instanceof Builtin builtin) {
        ClassObject written = Written.type(frame, builtin);
        bases.add(written == null ? Types.OBJECT : written);
      } else if (base instanceof Opaque opaque) {
        bases.add(unknown(opaque, machine.host().baseOfUnknown(definition)));
      }
    }
    if (bases.size() > 1) {
      bases.remove(Types.OBJECT);
    }
    if (bases.isEmpty()) {
      bases.add(Types.OBJECT);
    }
    ClassObject type = ClassObject.defined(definition.name(), bases);
    Map<String, Value> members = new LinkedHashMap<>();
    ListObject annotations = new ListObject(List.of());
    members.put("__annotations__", annotations);
    members.put(Environment.CLASS, type);
    Environment body = frame.environment().ofClass(members);
    statements.in(frame.with(body)).block(definition.body());
    members.remove(Environment.CLASS);
    members.forEach((name, value) -> own(value, type));
    type.members().putAll(members);
    if (type.isSubclassOf(Types.ENUM)) {
      Enumerations.fill(machine, frame, type);
    }
    keywords(definition, type);
    return type;
  }

  private void keywords(Statement.ClassDef definition, ClassObject type) {
    for (ClassObject base : type.order().subList(1, type.order().size())) {
      Value hook = base.members().get("__init_subclass__");
      if (hook != null) {
        List<Arguments.Named> named = new ArrayList<>();
        for (Expression.KeywordArgument keyword : definition.keywords()) {
          named.add(
              new Arguments.Named(
                  keyword.name(), evaluator.evaluate(keyword.value()), keyword.span()));
        }
        Arguments arguments = new Arguments(List.of(), List.of(), named);
        machine.call(frame, new BoundMethod(hook, type), arguments, definition.span());
        return;
      }
    }
  }

  /** A base that is not evaluated: whatever is looked for in it is not known. */
  private static ClassObject unknown(Opaque opaque, ClassObject base) {
    ClassObject type = ClassObject.defined(opaque.describe(), List.of(base));
    Builtin.define(type, "__getattr__", in -> opaque);
    if (base == Types.OBJECT) {
      type.members()
          .put(
              "__new__",
              new Builtin("__new__", in -> new InstanceObject((ClassObject) in.object(0))));
    }
    return type;
  }

  private static void own(Value value, ClassObject type) {
    if (value instanceof FunctionObject function) {
      function.ownedBy(type);
    } else if (value instanceof Wrapper wrapper) {
      own(wrapper.function(), type);
    } else if (value instanceof Attributes.Setter setter) {
      own(setter.getter(), type);
      own(setter.function(), type);
    }
  }
}
