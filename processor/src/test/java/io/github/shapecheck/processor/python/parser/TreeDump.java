package io.github.shapecheck.processor.python.parser;

import static io.github.shapecheck.processor.python.parser.ExpressionDump.all;
import static io.github.shapecheck.processor.python.parser.ExpressionDump.form;
import static io.github.shapecheck.processor.python.parser.ExpressionDump.optional;
import static io.github.shapecheck.processor.python.parser.ExpressionDump.parameters;
import static java.util.stream.Collectors.joining;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Pattern;
import io.github.shapecheck.processor.python.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
      Stream<String> keywords = c.keywords().stream().map(ExpressionDump::keyword);
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

  private static String of(Expression e) {
    return ExpressionDump.of(e);
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
}
