package io.github.shapecheck.report.text;

import io.github.shapecheck.report.Operand;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes words and values of arguments as Python would, in ASCII. */
final class OperandText {
  private static final Set<String> RESERVED =
      Set.of("None", "True", "False", "nan", "inf", "buffer");

  private final StringBuilder out;

  OperandText(StringBuilder out) {
    this.out = out;
  }

  /** Whether a name can stand without quotes. */
  static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isWordPart(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty() && !RESERVED.contains(text);
  }

  static boolean isWordPart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || "_.$".indexOf(c) >= 0;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  OperandText word(String text) {
    if (isWord(text)) {
      out.append(text);
      return this;
    }
    return quoted(text);
  }

  private OperandText quoted(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
    return this;
  }

  OperandText value(Operand value) {
    if (value instanceof Operand.Reference reference) {
      return reference(reference.name(), reference.item());
    } else if (value instanceof Operand.Size size) {
      size(size.dim());
    } else if (value instanceof Operand.Items items) {
      out.append(items.tuple() ? '(' : '[');
      list(items.items());
      out.append(items.tuple() ? ')' : ']');
    } else if (value instanceof Operand.Text text) {
      quoted(text.text());
    } else if (value instanceof Operand.Slice slice) {
      out.append("slice(");
      list(List.of(slice.lower(), slice.upper(), slice.step()));
      out.append(')');
    } else if (value instanceof Operand.Quotient quotient) {
      out.append('{').append(quotient.dividend()).append("}/{");
      out.append(quotient.divisor()).append('}');
    } else {
      out.append(plain(value));
    }
    return this;
  }

  private static String plain(Operand value) {
    if (value instanceof Operand.Real real) {
      return Double.isFinite(real.number())
          ? Double.toString(real.number())
          : Double.isNaN(real.number()) ? "nan" : real.number() > 0 ? "inf" : "-inf";
    } else if (value instanceof Operand.Flag flag) {
      return flag.isTrue() ? "True" : "False";
    } else if (value instanceof Operand.Type type) {
      return "torch." + type.dtype();
    } else if (value instanceof Operand.None) {
      return "None";
    }
    return value instanceof Operand.Ellipsis ? "..." : "?";
  }

  /** A formula stands in braces, so that its parentheses are no tuple's. */
  private void size(Dim dim) {
    if (dim.isConstant()) {
      out.append(dim.value());
    } else {
      out.append('{').append(dim).append('}');
    }
  }

  OperandText reference(String name, int item) {
    boolean isName = isWord(name) && name.charAt(0) != '.' && !isDigit(name.charAt(0));
    if (isName && !name.startsWith("torch.")) {
      out.append(name);
    } else {
      out.append('@');
      quoted(name);
    }
    if (item == Operand.Reference.SOME) {
      out.append("#?");
    } else if (item > 0) {
      out.append('#').append(item);
    }
    return this;
  }

  private void list(List<Operand> values) {
    for (int i = 0; i < values.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      value(values.get(i));
    }
  }
}
