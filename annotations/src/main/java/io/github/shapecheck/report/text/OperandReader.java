package io.github.shapecheck.report.text;

import io.github.shapecheck.report.Operand;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;

/** Reads the values of arguments, as {@link OperandText} writes them. */
final class OperandReader {
  private final LineScanner in;

  OperandReader(LineScanner in) {
    this.in = in;
  }

  Operand value() {
    switch (in.next()) {
      case '"':
        return new Operand.Text(in.quoted());
      case '@':
        return reference();
      case '{':
        Dim dim = in.formula();
        return in.take("/") ? new Operand.Quotient(dim, in.formula()) : new Operand.Size(dim);
      case '(':
        in.expect("(");
        return new Operand.Items(list(")"), true);
      case '[':
        in.expect("[");
        return new Operand.Items(list("]"), false);
      case '?':
        in.expect("?");
        return new Operand.Unknown();
      case '-':
        return number();
      default:
        return OperandText.isDigit(in.next()) ? number() : named();
    }
  }

  private Operand number() {
    boolean negative = in.take("-");
    String digits = (negative ? "-" : "") + in.word();
    if (digits.endsWith("E") && in.take("-")) {
      digits += "-" + in.word();
    }
    if (digits.equals("-inf")) {
      return new Operand.Real(Double.NEGATIVE_INFINITY);
    }
    return digits.indexOf('.') < 0
        ? new Operand.Size(Dim.of(Long.parseLong(digits)))
        : new Operand.Real(Double.parseDouble(digits));
  }

  private Operand named() {
    if (in.take("...")) {
      return new Operand.Ellipsis();
    } else if (in.take("slice(")) {
      List<Operand> parts = list(")");
      return new Operand.Slice(parts.get(0), parts.get(1), parts.get(2));
    }
    Operand.Reference reference = reference();
    String name = reference.name();
    return switch (name) {
      case "None" -> new Operand.None();
      case "True", "False" -> new Operand.Flag(name.equals("True"));
      case "nan" -> new Operand.Real(Double.NaN);
      case "inf" -> new Operand.Real(Double.POSITIVE_INFINITY);
      default ->
          name.startsWith("torch.")
              ? new Operand.Type(name.substring("torch.".length()))
              : reference;
    };
  }

  /** The name of a step or an input, and which of its results. */
  Operand.Reference reference() {
    String name = in.take("@") ? in.quoted() : in.word();
    if (in.take("#?")) {
      return new Operand.Reference(name, Operand.Reference.SOME);
    }
    return new Operand.Reference(name, in.take("#") ? Integer.parseInt(in.word()) : 0);
  }

  /** Values up to a closing bracket. */
  List<Operand> list(String end) {
    List<Operand> values = new ArrayList<>();
    while (!in.take(end)) {
      if (!values.isEmpty()) {
        in.expect(",");
      }
      values.add(value());
    }
    return values;
  }
}
