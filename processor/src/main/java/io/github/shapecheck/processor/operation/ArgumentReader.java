package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DataDependentSizes;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Undetermined;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of an operation by PyTorch's names; one of the wrong kind is reported and the
 * rule abandoned.
 */
public abstract class ArgumentReader {
  /** For as many axes as one likes. */
  public static final int ANY = Integer.MAX_VALUE;

  final Signature signature;
  final Value[] arguments;
  final Site site;

  ArgumentReader(Signature signature, Value[] arguments, Site site) {
    this.signature = signature;
    this.arguments = arguments;
    this.site = site;
  }

  /**
   * Reports a problem.
   *
   * @param parameter the parameter whose value is wrong, null for the call as a whole
   * @param message what is wrong, to be read behind the layer's or function's name, with {@code %s}
   *     for each of the values
   * @return to add repairs to
   */
  public abstract ReportedProblem problem(
      ProblemId id, @Nullable String parameter, String message, Object... values);

  /** As {@link #problem}, for a rule that has no result then. */
  public Abandoned refuse(
      ProblemId id, @Nullable String parameter, String message, Object... values) {
    problem(id, parameter, message, values);
    return Abandoned.INSTANCE;
  }

  /** The argument of a parameter, given or default. */
  public Value get(String name) {
    int index = signature.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no parameter " + name + " among " + signature.names());
    }
    return arguments[index];
  }

  /** Whether the operation has a parameter of that name. */
  public boolean knows(String name) {
    return signature.indexOf(name) >= 0;
  }

  /** Whether the parameter exists and is neither absent nor {@code None}. */
  public boolean has(String name) {
    int index = signature.indexOf(name);
    return index >= 0 && !(arguments[index] instanceof Value.None);
  }

  /** Whether the parameter has a value: as {@link #has}, an empty tuple not counted. */
  public boolean isGiven(String name) {
    return has(name)
        && !(get(name) instanceof Value.Sequence sequence && sequence.items().isEmpty());
  }

  /** A tensor that must be there. */
  public Tensor tensor(String name) {
    Value value = get(name);
    if (value instanceof Tensor tensor) {
      return tensor;
    }
    throw wrong(name, value, "a tensor");
  }

  /** A tensor of {@code least} to {@code most} axes. */
  public Tensor tensor(String name, int least, int most) {
    Tensor tensor = tensor(name);
    if (tensor.rank() >= least && tensor.rank() <= most) {
      return tensor;
    }
    String wanted =
        least == most
            ? "" + least
            : most == ANY
                ? "at least " + least
                : least == 0 ? "at most " + most : least + " or " + most;
    boolean own = name.equals("input");
    throw refuse(
        ProblemId.RANK,
        own ? null : name,
        "needs %s%s but receives %s",
        own ? "" : "a " + name + " of ",
        wanted + (wanted.endsWith("1") ? " axis" : " axes"),
        tensor.rank() == 0 ? "a single number" : Axes.of(tensor.shape()));
  }

  /** A tensor, or null where the argument is {@code None}. */
  public @Nullable Tensor optionalTensor(String name) {
    return has(name) ? tensor(name) : null;
  }

  /** An integer, which may contain free sizes. */
  public Dim dim(String name) {
    return dim(name, get(name));
  }

  public Dim dim(String name, Value value) {
    Dim dim = asDim(value);
    if (dim != null) {
      return dim;
    }
    throw wrong(name, value, "an integer");
  }

  /** A number; one that depends on values is a free size of its own. */
  public Value known(String name, Value value) {
    boolean open = value instanceof Value.Real real && real.undetermined() != null;
    return open ? new Value.Int(dim(name, value)) : value;
  }

  private static @Nullable Dim asDim(Value value) {
    if (value instanceof Value.Bool flag) {
      return Dim.of(flag.value() ? 1 : 0);
    }
    Undetermined number = value instanceof Value.Real real ? real.undetermined() : null;
    return number == null || number.symbol().isEmpty()
        ? value.dim()
        : DataDependentSizes.of(number.symbol()); // count-4
  }

  /** An integer that must be a plain number. */
  public long integer(String name) {
    return number(name, dim(name));
  }

  private long number(String name, Dim dim) {
    if (dim.isConstant()) {
      return dim.value();
    }
    if (dim.isKnown()) {
      problem(
          ProblemId.ARGUMENT, name, "needs a plain number for " + name + " but receives " + dim);
    }
    throw Abandoned.INSTANCE;
  }

  /** A number as Python would convert it to a float. */
  public double real(String name) {
    Value value = get(name);
    if (value instanceof Value.Real real) {
      return real.value();
    }
    if (value instanceof Value.Quotient) {
      throw Abandoned.INSTANCE;
    }
    return number(name, dim(name));
  }

  /** A truth value; integers count as Python counts them. */
  public boolean flag(String name) {
    Value value = get(name);
    if (value instanceof Value.Bool flag) {
      return flag.value();
    }
    if (value instanceof Value.None) {
      return false;
    }
    Dim dim = asDim(value);
    if (dim != null) {
      return number(name, dim) != 0;
    }
    throw wrong(name, value, "True or False");
  }

  /** What {@code if} makes of a value: whatever is not zero, not empty and not None. */
  public boolean truth(String name) {
    Value value = get(name);
    if (value instanceof Value.Text text) {
      return !text.value().isEmpty();
    }
    return value instanceof Value.Sequence sequence ? !sequence.items().isEmpty() : flag(name);
  }

  public String text(String name) {
    Value value = get(name);
    if (value instanceof Value.Text text) {
      return text.value();
    }
    throw wrong(name, value, "a string");
  }

  /** The integers of a tuple, or the one integer given in its stead. */
  public Dim[] dims(String name) {
    Value value = get(name);
    if (value instanceof Value.Sequence sequence) {
      Dim[] dims = new Dim[sequence.items().size()];
      for (int i = 0; i < dims.length; i++) {
        dims[i] = dim(name, sequence.items().get(i));
      }
      return dims;
    }
    return new Dim[] {dim(name, value)};
  }

  /** One integer per axis; one alone counts for all. */
  public Dim[] axes(String name, int count) {
    Value value = get(name);
    boolean alone = !(value instanceof Value.Sequence sequence) || sequence.items().size() == 1;
    Dim[] dims = alone ? new Dim[count] : dims(name);
    if (alone) {
      Arrays.fill(
          dims, dim(name, value instanceof Value.Sequence one ? one.items().get(0) : value));
    }
    if (dims.length == count) {
      return dims;
    }
    problem(
            site.isLayer() ? ProblemId.MEMBER_COUNT : ProblemId.ARGUMENT_COUNT, // count-1
            name,
            "takes one number "
                + (count == 1 ? "" : "or " + count + " ")
                + "for "
                + label(name)
                + " but receives "
                + dims.length)
        .set(name, ProposedNumbers.first(dims, count));
    throw Abandoned.INSTANCE;
  }

  /** An axis of a tensor of that rank, counted from the front; outside of it a problem. */
  public int axis(String name, int rank) {
    return axis(name, integer(name), rank);
  }

  /** As {@link #axis(String, int)} for a number already read. */
  public int axis(String name, long axis, int rank) {
    int bound = Math.max(rank, 1);
    if (axis >= -bound && axis < bound) {
      return (int) (axis < 0 ? axis + bound : axis);
    }
    problem(
        ProblemId.DIM_RANGE,
        name,
        "has no axis %s: the tensor has %s, from %s to %s",
        axis,
        rank,
        -bound,
        bound - 1);
    throw Abandoned.INSTANCE;
  }

  /** The name under which the user wrote a parameter: the annotation's member or PyTorch's name. */
  public String label(String name) {
    return site.label(name);
  }

  /** Whether a layer's annotation and not a function is called. */
  public boolean isLayer() {
    return site.isLayer();
  }

  /** Leaves the rule: its result is unknown. */
  public Abandoned abandon() {
    return Abandoned.INSTANCE;
  }

  private Abandoned wrong(String name, Value value, String wanted) {
    boolean one = wanted.equals("a tensor");
    boolean lost = value instanceof Value.Unknown || Undetermined.isOfSize(value);
    if (!(lost || one && Undetermined.mayPick(value))) {
      if (value instanceof Value.Sequence && one) {
        problem(
            ProblemId.TUPLE,
            name,
            "needs 1 tensor but receives " + value.kind() + ": unpack it first");
      } else {
        problem(
            ProblemId.ARGUMENT,
            name,
            "needs %s for %s but receives %s%s",
            wanted,
            label(name),
            value.kind(),
            value instanceof Value.Real real && real.undetermined() != null
                ? ": " + real.undetermined().remedy()
                : "");
      }
    }
    return Abandoned.INSTANCE;
  }
}
