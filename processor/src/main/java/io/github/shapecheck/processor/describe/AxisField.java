package io.github.shapecheck.processor.describe;

import io.github.shapecheck.report.Ratio;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a tensor see of one axis of the input, and how that moves along the tensor.
 * The value at place i sees the positions from {@code lows[r] + q * shift} to {@code highs[r] + q *
 * shift}, where q and r are the quotient and the remainder of i by the number of lows: upsampling
 * makes neighbours see the same, so that only every so many places are alike.
 *
 * @param axis the axis of the tensor along which it moves, -1 where all values see the same
 * @param merged whether several axes were merged into that one, so that it does not move evenly
 * @param widest how many positions are seen at most, where that is known in short
 */
record AxisField(
    int axis, boolean merged, List<Dim> lows, List<Dim> highs, Dim shift, @Nullable Dim widest) {
  private static final Dim ZERO = Dim.of(0);
  private static final Dim ONE = Dim.of(1);
  private static final int LONGEST = 4_096;

  /** The largest of so many different sizes can be read. */
  private static final int FEW = 2;

  private AxisField(int axis, boolean merged, List<Dim> lows, List<Dim> highs, Dim shift) {
    this(axis, merged, lows, highs, shift, null);
  }

  /** The input axis itself. */
  static AxisField start(int axis) {
    return new AxisField(axis, false, List.of(ZERO), List.of(ZERO), Dim.of(1));
  }

  private static AxisField fixed(Dim low, Dim high) {
    return new AxisField(-1, false, List.of(low), List.of(high), ZERO);
  }

  int period() {
    return lows.size();
  }

  /** The same along another axis. */
  AxisField along(int other) {
    return new AxisField(other, merged, lows, highs, shift, widest);
  }

  /** The same along an axis into which others were merged; what all of {@code size} places see. */
  AxisField mergedInto(int other, Dim size) {
    AxisField all = merged ? this : collapsed(size);
    return new AxisField(other, true, all.lows, all.highs, ZERO);
  }

  /** Every value sees what the values at all of {@code size} places saw. */
  AxisField collapsed(Dim size) {
    if (axis < 0 || merged) {
      return fixed(lows.get(0), highs.get(0));
    }
    Dim last = size.minus(1);
    if (last.isConstant()) {
      return fixed(lows.get(0), high(last.value()));
    }
    return fixed(lows.get(0), lastHigh(last));
  }

  /** What the last of a free number of places sees: the steps from place to place, added up. */
  private Dim lastHigh(Dim last) {
    Dim wrapped = highs.get(0).plus(shift).minus(highs.get(period() - 1));
    Dim high = highs.get(0).plus(wrapped.times(last.floorDiv(period())));
    for (int i = 1; i < period(); i++) {
      Dim step = highs.get(i).minus(highs.get(i - 1));
      high = high.plus(step.times(last.plus(period() - i).floorDiv(period())));
    }
    return high;
  }

  private Dim low(long place) {
    return lows.get((int) Math.floorMod(place, (long) period()))
        .plus(shift.times(Math.floorDiv(place, (long) period())));
  }

  private Dim high(long place) {
    return highs
        .get((int) Math.floorMod(place, (long) period()))
        .plus(shift.times(Math.floorDiv(place, (long) period())));
  }

  /**
   * Reading the places from {@code o * stride - before} to {@code reach} places further; null where
   * it cannot be told.
   */
  @Nullable AxisField window(Dim before, Dim reach, Dim stride) {
    if (before.equals(ZERO) && reach.equals(ZERO) && stride.equals(ONE)) {
      return this;
    } else if (period() == 1) {
      Dim low = lows.get(0).minus(shift.times(before));
      Dim high = highs.get(0).plus(shift.times(reach.minus(before)));
      return new AxisField(axis, false, List.of(low), List.of(high), shift.times(stride));
    }
    if (!before.isConstant() || !reach.isConstant() || !stride.isConstant()) {
      return null;
    }
    long first = -before.value();
    long last = first + reach.value();
    long step = stride.value();
    return resampled(1, step, o -> o * step + first, o -> o * step + last);
  }

  /**
   * Reading other places: {@code period} places further on everything lies {@code advance} places
   * further; null where the pattern is too long.
   */
  @Nullable AxisField resampled(
      long period, long advance, LongUnaryOperator first, LongUnaryOperator last) {
    long common = gcd(period(), advance);
    long length = period * (period() / common);
    if (length < 1 || length > LONGEST) {
      return null;
    }
    List<Dim> nextLows = new ArrayList<>();
    List<Dim> nextHighs = new ArrayList<>();
    for (long o = 0; o < length; o++) {
      nextLows.add(low(first.applyAsLong(o)));
      nextHighs.add(high(last.applyAsLong(o)));
    }
    return new AxisField(axis, false, nextLows, nextHighs, shift.times(advance / common)).reduced();
  }

  /** Reading {@code size} places in so many parts as even as can be; null where it is not told. */
  @Nullable AxisField parts(Dim size, long parts) {
    if (parts < 1 || parts > LONGEST) {
      return null;
    } else if (size.isConstant()) {
      long all = size.value();
      return resampled(
          parts,
          all,
          i -> Math.floorDiv(i * all, parts),
          i -> -Math.floorDiv(-(i + 1) * all, parts) - 1);
    } else if (period() > 1) {
      return null;
    }
    List<Dim> nextLows = new ArrayList<>();
    List<Dim> nextHighs = new ArrayList<>();
    for (long i = 0; i < parts; i++) {
      Dim first = size.times(i).floorDiv(parts);
      Dim end = size.times(-i - 1).floorDiv(parts).negate();
      nextLows.add(lows.get(0).plus(shift.times(first)));
      nextHighs.add(highs.get(0).plus(shift.times(end.minus(1))));
    }
    Dim most = highs.get(0).minus(lows.get(0)).plus(1);
    return new AxisField(
        axis,
        false,
        nextLows,
        nextHighs,
        shift.times(size),
        most.plus(shift.times(largestPart(size, parts).minus(1))));
  }

  /**
   * The longest of the parts from {@code floor(i*n/m)} to before {@code ceil((i+1)*n/m)}: {@code
   * floor(n/m)}, and one more where the rest of n by m divides m, two more where it does not.
   */
  private static Dim largestPart(Dim size, long parts) {
    Dim whole = size.floorDiv(parts);
    Dim largest = whole;
    long before = 0;
    for (long rest = 1; rest < parts; rest++) {
      long more = parts % rest == 0 ? 1 : 2;
      Dim reached = size.plus(parts - rest).floorDiv(parts).minus(whole);
      largest = largest.plus(reached.times(more - before));
      before = more;
    }
    return largest;
  }

  /** The shortest pattern that says the same: often a stride undoes what upsampling did. */
  private AxisField reduced() {
    for (int length = 1; length < period(); length++) {
      if (period() % length == 0 && repeats(length)) {
        Dim part = lows.get(length).minus(lows.get(0));
        return new AxisField(axis, merged, lows.subList(0, length), highs.subList(0, length), part);
      }
    }
    return this;
  }

  private boolean repeats(int length) {
    Dim part = lows.get(length).minus(lows.get(0));
    if (!part.times(period() / length).equals(shift)) {
      return false;
    }
    for (int i = length; i < period(); i++) {
      if (!lows.get(i).equals(lows.get(i - length).plus(part))
          || !highs.get(i).equals(highs.get(i - length).plus(part))) {
        return false;
      }
    }
    return true;
  }

  /** What is seen on either of two paths. */
  AxisField union(AxisField other) {
    if (axis < 0 || merged || other.axis < 0 || other.merged) {
      AxisField moving = axis >= 0 ? this : other;
      AxisField still = moving == this ? other : this;
      Dim low = still.lows.get(0);
      Dim high = still.highs.get(0);
      return new AxisField(
          moving.axis,
          merged || other.merged,
          moving.lows.stream().map(l -> l.min(low)).toList(),
          moving.highs.stream().map(h -> h.max(high)).toList(),
          moving.shift);
    }
    int length = (int) (period() / gcd(period(), other.period()) * other.period());
    List<Dim> nextLows = new ArrayList<>();
    List<Dim> nextHighs = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      nextLows.add(low(i).min(other.low(i)));
      nextHighs.add(high(i).max(other.high(i)));
    }
    Dim far = shift.times(length / period()).max(other.shift.times(length / other.period()));
    return new AxisField(axis, false, nextLows, nextHighs, far).reduced();
  }

  /** How many positions are seen at most; unknown where that is a long formula. */
  Dim size() {
    if (widest != null) {
      return widest;
    }
    Set<Dim> sizes = new LinkedHashSet<>();
    for (int i = 0; i < period(); i++) {
      sizes.add(highs.get(i).minus(lows.get(i)).plus(1));
    }
    boolean few = sizes.size() <= FEW || sizes.stream().allMatch(Dim::isConstant);
    return few ? most(sizes) : Dim.unknown();
  }

  /** How far the fields of neighbours stand apart, on the average. */
  Ratio jump() {
    return new Ratio(shift, period());
  }

  /** The centre of what the first value sees. */
  Ratio center() {
    return new Ratio(lows.get(0).plus(highs.get(0)), 2);
  }

  private static Dim most(Collection<Dim> dims) {
    return dims.stream().reduce(Dim::max).orElse(ZERO);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
