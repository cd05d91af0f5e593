package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.Literals;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.FileModule;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.value.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What stands in front of a forward pass: the functions, classes and constants that it names. */
final class Prelude {
  private final ForwardPass.Sources sources;
  private final Set<String> taken;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, String> constants = new LinkedHashMap<>();
  private final Set<Definition> written = new LinkedHashSet<>();

  /**
   * In front of a forward pass.
   *
   * @param taken names that fields and parameters have
   */
  Prelude(ForwardPass.Sources sources, Set<String> taken) {
    this.sources = sources;
    this.taken = taken;
  }

  /** The constants of the file that the text reads, by name. */
  Map<String, String> constants() {
    return constants;
  }

  Collection<String> texts() {
    return texts.values();
  }

  void put(String name, String text) {
    texts.put(name, text);
  }

  /** Sees to it that every name of the file means the same in the text. */
  void resolve(Definition definition, SourceText text) {
    for (String name : NamesRead.of(definition.function()).free()) {
      Value value = sources.environments().get(definition, name);
      boolean hidden = taken.contains(name);
      if (value == null || Literals.isFreeName(name, value) && !hidden) {
        continue;
      }
      String literal = Literals.of(value);
      if (value instanceof FileModule module) {
        Expressions.in(
            definition.function().body(), part -> ofModule(part, name, module, definition, text));
      } else if (value instanceof ClassObject type && isPlain(type)) {
        define(name, type);
      } else if (value instanceof FunctionObject function && isWritten(function)) {
        define(name, function);
      } else if (literal != null && value instanceof Value.Reference && isName(literal)) {
        rename(definition, name, literal, text);
      } else if (literal != null && !hidden) {
        constants.put(name, literal);
      } else if (sources.index().assigned(definition.file(), name) != null && !hidden) {
        define(name, Objects.requireNonNull(sources.index().assigned(definition.file(), name)));
      } else if (sources.index().importOf(definition.file(), name) != null
          && !(value instanceof ClassObject type && !type.isBuiltin())) {
        texts.put(name, sources.index().importOf(definition.file(), name) + "\n");
      } else {
        String why = name + " is " + value.kind() + ", which a forward text cannot name";
        sources.doubts().add(Refusal.at(definition.file(), place(definition, name), why));
      }
    }
  }

  /** A function or a constant of a module that is read as {@code module.name} stands alone. */
  private void ofModule(
      Expression part, String name, FileModule module, Definition in, SourceText text) {
    if (!(part instanceof Expression.Attribute attribute
        && attribute.target() instanceof Expression.Name target
        && target.id().equals(name))) {
      return;
    }
    Value member = module.environment().get(attribute.name());
    String literal = member == null ? null : Literals.of(member);
    boolean free = !taken.contains(attribute.name());
    if (member instanceof FunctionObject function && isWritten(function) && free) {
      define(attribute.name(), function);
      text.replace(part.span(), attribute.name());
    } else if (literal != null) {
      text.replace(part.span(), literal);
    } else {
      String what = name + "." + attribute.name() + " is what a forward text cannot name";
      sources.doubts().add(Refusal.at(in.file(), part.span(), what));
    }
  }

  /** Writes a class of the file that is no module in front of the forward pass. */
  void define(String name, ClassObject plain) {
    Definition definition = sources.index().of(plain);
    plain.members().values().forEach(sources.environments()::add);
    if (definition != null) {
      define(name, definition);
    }
  }

  private void define(String name, Definition definition) {
    if (!written.add(definition)) {
      return;
    }
    SourceText text = definition.text(true);
    resolve(definition, text);
    String alias = name.equals(definition.name()) ? "" : name + " = " + definition.name() + "\n";
    texts.put(name, text.dedented() + alias);
  }

  private boolean isWritten(FunctionObject function) {
    return sources.index().of(function) != null || sources.index().lambda(function) != null;
  }

  /** Whether a class of the file is none of modules. */
  private static boolean isPlain(ClassObject type) {
    return !type.isBuiltin()
        && type.order().stream()
            .noneMatch(base -> base.isBuiltin() && base.name().equals("Module"));
  }

  private static boolean isName(String literal) {
    return literal.matches("[A-Za-z_][\\w.]*");
  }

  private static void rename(Definition in, String name, String other, SourceText text) {
    Expressions.in(
        in.function().body(),
        expression -> {
          if (expression instanceof Expression.Name one && one.id().equals(name)) {
            text.replace(one.span(), other);
          }
        });
  }

  private static Span place(Definition in, String name) {
    Span[] found = {in.function().span()};
    Expressions.in(
        in.function().body(),
        expression -> {
          if (expression instanceof Expression.Name one && one.id().equals(name)) {
            found[0] = one.span();
          }
        });
    return found[0];
  }

  /** Writes a function of the file in front of the forward pass. */
  void define(String name, FunctionObject function) {
    Definition definition = sources.index().of(function);
    LambdaText lambda = sources.index().lambda(function);
    if (lambda != null) {
      texts.put(name, lambda.method(name));
      return;
    }
    if (definition == null) {
      throw new Refusal(
          io.github.shapecheck.processor.problem.Place.NONE,
          "the lambda " + name + " is no function of the file");
    }
    if (!written.add(definition)) {
      return;
    }
    sources.environments().add(function);
    SourceText text = definition.text(false);
    resolve(definition, text);
    String alias = name.equals(definition.name()) ? "" : name + " = " + definition.name() + "\n";
    texts.put(name, text.dedented() + alias);
  }
}
