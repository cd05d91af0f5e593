package io.github.shapecheck.shape;

/** Prints Dims in the notation that {@link Parser} reads. */
final class Text {
  private final StringBuilder out = new StringBuilder();

  private Text() {}

  static String of(Dim dim) {
    Text text = new Text();
    text.append(dim);
    return text.out.toString();
  }

  private void append(Dim dim) {
    if (!dim.isKnown()) {
      out.append('?');
    } else if (!appendExtremum(dim)) {
      appendSum(dim);
    }
  }

  private void appendSum(Dim dim) {
    Monomial[] monomials = dim.monomials();
    for (int i = 0; i < monomials.length; i++) {
      long coefficient = dim.coefficients()[i];
      sign(coefficient, i == 0);
      if (coefficient != 1 && coefficient != -1) {
        out.append(magnitude(coefficient)).append('*');
      }
      append(monomials[i]);
    }
    if (monomials.length == 0 || dim.constant() != 0) {
      sign(dim.constant(), monomials.length == 0);
      out.append(magnitude(dim.constant()));
    }
  }

  private void sign(long value, boolean first) {
    out.append(first ? value < 0 ? "-" : "" : value < 0 ? " - " : " + ");
  }

  private static String magnitude(long value) {
    return value < 0 ? Long.toString(value).substring(1) : Long.toString(value);
  }

  private void append(Monomial monomial) {
    String separator = "";
    for (Atom factor : monomial.factors) {
      out.append(separator);
      append(factor);
      separator = "*";
    }
  }

  private void append(Atom atom) {
    if (atom instanceof Symbol symbol) {
      out.append(symbol.name);
    } else if (atom instanceof Floor floor) {
      appendQuotient(floor.dividend, Dim.of(floor.divisor));
    } else if (atom instanceof Quotient quotient) {
      appendQuotient(quotient.dividend, quotient.divisor);
    } else if (atom instanceof Minimum minimum) {
      appendCall("min(", minimum.argument, Dim.of(0));
    } else if (atom instanceof Scaled scaled) {
      out.append("scale(").append(scaled.factor).append(", ");
      append(scaled.argument);
      out.append(')');
    }
  }

  private void appendQuotient(Dim dividend, Dim divisor) {
    out.append("floor(");
    appendOperand(dividend, dividend.monomials().length == 1 && dividend.constant() == 0);
    out.append('/');
    appendOperand(
        divisor,
        divisor.isConstant()
            || divisor.equals(Symbol.of(Polynomial.leading(divisor).name).shared()));
    out.append(')');
  }

  private void appendOperand(Dim dim, boolean bare) {
    out.append(bare || dim.isConstant() ? "" : "(");
    append(dim);
    out.append(bare || dim.isConstant() ? "" : ")");
  }

  private void appendCall(String call, Dim first, Dim second) {
    out.append(call);
    append(first);
    out.append(", ");
    append(second);
    out.append(')');
  }

  /** A short p + k*min(d, 0) reads better as min(p + k*d, p), for negative k as max(p + k*d, p). */
  private boolean appendExtremum(Dim dim) {
    Monomial[] monomials = dim.monomials();
    for (int i = 0; i < monomials.length && monomials.length <= 2; i++) {
      long coefficient = dim.coefficients()[i];
      if (monomials[i].single().orElse(null) instanceof Minimum minimum) {
        try {
          Dim rest = dim.minus(minimum.dim().times(coefficient));
          if (rest.monomials().length == 1
              && rest.monomials()[0].single().orElse(null) instanceof Minimum) {
            return false;
          }
          Dim shifted = rest.plus(minimum.argument.times(coefficient));
          appendCall(coefficient > 0 ? "min(" : "max(", shifted, rest);
          return true;
        } catch (ArithmeticException tooLarge) {
          return false;
        }
      }
    }
    return false;
  }
}
