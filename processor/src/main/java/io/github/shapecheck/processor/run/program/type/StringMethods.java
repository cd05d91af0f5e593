package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What strings can do. */
public final class StringMethods {
  private static final String NAMES =
      """
      upper lower strip lstrip rstrip split rsplit join replace startswith endswith find rfind index
      rindex count isdigit isnumeric isdecimal isalpha encode decode __len__ __contains__
      """;

  private static final String WRITTEN =
      """
      casefold capitalize title swapcase istitle isupper islower isspace isalnum isascii isidentifier
      splitlines ljust rjust center zfill partition rpartition removeprefix removesuffix expandtabs
      translate
      """;

  private StringMethods() {}

  public static void fill(ClassObject type) {
    for (String name : NAMES.split("\\s+")) {
      Builtin.define(type, name, in -> call(name, in));
    }
    for (String name : WRITTEN.split("\\s+")) {
      type.members().put(name, Written.named("str", name));
    }
    type.members().put("format", Written.named("str.format", "format"));
    Builtin table = Written.named("str", "maketrans");
    type.members().put(table.name(), new Wrapper(Wrapper.Kind.STATIC, table));
  }

  private static Value call(String name, Invocation in) {
    String text = in.text(0);
    int sought = in.size() > 1 ? Math.max(1, Comparing.size(in.get(1))) : 1;
    in.machine().handle((long) text.length() * sought);
    return switch (name) {
      case "upper" -> new Value.Text(text.toUpperCase(Locale.ROOT));
      case "lower" -> new Value.Text(text.toLowerCase(Locale.ROOT));
      case "strip", "lstrip", "rstrip" -> new Value.Text(stripped(name, text, in));
      case "split", "rsplit" -> split(text, in, name.equals("rsplit"));
      case "join" -> join(text, in);
      case "replace" -> replace(text, in);
      case "startswith", "endswith" -> Comparing.bool(hasEnd(name, text, in));
      case "find", "rfind", "index", "rindex" -> Value.Int.of(find(name, text, in));
      case "count" -> Value.Int.of(count(text, in.text(1)));
      case "encode", "decode" -> in.get(0);
      case "__len__" -> Value.Int.of(text.length());
      case "__contains__" -> Comparing.bool(text.contains(in.text(1)));
      case "isalpha" -> is(text, Character::isLetter);
      default -> is(text, Character::isDigit);
    };
  }

  private static String stripped(String name, String text, Invocation in) {
    Value given = in.get(1, "chars", Value.NONE);
    String set = given instanceof Value.None ? " \t\n\r\f\u000b" : in.text(given);
    int start = 0;
    int end = text.length();
    while (!name.equals("rstrip") && start < end && set.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (!name.equals("lstrip") && start < end && set.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  private static Value texts(List<String> texts) {
    return new ListObject(Value.each(texts, Value.Text::new));
  }

  private static Value split(String text, Invocation in, boolean fromBehind) {
    Value given = in.get(1, "sep", Value.NONE);
    long most = in.integer(in.get(2, "maxsplit", Value.Int.of(-1)));
    String separator = given instanceof Value.None ? null : in.text(given);
    if (separator != null && separator.isEmpty()) {
      throw in.error("ValueError", "an empty separator splits nothing");
    }
    List<String> parts = new ArrayList<>();
    String rest = separator == null ? text.strip() : text;
    while (separator != null || !rest.isEmpty()) {
      int[] at = most == 0 ? null : next(rest, separator, fromBehind);
      if (at == null) {
        parts.add(rest);
        break;
      }
      parts.add(fromBehind ? rest.substring(at[1]) : rest.substring(0, at[0]));
      rest = fromBehind ? rest.substring(0, at[0]) : rest.substring(at[1]);
      rest = separator != null ? rest : fromBehind ? rest.stripTrailing() : rest.stripLeading();
      in.machine().handle(rest.length());
      most--;
    }
    if (fromBehind) {
      Collections.reverse(parts);
    }
    return texts(parts);
  }

  /** Where the next separator begins and ends, null for none. */
  private static int @Nullable [] next(
      String text, @Nullable String separator, boolean fromBehind) {
    if (separator != null) {
      int at = fromBehind ? text.lastIndexOf(separator) : text.indexOf(separator);
      return at < 0 ? null : new int[] {at, at + separator.length()};
    }
    for (int i = 0; i < text.length(); i++) {
      int at = fromBehind ? text.length() - 1 - i : i;
      if (Character.isWhitespace(text.charAt(at))) {
        return new int[] {at, at + 1};
      }
    }
    return null;
  }

  private static Value join(String separator, Invocation in) {
    List<String> parts = new ArrayList<>();
    long size = 0;
    for (Value item : in.items(1)) {
      String part = in.text(InstanceObject.plain(item));
      size += part.length() + (parts.isEmpty() ? 0 : separator.length());
      parts.add(part);
    }
    in.machine().make(size);
    return new Value.Text(String.join(separator, parts));
  }

  private static Value replace(String text, Invocation in) {
    String old = in.text(1);
    long most = in.integer(in.get(3, "count", Value.Int.of(-1)));
    if (most < 0) {
      long size = (long) text.length() * Math.max(1, in.text(2).length());
      in.machine()
          .make(Math.min(size, text.length() + (long) count(text, old) * in.text(2).length()));
      return new Value.Text(text.replace(old, in.text(2)));
    }
    StringBuilder result = new StringBuilder();
    String rest = text;
    for (long i = 0; i < most; i++) {
      int at = rest.indexOf(old);
      if (at < 0 || old.isEmpty()) {
        break;
      }
      result.append(rest, 0, at).append(in.text(2));
      rest = rest.substring(at + old.length());
    }
    return new Value.Text(result.append(rest).toString());
  }

  private static boolean hasEnd(String name, String text, Invocation in) {
    List<Value> ends =
        in.get(1) instanceof Value.Sequence several ? several.items() : List.of(in.get(1));
    return ends.stream()
        .anyMatch(
            end ->
                name.equals("startswith")
                    ? text.startsWith(in.text(end))
                    : text.endsWith(in.text(end)));
  }

  private static long find(String name, String text, Invocation in) {
    int from = in.size() > 2 ? (int) Math.min(in.integer(2), text.length()) : 0;
    from = from < 0 ? Math.max(0, from + text.length()) : from;
    String part = in.text(1);
    long last = in.size() > 3 ? in.integer(3) : text.length();
    last = Math.min(last < 0 ? last + text.length() : last, text.length()) - part.length();
    int at = name.startsWith("r") ? text.lastIndexOf(part, (int) last) : text.indexOf(part, from);
    at = at < from || at > last ? -1 : at;
    if (at < 0 && name.endsWith("index")) {
      throw in.error("ValueError", "'" + part + "' is not in '" + text + "'");
    }
    return at;
  }

  private static int count(String text, String part) {
    if (part.isEmpty()) {
      return text.length() + 1;
    }
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private static Value is(String text, IntPredicate kind) {
    return Comparing.bool(!text.isEmpty() && text.chars().allMatch(kind));
  }
}
