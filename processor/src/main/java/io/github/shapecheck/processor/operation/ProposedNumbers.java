package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers that a rule proposes in place of those that do not fit. */
public final class ProposedNumbers {
  private static final long MOST_DIVISOR = 1 << 16;

  private ProposedNumbers() {}

  /**
   * A parameter's numbers with another one on one axis; one that counts for all axes is replaced as
   * a whole. 0 stands for what is not a plain number.
   */
  public static Setting axis(Call call, String parameter, int axes, int axis, Dim value) {
    if (!call.knows(parameter) || call.get(parameter) instanceof Value.Text) {
      return Setting.of(0);
    }
    boolean alone = !(call.get(parameter) instanceof Value.Sequence);
    Dim[] dims = call.axes(parameter, axes);
    List<Long> numbers = new ArrayList<>(axes);
    for (int i = 0; i < axes; i++) {
      Dim dim = alone || i == axis ? value : dims[i];
      numbers.add(dim.isConstant() ? dim.value() : 0);
    }
    return Setting.of(numbers);
  }

  /** The first of too many numbers; of too few the first, for all axes. */
  static Setting first(Dim[] dims, int axes) {
    return Setting.of(
        Arrays.stream(dims)
            .limit(dims.length > axes ? axes : 1)
            .map(dim -> dim.isConstant() ? dim.value() : 0)
            .toList());
  }

  /** A parameter's numbers, negative ones without their sign, others raised to {@code least}. */
  static Setting atLeast(Call call, String parameter, long least) {
    List<Long> numbers = new ArrayList<>();
    for (Dim dim : call.dims(parameter)) {
      boolean plausible = dim.isConstant() && dim.value() >= Spatial.LEAST_PLAUSIBLE;
      numbers.add(plausible ? Math.max(least, Math.abs(dim.value())) : least);
    }
    return numbers.size() == 1 ? Setting.of(numbers.get(0)) : new Setting.Numbers(numbers);
  }

  /** The largest number that divides a size and a count, unknown where that is 1. */
  public static Dim commonDivisor(Dim size, long count) {
    long divisor = 1;
    for (long candidate = 2; candidate <= Math.min(count, MOST_DIVISOR); candidate++) {
      if (count % candidate == 0 && size.isConstant() && size.value() % candidate == 0) {
        divisor = candidate;
      }
    }
    return divisor == 1 ? Dim.unknown() : Dim.of(divisor);
  }

  /** The divisors of a size on both sides of a number that is none, the nearer one first. */
  public static List<Dim> nearestDivisors(Dim size, long number) {
    List<Dim> divisors = new ArrayList<>();
    if (size.isConstant() && size.value() > 0) {
      long most = Math.min(size.value(), MOST_DIVISOR);
      long below = Math.min(number, most);
      long above = below + 1;
      while (size.value() % below != 0) {
        below--;
      }
      while (above < most && size.value() % above != 0) {
        above++;
      }
      divisors.add(Dim.of(below));
      if (above <= most && size.value() % above == 0) {
        divisors.add(number - below <= above - number ? 1 : 0, Dim.of(above));
      }
    }
    return divisors;
  }
}
