package io.github.shapecheck.processor.op;

import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One application of an operation: its arguments by PyTorch's names, comparisons of sizes, a way to
 * report what does not fit, and a place for what the report tells beyond the shape. An argument of
 * the wrong kind is reported here and the rule abandoned.
 */
public final class Call {
  private final Signature signature;
  private final Value[] arguments;
  private final Site site;
  private final Record record = new Record();
  private @Nullable Condition varying;
  private boolean failed;

  /** What a rule tells beyond the shape. */
  public static final class Record {
    public @Nullable Dim macs;
    public @Nullable List<Window> windows;
    public @Nullable Arithmetic arithmetic;
  }

  /** A call whose arguments stand in the signature's order. */
  public Call(Signature signature, Value[] arguments, Site site) {
    this.signature = signature;
    this.arguments = arguments;
    this.site = site;
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

  /** A tensor that must be there. */
  public Tensor tensor(String name) {
    Value value = get(name);
    if (value instanceof Tensor tensor) {
      return tensor;
    }
    throw wrong(name, value, "a tensor");
  }

  /** A tensor, or null where the argument is {@code None}. */
  public @Nullable Tensor optionalTensor(String name) {
    return has(name) ? tensor(name) : null;
  }

  /** An integer, which may contain free sizes. */
  public Dim dim(String name) {
    return dim(name, get(name));
  }

  Dim dim(String name, Value value) {
    Dim dim = asDim(value);
    if (dim != null) {
      return dim;
    }
    throw wrong(name, value, "an integer");
  }

  private static @Nullable Dim asDim(Value value) {
    if (value instanceof Value.Bool flag) {
      return Dim.of(flag.value() ? 1 : 0);
    }
    return value.dim();
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

  /** A string. */
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
    Dim[] dims = dims(name);
    if (dims.length == count) {
      return dims;
    }
    if (dims.length == 1) {
      Dim[] all = new Dim[count];
      java.util.Arrays.fill(all, dims[0]);
      return all;
    }
    problem(
        site.isLayer() ? ProblemId.MEMBER_COUNT : ProblemId.ARGUMENT_COUNT,
        name,
        "takes one number or " + count + " for " + label(name) + " but receives " + dims.length);
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
        "has no axis "
            + axis
            + ": the tensor has "
            + rank
            + ", from "
            + -bound
            + " to "
            + (bound - 1));
    throw Abandoned.INSTANCE;
  }

  /** Where a parameter's value is written; the call or the layer's annotation for null. */
  public Place place(@Nullable String name) {
    return site.place(name);
  }

  /** The name under which the user wrote a parameter: the annotation's member or PyTorch's name. */
  public String label(String name) {
    return site.label(name);
  }

  /** Whether a layer's annotation and not a function is called. */
  public boolean isLayer() {
    return site.isLayer();
  }

  /**
   * Whether a requirement is not met; where it varies with free sizes the next problem says when.
   */
  public boolean fails(Dim left, Relation relation, Dim right) {
    if (left.isConstant() && right.isConstant()) {
      return !relation.holds(Long.compare(left.value(), right.value()));
    }
    if (!left.isKnown() || !right.isKnown()) {
      return false;
    }
    return fails(Condition.of(left, relation, right));
  }

  /** As {@link #fails(Dim, Relation, Dim)} for a whole condition. */
  public boolean fails(Condition condition) {
    Decider.Answer answer = site.decider().require(condition);
    varying = answer == Decider.Answer.VARIES ? condition : null;
    return answer != Decider.Answer.HOLDS;
  }

  /** Which way to go where both are legal; false where nothing is known. */
  public boolean choose(Dim left, Relation relation, Dim right) {
    if (left.isConstant() && right.isConstant()) {
      return relation.holds(Long.compare(left.value(), right.value()));
    }
    if (!left.isKnown() || !right.isKnown()) {
      return false;
    }
    return site.decider().choose(Condition.of(left, relation, right));
  }

  /** The smaller of two sizes, written without min where one is never the larger. */
  public Dim smaller(Dim left, Dim right) {
    if (left.equals(right)) {
      return left;
    }
    if ((left.isConstant() && right.isConstant()) || !left.isKnown() || !right.isKnown()) {
      return left.min(right);
    }
    if (site.decider().always(Condition.le(left, right))) {
      return left;
    }
    return site.decider().always(Condition.le(right, left)) ? right : left.min(right);
  }

  /** Whether any size of the tensor is unknown after an error. */
  public static boolean unknown(Tensor tensor) {
    for (Dim dim : tensor.shape().dims()) {
      if (!dim.isKnown()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reports a problem.
   *
   * @param parameter the parameter whose value is wrong, null for the call as a whole
   * @param message what is wrong, to be read behind the layer's or function's name
   * @return to add repairs to
   */
  public Draft problem(ProblemId id, @Nullable String parameter, String message) {
    String text = message;
    if (varying != null) {
      text += "; " + site.decider().explain(varying);
      varying = null;
    }
    if (id.isError()) {
      failed = true;
    }
    Draft draft = new Draft(site);
    String mark = mark(parameter);
    site.report(
        new Problem(
            id,
            site.place(parameter),
            site.subject(),
            site.subject() + " " + text,
            mark,
            site.step(),
            draft.repairs()));
    return draft;
  }

  /** A problem of the whole call that is not reported yet: it travels with the result. */
  public Problem pending(ProblemId id, String message) {
    String text = site.subject() + " " + message;
    return new Problem(id, site.place(null), site.subject(), text, "", site.step(), List.of());
  }

  private String mark(@Nullable String parameter) {
    if (parameter == null || !site.isLayer() || !has(parameter)) {
      return "";
    }
    String text = Display.of(get(parameter));
    return text.isEmpty() ? "" : label(parameter) + " = " + text;
  }

  private Abandoned wrong(String name, Value value, String wanted) {
    if (!(value instanceof Value.Unknown)) {
      if (value instanceof Value.Sequence && wanted.equals("a tensor")) {
        problem(
            ProblemId.TUPLE,
            name,
            "needs " + wanted + " but receives " + value.kind() + ": unpack it first");
      } else {
        problem(
            ProblemId.ARGUMENT,
            name,
            "needs " + wanted + " for " + label(name) + " but receives " + value.kind());
      }
    }
    return Abandoned.INSTANCE;
  }

  /** Leaves the rule: its result is unknown. */
  public Abandoned abandon() {
    return Abandoned.INSTANCE;
  }

  /** Whether an error has been reported. */
  public boolean failed() {
    return failed;
  }

  /** What the report tells beyond the shape. */
  public Record record() {
    return record;
  }

  /** The multiplications with additions for one sample. */
  public void macs(Dim macs) {
    record.macs = macs;
  }
}
