package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Atom;
import io.github.shapecheck.shape.Comparison;
import io.github.shapecheck.shape.Compound;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Floor;
import io.github.shapecheck.shape.Minimum;
import io.github.shapecheck.shape.Quotient;
import io.github.shapecheck.shape.Scaled;
import java.util.Set;
import java.util.TreeSet;

/** The numbers that occur in a condition: where something may change. */
final class Numbers {
  private static final long LARGEST = 1L << 40;
  private static final int LARGEST_DIVISOR = 1024;

  private final Set<Long> found = new TreeSet<>();

  private Numbers() {}

  static Set<Long> in(Condition condition) {
    Numbers numbers = new Numbers();
    numbers.collect(condition);
    return numbers.found;
  }

  private void collect(Condition condition) {
    if (condition instanceof Compound junction) {
      junction.parts().forEach(this::collect);
    } else if (condition instanceof Comparison comparison) {
      collect(comparison.left());
      collect(comparison.right());
    }
  }

  private void collect(Dim dim) {
    add(dim.constant());
    for (int i = 0; i < dim.products().size(); i++) {
      add(dim.coefficient(i));
      for (Atom atom : dim.products().get(i).factors()) {
        if (atom instanceof Floor floor) {
          add(floor.divisor());
          collect(floor.dividend());
        } else if (atom instanceof Minimum minimum) {
          collect(minimum.argument());
        } else if (atom instanceof Quotient quotient) {
          collect(quotient.dividend());
          collect(quotient.divisor());
        } else if (atom instanceof Scaled scaled) {
          collect(scaled.argument());
        }
      }
    }
  }

  private void add(long number) {
    long size = Math.abs(number);
    if (size > 1 && size < LARGEST) {
      found.add(size);
      // A product of sizes that must be a number is made of the number's divisors.
      for (long divisor = 2; divisor < LARGEST_DIVISOR && divisor < size; divisor++) {
        if (size % divisor == 0) {
          found.add(divisor);
        }
      }
    }
  }
}
