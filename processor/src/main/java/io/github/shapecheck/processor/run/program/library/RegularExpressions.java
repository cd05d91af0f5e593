package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The module {@code re}. */
final class RegularExpressions {
  private RegularExpressions() {}

  static @Nullable Value member(String name) {
    return switch (name) {
      case "compile" ->
          new Builtin(
              name,
              in -> {
                Pattern pattern = pattern(in, in.get(0));
                return new Library("pattern", each -> ofPattern(pattern, each));
              });
      case "match", "search", "fullmatch", "findall", "split", "sub" ->
          new Builtin(name, in -> apply(in, pattern(in, in.get(0)), name, 1));
      case "escape" -> new Builtin(name, in -> new Value.Text(Pattern.quote(in.text(0))));
      case "I", "IGNORECASE", "M", "MULTILINE", "S", "DOTALL", "A", "ASCII" -> Value.Int.of(0);
      default -> null;
    };
  }

  private static @Nullable Value ofPattern(Pattern pattern, String name) {
    return switch (name) {
      case "match", "search", "fullmatch", "findall", "split", "sub" ->
          new Builtin(name, in -> apply(in, pattern, name, 0));
      case "pattern" -> new Value.Text(pattern.pattern());
      default -> null;
    };
  }

  private static Pattern pattern(Invocation in, Value given) {
    if (given instanceof Library compiled && compiled.members().apply("pattern") != null) {
      return pattern(in, compiled.members().apply("pattern"));
    }
    String text =
        in.text(given).replace("(?P<", "(?<").replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>");
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException wrong) {
      throw in.error("ValueError", "this is no regular expression");
    }
  }

  private static Value apply(Invocation in, Pattern pattern, String name, int first) {
    boolean replaces = name.equals("sub");
    Value text = in.get(first + (replaces ? 1 : 0), "string", Value.NONE);
    Matcher matcher = pattern.matcher(new Bounded(in, in.text(text)));
    return switch (name) {
      case "match" -> matcher.lookingAt() ? match(matcher) : Value.NONE;
      case "fullmatch" -> matcher.matches() ? match(matcher) : Value.NONE;
      case "search" -> matcher.find() ? match(matcher) : Value.NONE;
      case "findall" -> all(matcher);
      case "split" -> split(matcher, in.text(text));
      default -> replaced(in, matcher, in.get(first), in.text(text));
    };
  }

  private static Value all(Matcher matcher) {
    List<Value> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(
          matcher.groupCount() == 0
              ? new Value.Text(matcher.group())
              : matcher.groupCount() == 1 ? group(matcher, 1) : groups(matcher));
    }
    return new ListObject(found);
  }

  /** The parts between the matches, and the groups of these. */
  private static Value split(Matcher matcher, String text) {
    List<Value> parts = new ArrayList<>();
    int from = 0;
    while (matcher.find()) {
      parts.add(new Value.Text(text.substring(from, matcher.start())));
      for (int i = 1; i <= matcher.groupCount(); i++) {
        parts.add(group(matcher, i));
      }
      from = matcher.end();
    }
    parts.add(new Value.Text(text.substring(from)));
    return new ListObject(parts);
  }

  private static Value replaced(Invocation in, Matcher matcher, Value with, String text) {
    StringBuilder made = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      made.append(text, from, matcher.start());
      String other =
          with instanceof Value.Text plain
              ? filled(plain.value(), matcher)
              : in.text(in.call(with, match(matcher)));
      made.append(other);
      from = matcher.end();
    }
    return new Value.Text(made.append(text.substring(from)).toString());
  }

  /** A replacement with the groups that it names by number. */
  private static String filled(String with, Matcher matcher) {
    String filled = with;
    for (int i = matcher.groupCount(); i >= 1; i--) {
      String group = matcher.group(i) == null ? "" : matcher.group(i);
      filled = filled.replace("\\" + i, group);
    }
    return filled;
  }

  private static Value group(Matcher matcher, int number) {
    return matcher.group(number) == null ? Value.NONE : new Value.Text(matcher.group(number));
  }

  private static Value groups(Matcher matcher) {
    List<Value> groups = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      groups.add(group(matcher, i));
    }
    return new Value.Sequence(groups, true);
  }

  private static Value match(Matcher matcher) {
    Value whole = new Value.Text(matcher.group());
    Value groups = groups(matcher);
    DictObject named = new DictObject();
    Matcher names = Pattern.compile("\\(\\?<(\\w+)>").matcher(matcher.pattern().pattern());
    while (names.find()) {
      String name = names.group(1);
      String value = matcher.group(name);
      named.put(name, value == null ? Value.NONE : new Value.Text(value));
    }
    Value start = Value.Int.of(matcher.start());
    Value end = Value.Int.of(matcher.end());
    return new Library(
        "match",
        name ->
            switch (name) {
              case "group" -> new Builtin(name, in -> group(in, whole, groups, named));
              case "groups" -> new Builtin(name, in -> groups);
              case "groupdict" -> new Builtin(name, in -> named);
              case "start" -> new Builtin(name, in -> start);
              case "end" -> new Builtin(name, in -> end);
              case "span" -> new Builtin(name, in -> Value.Sequence.tuple(start, end));
              default -> null;
            });
  }

  private static Value group(Invocation in, Value whole, Value groups, DictObject named) {
    Value which = in.size() == 0 ? Value.Int.of(0) : in.get(0);
    if (which instanceof Value.Text) {
      Value value = named.get(which);
      if (value != null) {
        return value;
      }
    } else if (which.dim() != null && which.dim().isConstant()) {
      long at = which.dim().value();
      List<Value> all = ((Value.Sequence) groups).items();
      if (at >= 0 && at <= all.size()) {
        return at == 0 ? whole : all.get((int) at - 1);
      }
    }
    throw in.error("IndexError", "there is no such group");
  }

  /** A text of which each look counts as a step, so that no pattern takes for ever. */
  private record Bounded(Invocation in, String text) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      in.machine().step();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
