package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Regular expressions, for the module {@code re} that is written in Python. */
final class RegularExpressions {
  private static final Pattern NAME = Pattern.compile("\\(\\?<(\\w+)>");

  private RegularExpressions() {}

  /**
   * {@code find(pattern, string, start, how)}: where a match starts and ends, its groups, and those
   * with names; None for no match.
   */
  static Value find(Invocation in) {
    Matcher matcher = pattern(in).matcher(new Bounded(in, in.text(1)));
    boolean found =
        switch (in.text(3)) {
          case "match" -> matcher.lookingAt();
          case "fullmatch" -> matcher.matches();
          default -> matcher.find((int) in.integer(2));
        };
    if (!found) {
      return Value.NONE;
    }
    List<Value> groups = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      groups.add(text(matcher.group(i)));
    }
    DictObject named = new DictObject();
    NAME.matcher(matcher.pattern().pattern())
        .results()
        .forEach(name -> named.put(name.group(1), text(matcher.group(name.group(1)))));
    return Value.Sequence.tuple(
        Value.Int.of(matcher.start()),
        Value.Int.of(matcher.end()),
        new Value.Sequence(groups, true),
        named);
  }

  private static Value text(@Nullable String group) {
    return group == null ? Value.NONE : new Value.Text(group);
  }

  private static Pattern pattern(Invocation in) {
    String text = in.text(0).replace("(?P<", "(?<").replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>");
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException wrong) {
      throw in.error("ValueError", "this is no regular expression");
    }
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
