package io.github.shapecheck.shape;

import java.util.ArrayList;
import java.util.List;

/** Reads Dims and Shapes from text. */
final class Parser {
  /** Deep enough for anything a person writes, shallow enough for any stack. */
  private static final int MAX_DEPTH = 100;

  final Scanner scanner;
  private int depth;

  Parser(String text) {
    this.scanner = new Scanner(text);
  }

  static Dim dim(String text) {
    Parser parser = new Parser(text);
    Dim dim = parser.sum();
    parser.end();
    return dim;
  }

  static Shape shape(String text) {
    Parser parser = new Parser(text);
    List<Dim> dims = new ArrayList<>();
    parser.scanner.expect("[");
    if (!parser.scanner.take("]")) {
      do {
        dims.add(parser.sum());
      } while (parser.scanner.take(","));
      parser.scanner.expect("]");
    }
    parser.end();
    return Shape.of(dims);
  }

  void end() {
    if (!scanner.atEnd()) {
      throw scanner.error("unexpected text");
    }
  }

  void enter() {
    if (++depth > MAX_DEPTH) {
      throw scanner.error("nested too deeply");
    }
  }

  void leave() {
    depth--;
  }

  Dim sum() {
    return sum(product());
  }

  private Dim sum(Dim first) {
    Dim sum = first;
    while (true) {
      if (scanner.take("+")) {
        sum = sum.plus(product());
      } else if (scanner.take("-")) {
        sum = sum.minus(product());
      } else {
        return sum;
      }
    }
  }

  private Dim product() {
    Dim product = factor();
    while (true) {
      if (scanner.take("//")) {
        product = product.floorDiv(factor());
      } else if (scanner.take("%")) {
        product = product.mod(factor());
      } else if (scanner.take("*")) {
        product = product.times(factor());
      } else {
        return product;
      }
    }
  }

  private Dim factor() {
    enter();
    Dim factor = unnested();
    leave();
    return factor;
  }

  private Dim unnested() {
    boolean negative = false;
    while (scanner.take("-")) {
      negative = !negative;
    }
    if (scanner.take("(")) {
      Dim inner = sum();
      scanner.expect(")");
      return negative ? inner.negate() : inner;
    }
    if (scanner.take("?")) {
      return Dim.unknown();
    }
    String digits = scanner.number();
    if (!digits.isEmpty()) {
      return Dim.of(integer(negative ? "-" + digits : digits));
    }
    String name = scanner.name();
    if (name.isEmpty()) {
      throw scanner.error("expected a size");
    }
    Dim dim = scanner.take("(") ? call(name) : Dim.symbol(name);
    return negative ? dim.negate() : dim;
  }

  private Dim call(String name) {
    Dim result;
    switch (name) {
      case "floor", "ceil" -> {
        Dim dividend = product();
        if (!scanner.take("/")) {
          result = sum(dividend);
        } else {
          Dim divisor = factor();
          result = name.equals("floor") ? dividend.floorDiv(divisor) : dividend.ceilDiv(divisor);
        }
      }
      case "min", "max" -> {
        result = sum();
        while (scanner.take(",")) {
          Dim next = sum();
          result = name.equals("min") ? result.min(next) : result.max(next);
        }
      }
      case "scale" -> {
        boolean negative = scanner.take("-");
        double factor = real(scanner.number());
        scanner.expect(",");
        result = sum().scale(negative ? -factor : factor);
      }
      default -> throw scanner.error("no function " + name);
    }
    scanner.expect(")");
    return result;
  }

  long integer(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw scanner.error("not a whole number: " + digits);
    }
  }

  private double real(String digits) {
    try {
      return Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      throw scanner.error("not a number: " + digits);
    }
  }
}
