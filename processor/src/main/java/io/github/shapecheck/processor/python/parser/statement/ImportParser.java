package io.github.shapecheck.processor.python.parser.statement;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Statement.Imported;
import io.github.shapecheck.processor.python.parser.token.Complaint;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.List;

/** Parses {@code import} and {@code from ... import}. */
record ImportParser(Tokens tokens) {
  Statement importing() throws Unparsable {
    Token word = tokens.next();
    List<Imported> names = new ArrayList<>();
    do {
      Span begin = tokens.peek().span();
      names.add(imported(begin, dotted()));
    } while (tokens.take(","));
    return new Statement.Import(List.copyOf(names), tokens.since(word));
  }

  Statement importingFrom() throws Unparsable {
    Token word = tokens.next();
    int level = 0;
    while (tokens.peek().isSign(".") || tokens.peek().isSign("...")) {
      level += tokens.next().text().length();
    }
    String module = level > 0 && tokens.peek().isWord("import") ? "" : dotted();
    if (!tokens.takeWord("import")) {
      throw Complaint.missing("the 'import' of this 'from'", tokens.peek());
    }
    Token first = tokens.peek();
    List<Imported> names =
        tokens.take("*")
            ? List.of(new Imported("*", null, first.span()))
            : tokens.listed(first.isSign("("), this::imported);
    return new Statement.ImportFrom(module, level, names, tokens.since(word));
  }

  private Imported imported() throws Unparsable {
    Token name = tokens.name("a name");
    return imported(name.span(), name.text());
  }

  private Imported imported(Span begin, String name) throws Unparsable {
    String alias = tokens.takeWord("as") ? tokens.name("a name").text() : null;
    return new Imported(name, alias, tokens.since(begin));
  }

  private String dotted() throws Unparsable {
    StringBuilder name = new StringBuilder(tokens.name("the module's name").text());
    while (tokens.take(".")) {
      name.append('.').append(tokens.name("the module's name").text());
    }
    return name.toString();
  }
}
