package io.github.shapecheck.processor.python.parser;

import static java.util.stream.Collectors.joining;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.Comprehension;
import io.github.shapecheck.processor.python.Expression.FormattedValue;
import io.github.shapecheck.processor.python.Expression.KeywordArgument;
import io.github.shapecheck.processor.python.Expression.TupleDisplay;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Pattern;
import io.github.shapecheck.processor.python.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes syntax trees as src/test/python/syntax/dump.py writes those of Python's own parser. */
public final class TreeDump {

  private TreeDump() {}

  /** A statement on one line. */
  public static String of(Statement s) {
    if (s instanceof Statement.ExpressionStatement alone) {
      return of(alone.value());
    } else if (s instanceof Statement.Assign a) {
      return form("=", Stream.concat(all(a.targets()), Stream.of(of(a.value()))));
    } else if (s instanceof Statement.AnnotatedAssign a) {
      return form("ann", of(a.target()), of(a.annotation()), optional(a.value()));
    } else if (s instanceof Statement.AugmentedAssign a) {
      return form(a.operator().symbol() + "=", of(a.target()), of(a.value()));
    } else if (s instanceof Statement.Return r) {
      return form("return", optional(r.value()));
    } else if (s instanceof Statement.Break
        || s instanceof Statement.Continue
        || s instanceof Statement.Pass) {
      return s.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    } else if (s instanceof Statement.Assert a) {
      return form("assert", of(a.condition()), optional(a.message()));
    } else if (s instanceof Statement.Raise r) {
      return form("raise", optional(r.exception()), optional(r.cause()));
    } else if (s instanceof Statement.Delete d) {
      return form("del", all(d.targets()));
    } else if (s instanceof Statement.Import i) {
      return form("import", names(i.names()));
    } else if (s instanceof Statement.ImportFrom i) {
      String module = ".".repeat(i.level()) + i.module();
      return form("from", Stream.concat(Stream.of(module), names(i.names())));
    } else if (s instanceof Statement.Global g) {
      return form("global", g.names().stream());
    } else if (s instanceof Statement.Nonlocal n) {
      return form("nonlocal", n.names().stream());
    }
    return compound(s);
  }

  private static String compound(Statement s) {
    if (s instanceof Statement.If i) {
      List<String> parts = new ArrayList<>();
      branches(i, parts);
      return form("if", parts.stream());
    } else if (s instanceof Statement.For f) {
      return form("for", of(f.target()), of(f.iterable()), block(f.body()), block(f.otherwise()));
    } else if (s instanceof Statement.While w) {
      return form("while", of(w.condition()), block(w.body()), block(w.otherwise()));
    } else if (s instanceof Statement.With w) {
      Stream<String> items =
          w.items().stream()
              .map(i -> of(i.context()) + (i.target() == null ? "" : "=" + of(i.target())));
      return form("with", Stream.concat(items, Stream.of(block(w.body()))));
    } else if (s instanceof Statement.Try t) {
      Stream<String> handlers =
          t.handlers().stream()
              .map(
                  h -> {
                    String name = h.name() == null ? "-" : h.name();
                    return form("except", optional(h.type()), name, block(h.body()));
                  });
      Stream<String> last = Stream.of(block(t.otherwise()), block(t.last()));
      return form("try", Stream.concat(Stream.of(block(t.body())), Stream.concat(handlers, last)));
    } else if (s instanceof Statement.FunctionDef d) {
      Stream<String> head = Stream.of(d.name(), parameters(d.parameters()));
      Stream<String> tail = Stream.concat(decorators(d.decorators()), Stream.of(block(d.body())));
      return form("def", Stream.concat(head, tail));
    } else if (s instanceof Statement.ClassDef c) {
      Stream<String> head = Stream.concat(Stream.of(c.name()), all(c.bases()));
      Stream<String> keywords = c.keywords().stream().map(TreeDump::keyword);
      Stream<String> tail = Stream.concat(decorators(c.decorators()), Stream.of(block(c.body())));
      return form("class", Stream.concat(head, Stream.concat(keywords, tail)));
    } else if (s instanceof Statement.Match m) {
      Stream<String> cases =
          m.cases().stream()
              .map(c -> form("case", of(c.pattern()), optional(c.guard()), block(c.body())));
      return form("match", Stream.concat(Stream.of(of(m.subject())), cases));
    } else if (s instanceof Statement.TypeAlias t) {
      return form("type", t.name(), of(t.value()));
    }
    return form("broken", s.span().toString());
  }

