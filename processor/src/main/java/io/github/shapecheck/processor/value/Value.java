package io.github.shapecheck.processor.value;

import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a name or an argument of the forward pass can stand for. */
public sealed interface Value {
  /** A tensor: see {@link Tensor}. */
  non-sealed interface TensorValue extends Value {}

  /** A thing that only the interpreter understands, such as a layer that is not applied yet. */
  non-sealed interface Reference extends Value {
    /** What messages call it, such as {@code the layer conv1}. */
    String describe();
  }

  /** An integer, which may contain the batch size. */
  record Int(Dim value) implements Value {
    public static Int of(long value) {
      return new Int(Dim.of(value));
    }

    // Written out, as below: a record's own are linked at first use, which a short build notices.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Int number && value.equals(number.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /**
   * A floating-point number.
   *
   * @param undetermined where a number comes from that is not known, null for one that is
   * @param whole the integer beyond 2^63 that it stands for, null for none
   */
  record Real(double value, @Nullable Undetermined undetermined, @Nullable BigInteger whole)
      implements Value {
    private static final int MOST_BITS = 256;

    /** A number that is known. */
    public Real(double value) {
      this(value, null, null);
    }

    /** A number that is not known while compiling. */
    public static Real of(Undetermined undetermined) {
      return new Real(Double.NaN, undetermined, null);
    }

    /** An integer that is no size. */
    public static Real of(BigInteger whole) {
      return new Real(whole.doubleValue(), null, whole);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Real real
          && Double.compare(value, real.value) == 0
          && Objects.equals(undetermined, real.undetermined)
          && Objects.equals(whole, real.whole);
    }

    @Override
    public int hashCode() {
      return Double.hashCode(value);
    }

    @Override
    public String kind() {
      if (undetermined != null) {
        return undetermined.what();
      }
      return whole == null
          ? "the number " + Floats.repr(value)
          : whole.bitLength() <= MOST_BITS ? "the integer " + whole : "an integer of many digits";
    }
  }

  /** A quotient of integers that contain free sizes, until it is rounded. Rule ask-3. */
  record Quotient(Dim dividend, Dim divisor) implements Value {
    private static final int BITS = 20;

    /** A number as a quotient of integers; null for a float with which doubles are not exact. */
    public static @Nullable Quotient of(Value value) {
      if (value instanceof Quotient quotient) {
        return quotient;
      }
      if (value instanceof Int integer) {
        return new Quotient(integer.value(), Dim.of(1));
      }
      double numerator = value instanceof Real real ? real.value() * (1 << BITS) : Double.NaN;
      if (numerator != Math.rint(numerator) || Math.abs(numerator) >= (1L << (2 * BITS))) {
        return null;
      }
      int bits = Math.min(BITS, Long.numberOfTrailingZeros((long) numerator));
      return new Quotient(Dim.of((long) numerator >> bits), Dim.of(1L << (BITS - bits)));
    }
  }

  /** {@code True} or {@code False}. */
  record Bool(boolean value) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bool flag && value == flag.value;
    }

