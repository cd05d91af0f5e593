package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltModule;
import io.github.shapecheck.cli.convert.built.Literals;
import io.github.shapecheck.cli.convert.built.Member;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.value.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** A lambda of the Python source. */
record LambdaText(PythonFile file, Expression.Lambda lambda) {

  /** Its text, with what it remembers written in; null where that has no text. */
  @Nullable String of(FunctionObject function, BuiltModule owner, MemberEdits edits) {
    SourceText text =
        new SourceText(file.program().lines(), lambda.span().line(), lambda.span().lastLine());
    List<String> own = lambda.parameters().stream().map(Parameter::name).toList();
    Set<Expression> defaults = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Parameter parameter : lambda.parameters()) {
      Expression fallback = parameter.fallback();
      defaults.addAll(fallback == null ? List.of() : Subexpressions.of(fallback));
    }
    for (Expression part : Subexpressions.of(lambda)) {
      if (part instanceof Expression.Name name
          && (!own.contains(name.id()) || defaults.contains(part))) {
        Value value = function.closure().get(name.id());
        String literal = value == null ? null : text(value, owner, edits);
        if (value != null && !Literals.isFreeName(name.id(), value)) {
          if (literal == null) {
            return null;
          }
          text.replace(name.span(), literal);
        }
      }
    }
    return "(" + text.between(lambda.span()) + ")";
  }

  /** A value as text: a module below the owner by its path. */
  private static @Nullable String text(Value value, BuiltModule owner, MemberEdits edits) {
    String path = path(value, owner);
    ConstructorCall call = ConstructorCall.of(value);
    return path != null ? "self" + path : call == null ? Literals.of(value) : edits.object(call);
  }

  private static @Nullable String path(Value value, BuiltModule below) {
    if (below.object() == value) {
      return "";
    }
    for (Map.Entry<String, Member> member : below.members().entrySet()) {
      if (member.getValue() instanceof Member.Child child
          && SourceVersion.isIdentifier(member.getKey())) {
        String rest = path(value, child.module());
        if (rest != null) {
          return "." + member.getKey() + rest;
        }
      }
    }
    return null;
  }

  /** As a function with a name. */
  String method(String name) {
    SourceText text =
        new SourceText(file.program().lines(), lambda.span().line(), lambda.span().lastLine());
    String parameters =
        lambda.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
    String body = text.between(lambda.body().span());
    return "def " + name + "(" + parameters + "):\n    return " + body + "\n";
  }
}
