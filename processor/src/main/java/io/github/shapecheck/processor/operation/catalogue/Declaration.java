package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to call an operation, as its family's text declares it.
 *
 * @param name the name with {@code nn.}, {@code torch.} or {@code Tensor.} in front
 * @param first the first name of the operation
 * @param parameters what stands in the parentheses, null for an attribute
 * @param forward what stands in the second parentheses, null where there are none
 */
record Declaration(
    Family family,
    String name,
    String first,
    @Nullable String parameters,
    @Nullable String forward) {

  static List<Declaration> of(Family family) {
    String text = family.signatures();
    List<Declaration> all = new ArrayList<>();
    String pattern = "";
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\n') {
        continue;
      }
      int end = nameEnd(text, at);
      String names = text.substring(at, end);
      pattern = at == 0 || text.charAt(at - 1) == '\n' ? names : pattern;
      String parameters = null;
      String forward = null;
      if (text.charAt(end) == '(') {
        int close = text.indexOf(')', end);
        parameters = text.substring(end + 1, close);
        end = close + 1;
        if (text.charAt(end) == '(') {
          close = text.indexOf(')', end);
          forward = text.substring(end + 1, close);
          end = close + 1;
        }
      }
      at = end;
      add(new Declaration(family, names, pattern, parameters, forward), all);
    }
    return all;
  }

  private static int nameEnd(String text, int start) {
    int end = start;
    while ("( \n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Adds one declaration for each of the names that a pattern means. */
  private static void add(Declaration pattern, List<Declaration> all) {
    int bar = pattern.first.indexOf('|');
    String first = bar < 0 ? pattern.first : pattern.first.substring(0, bar);
    for (String name : pattern.name.split("\\|")) {
      int open = name.indexOf('[');
      if (open < 0) {
        all.add(pattern.as(name, first));
        continue;
      }
      for (int i = open + 1; name.charAt(i) != ']'; i++) {
        all.add(pattern.as(with(name, name.charAt(i)), with(first, name.charAt(i))));
      }
    }
  }

  private static String with(String pattern, char digit) {
    return pattern.substring(0, pattern.indexOf('['))
        + digit
        + pattern.substring(pattern.indexOf(']') + 1);
  }

  private Declaration as(String name, String first) {
    return new Declaration(family, name, first, parameters, forward);
  }

  /** Builds what is declared. */
  Operation operation() {
    return family.operation(first);
  }
}