    @Override
    public int hashCode() {
      return Boolean.hashCode(value);
    }
  }

  record Text(String value) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Text text && value.equals(text.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  record Type(DType dtype) implements Value {}

  /** A constant without a meaning for shapes, such as a device. */
  record Constant(String name) implements Value {}

  /** What each of some things gives, in a list that may change. */
  static <T> List<Value> each(Collection<T> things, Function<? super T, ? extends Value> value) {
    List<Value> values = new ArrayList<>(things.size());
    things.forEach(thing -> values.add(value.apply(thing)));
    return values;
  }

  /**
   * A tuple or a list.
   *
   * @param size whether it is a {@code torch.Size}, a tuple that tells a tensor's sizes
   */
  record Sequence(List<Value> items, boolean tuple, boolean size) implements Value {
    public Sequence(List<Value> items, boolean tuple) {
      this(items, tuple, false);
    }

    /** A {@code torch.Size}. */
    public static Sequence size(List<Value> sizes) {
      return new Sequence(sizes, true, true);
    }

    /** The same of other items. */
    public Sequence of(List<Value> others) {
      return new Sequence(others, tuple, size);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Sequence sequence
          && tuple == sequence.tuple
          && items.equals(sequence.items);
    }

    @Override
    public int hashCode() {
      return items.hashCode();
    }

    /** A tuple. */
    public static Sequence tuple(Value... items) {
      return new Sequence(List.of(items), true);
    }
  }

  /**
   * A list of so many tensors that a free size decides how many: the pieces of an axis, all like
   * the first but for the last. Rule split-7.
   *
   * @param piece the size of each along the axis that was cut, but for the last
   * @param total the size of all of them along it
   * @param count how many there are
   */
  record Pieces(Tensor first, Tensor last, Dim piece, Dim total, Dim count) implements Value {
    /** That there are so many pieces or more. */
    public Condition atLeast(long wanted) {
      return Condition.gt(total, piece.times(wanted - 1));
    }

    /** That there are exactly so many pieces. */
    public Condition exactly(long wanted) {
      return atLeast(wanted).and(Condition.le(total, piece.times(wanted)));
    }

    /** The same list of other tensors. */
    public Pieces of(Tensor other, Tensor end) {
      return new Pieces(other, end, piece, total, count);
    }
  }

  /** A slice in a subscript, of a tensor or a tuple (ask-4); absent parts are {@link None}. */
  record Slice(Value lower, Value upper, Value step) implements Value {}

  /** {@code ...} in a subscript. */
  record Ellipsis() implements Value {}

  /** {@code None}. */
  record None() implements Value {}

  /** A value about which nothing is known, after an error; every check on it is silent. */
  record Unknown() implements Value {}

  /** The one {@code None}. */
  None NONE = new None();

  /** A complex number; nothing asks which. */
  Constant COMPLEX = new Constant("complex");

  /** The one unknown value. */
  Unknown UNKNOWN = new Unknown();

  /** The integer in it, bools not counted, or null. */
  default @Nullable Dim dim() {
    return this instanceof Int number ? number.value() : null;
  }

  /** The tensors in it, in order; of many pieces the first and the last. */
  default List<Tensor> allTensors() {
    if (this instanceof Tensor tensor) {
      return List.of(tensor);
    }
    if (!(this instanceof Sequence || this instanceof Pieces)) {
      return List.of();
    }
    List<Tensor> tensors = new ArrayList<>();
    addTensors(tensors);
    return List.copyOf(tensors);
  }

  /** Into one list: lists in lists in lists may be long. */
  private void addTensors(List<Tensor> tensors) {
    if (this instanceof Tensor tensor) {
      tensors.add(tensor);
    } else if (this instanceof Pieces pieces) {
      tensors.add(pieces.first());
      tensors.add(pieces.last());
    } else if (this instanceof Sequence sequence) {
      sequence.items().forEach(item -> item.addTensors(tensors));
    }
  }

  /** What messages call a value of this kind. */
  default String kind() {
    if (this instanceof Tensor tensor) {
      return "a tensor " + tensor.shape();
    }
    if (this instanceof Int number) {
      return "the integer " + number.value();
    }
    if (this instanceof Quotient quotient) {
      return "the number (" + quotient.dividend() + ") / (" + quotient.divisor() + ")";
    }
    if (this instanceof Bool flag) {
      return flag.value() ? "True" : "False";
    }
    if (this instanceof Text text) {
      return "the string '" + text.value() + "'";
    }
    if (this instanceof Sequence sequence) {
      return (sequence.tuple() ? "a tuple of " : "a list of ") + sequence.items().size();
    }
    if (this instanceof Pieces pieces) {
      return "a list of " + pieces.count();
    }
    if (this instanceof Type type) {
      return "the type " + type.dtype().torchName();
    }
    if (this instanceof Reference reference) {
      return reference.describe();
    }
    if (this instanceof Constant constant) {
      return constant.name();
    }
    if (this instanceof None) {
      return "None";
    }
    return this instanceof Unknown ? "an unknown value" : "a slice";
  }
}