  private static void branches(Statement.If i, List<String> parts) {
    for (Statement.If.Branch branch : i.branches()) {
      parts.add(of(branch.condition()));
      parts.add(block(branch.body()));
    }
    if (i.otherwise().size() == 1 && i.otherwise().get(0) instanceof Statement.If inner) {
      branches(inner, parts);
    } else {
      parts.add(block(i.otherwise()));
    }
  }

  private static Stream<String> names(List<Statement.Imported> names) {
    return names.stream().map(n -> n.name() + (n.alias() == null ? "" : "=" + n.alias()));
  }

  private static Stream<String> decorators(List<Expression> decorators) {
    return decorators.stream().map(d -> "@" + of(d));
  }

  private static String block(List<Statement> statements) {
    return statements.stream().map(TreeDump::of).collect(joining(" ", "{", "}"));
  }

  private static String parameters(List<Parameter> parameters) {
    return parameters.stream()
        .map(
            p -> {
              String star =
                  switch (p.kind()) {
                    case POSITIONAL_ONLY -> "/";
                    case POSITIONAL_OR_KEYWORD -> "";
                    case VAR_POSITIONAL -> "*";
                    case KEYWORD_ONLY -> "!";
                    case VAR_KEYWORD -> "**";
                  };
              return star + p.name() + (p.fallback() == null ? "" : "=" + of(p.fallback()));
            })
        .collect(joining(" ", "(", ")"));
  }

  static String of(Expression e) {
    if (e instanceof Expression.Name n) {
      return n.id();
    } else if (e instanceof Expression.IntLiteral i) {
      return "0x" + Long.toHexString(i.value());
    } else if (e instanceof Expression.BigIntLiteral i) {
      return "0x" + i.value().toString(16);
    } else if (e instanceof Expression.FloatLiteral f) {
      return "d" + bits(f.value());
    } else if (e instanceof Expression.ImaginaryLiteral i) {
      return "j" + bits(i.value());
    } else if (e instanceof Expression.StringLiteral s) {
      return text(s.value());
    } else if (e instanceof Expression.BytesLiteral b) {
      return "b" + text(b.value());
    } else if (e instanceof Expression.Constant c) {
      String name = c.kind().name();
      return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    } else if (e instanceof Expression.FormattedString f) {
      return form("f", all(f.parts()));
    } else if (e instanceof FormattedValue v) {
      String conversion =
          v.conversion() == FormattedValue.Conversion.NONE
              ? "-"
              : v.conversion().name().substring(0, 1).toLowerCase(Locale.ROOT);
      return form("fv", of(v.value()), conversion, optional(v.format()));
    }
    return display(e);
  }

  private static String display(Expression e) {
    if (e instanceof TupleDisplay t) {
      return form("tuple", all(t.items()));
    } else if (e instanceof Expression.ListDisplay l) {
      return form("list", all(l.items()));
    } else if (e instanceof Expression.SetDisplay s) {
      return form("set", all(s.items()));
    } else if (e instanceof Expression.DictDisplay d) {
      return form(
          "dict",
          d.entries().stream()
              .map(x -> (x.key() == null ? "**" : of(x.key()) + ":") + of(x.value())));
    } else if (e instanceof Comprehension c) {
      String kind =
          c.kind() == Comprehension.Kind.GENERATOR
              ? "generator"
              : c.kind().name().toLowerCase(Locale.ROOT) + "comp";
      return form(kind, Stream.concat(Stream.of(of(c.element())), clauses(c.clauses())));
    } else if (e instanceof Expression.DictComprehension c) {
      Stream<String> entry = Stream.of(of(c.key()), of(c.value()));
      return form("dictcomp", Stream.concat(entry, clauses(c.clauses())));
    } else if (e instanceof Expression.Starred s) {
      return "*" + of(s.value());
    }
    return operation(e);
  }

  private static Stream<String> clauses(List<Comprehension.Clause> clauses) {
    return clauses.stream()
        .map(
            c -> {
              Stream<String> head = Stream.of(of(c.target()), of(c.iterable()));
              return form("for", Stream.concat(head, all(c.conditions())));
            });
  }

