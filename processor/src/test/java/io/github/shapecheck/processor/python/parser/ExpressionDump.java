package io.github.shapecheck.processor.python.parser;

import static java.util.stream.Collectors.joining;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.Comprehension;
import io.github.shapecheck.processor.python.Expression.FormattedValue;
import io.github.shapecheck.processor.python.Expression.KeywordArgument;
import io.github.shapecheck.processor.python.Expression.TupleDisplay;
import io.github.shapecheck.processor.python.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes expressions for {@link TreeDump}. */
final class ExpressionDump {
  private ExpressionDump() {}

  static String parameters(List<Parameter> parameters) {
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
      return form("call", Stream.concat(head, c.keywords().stream().map(ExpressionDump::keyword)));
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

  static String keyword(KeywordArgument k) {
    return (k.isUnpacked() ? "**" : k.name() + "=") + of(k.value());
  }

  static Stream<String> all(List<? extends Expression> expressions) {
    return expressions.stream().map(ExpressionDump::of);
  }

  static String optional(@Nullable Expression e) {
    return e == null ? "-" : of(e);
  }

  static String form(String head, Stream<String> parts) {
    return Stream.concat(Stream.of(head), parts).collect(joining(" ", "(", ")"));
  }

  static String form(String head, String... parts) {
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