  private static String operation(Expression e) {
    if (e instanceof Expression.Unary u) {
      return form("u" + u.operator().symbol(), of(u.operand()));
    } else if (e instanceof Expression.Not n) {
      return form("not", of(n.operand()));
    } else if (e instanceof Expression.Binary b) {
      return form(b.operator().symbol(), of(b.left()), of(b.right()));
    } else if (e instanceof Expression.BooleanOperation b) {
      return form(b.kind().name().toLowerCase(Locale.ROOT), all(b.operands()));
    } else if (e instanceof Expression.Comparison c) {
      return form("cmp", of(c.left()), c.operator().symbol(), of(c.right()));
    } else if (e instanceof Expression.ComparisonChain c) {
      Stream<String> rest =
          c.comparisons().stream().map(x -> x.operator().symbol() + " " + of(x.right()));
      return form("cmp", Stream.concat(Stream.of(of(c.comparisons().get(0).left())), rest));
    } else if (e instanceof Expression.Conditional c) {
      return form("ifexp", of(c.condition()), of(c.value()), of(c.otherwise()));
    } else if (e instanceof Expression.NamedExpression n) {
      return form(":=", of(n.target()), of(n.value()));
    } else if (e instanceof Expression.Lambda l) {
      return form("lambda", parameters(l.parameters()), of(l.body()));
    } else if (e instanceof Expression.Yield y) {
      return form("yield", optional(y.value()));
    } else if (e instanceof Expression.YieldFrom y) {
      return form("yieldfrom", of(y.iterable()));
    } else if (e instanceof Expression.Await a) {
      return form("await", of(a.value()));
    }
    return primary(e);
  }

  private static String primary(Expression e) {
    if (e instanceof Expression.Call c) {
      Stream<String> head = Stream.concat(Stream.of(of(c.callee())), all(c.positional()));
      return form("call", Stream.concat(head, c.keywords().stream().map(TreeDump::keyword)));
    } else if (e instanceof Expression.Attribute a) {
      return form(".", of(a.target()), a.name());
    } else if (e instanceof Expression.Subscript s) {
      boolean single = s.items().size() == 1;
      String items = single ? of(s.items().get(0)) : form("tuple", all(s.items()));
      return form("[]", of(s.target()), items);
    }
    Expression.Slice s = (Expression.Slice) e;
    return form("slice", optional(s.lower()), optional(s.upper()), optional(s.step()));
  }

  private static String keyword(KeywordArgument k) {
    return (k.isUnpacked() ? "**" : k.name() + "=") + of(k.value());
  }

  private static String of(Pattern p) {
    if (p instanceof Pattern.Literal l) {
      return form("value", of(l.value()));
    } else if (p instanceof Pattern.Capture c) {
      String inner = c.pattern() == null ? "-" : of(c.pattern());
      return form("as", inner, c.name() == null ? "_" : c.name());
    } else if (p instanceof Pattern.Star s) {
      return form("star", s.name() == null ? "_" : s.name());
    } else if (p instanceof Pattern.Sequence s) {
      return form("sequence", s.items().stream().map(TreeDump::of));
    } else if (p instanceof Pattern.Either e) {
      return form("or", e.alternatives().stream().map(TreeDump::of));
    } else if (p instanceof Pattern.Mapping m) {
      Stream<String> entries = m.entries().stream().map(x -> of(x.key()) + ":" + of(x.pattern()));
      String rest = m.rest() == null ? "-" : m.rest();
      return form("mapping", Stream.concat(entries, Stream.of(rest)));
    }
    Pattern.Instance i = (Pattern.Instance) p;
    Stream<String> head =
        Stream.concat(Stream.of(of(i.type())), i.positional().stream().map(TreeDump::of));
    Stream<String> keywords = i.keywords().stream().map(k -> k.name() + "=" + of(k.pattern()));
    return form("instance", Stream.concat(head, keywords));
  }

  private static Stream<String> all(List<? extends Expression> expressions) {
    return expressions.stream().map(TreeDump::of);
  }

  private static String optional(@Nullable Expression e) {
    return e == null ? "-" : of(e);
  }

  private static String form(String head, Stream<String> parts) {
    return Stream.concat(Stream.of(head), parts).collect(joining(" ", "(", ")"));
  }

  private static String form(String head, String... parts) {
    return form(head, Stream.of(parts));
  }

  private static String bits(double value) {
    return String.format("%016x", Double.doubleToRawLongBits(value));
  }

  private static String text(String value) {
    StringBuilder text = new StringBuilder("'");
    for (char c : value.toCharArray()) {
      boolean plain = c >= ' ' && c < 0x7F && c != '\'' && c != '\\';
      text.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return text.append("'").toString();
  }
}
