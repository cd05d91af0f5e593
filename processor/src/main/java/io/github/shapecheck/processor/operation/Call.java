package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Facts;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One application of an operation: its arguments, comparisons of sizes, a way to report what does
 * not fit, and a place for what the report tells beyond the shape.
 */
public final class Call extends ArgumentReader {
  private static final int MOST_PROVED = 16;

  private final CallRecord record = new CallRecord();
  private @Nullable Condition varying;
  private boolean failed;
  private boolean ofBatch;

  /** A call whose arguments stand in the signature's order. */
  public Call(Signature signature, Value[] arguments, Site site) {
    super(signature, arguments, site);
  }

  /**
   * Whether it calls the same function, which has its signature to itself, with the same arguments:
   * functions of one operation have results of the same shape, but other values.
   */
  public boolean computesAs(Call other) {
    return signature == other.signature && given(0, size()).equals(other.given(0, size()));
  }

  /** Where a parameter's value is written; the call or the layer's annotation for null. */
  public Place place(@Nullable String name) {
    return site.place(name);
  }

  /**
   * Whether a requirement is not met; where it varies with free sizes the next problem says when.
   */
  public boolean fails(Dim left, Relation relation, Dim right) {
    if (left.isConstant() && right.isConstant()) {
      return !relation.holds(Long.compare(left.value(), right.value()));
    }
    if (!left.isKnown() || !right.isKnown() || relation == Relation.EQ && left.equals(right)) {
      return false;
    }
    boolean fails = fails(Condition.of(left, relation, right));
    ofBatch = fails && (left.symbols().contains("N") || right.symbols().contains("N"));
    return fails;
  }

  /** As {@link #fails(Dim, Relation, Dim)} for a whole condition. */
  public boolean fails(Condition condition) {
    Decider.Answer answer = site.decider().require(condition);
    varying = answer == Decider.Answer.VARIES ? condition : null;
    ofBatch = answer != Decider.Answer.HOLDS && condition.symbols().contains("N");
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

  /** As {@link #choose(Dim, Relation, Dim)} for a whole condition. */
  public boolean choose(Condition condition) {
    return condition.isKnown() && site.decider().choose(condition);
  }

  /** As {@link #proves(Dim, Relation, Dim)} for a whole condition. */
  public boolean proves(Condition condition) {
    return condition.isKnown() && site.decider().proves(condition);
  }

  /** Rule count-1: a size that depends on the values of a tensor, of its own but at least 1. */
  public Dim counted(String what, Tensor tensor) {
    return site.counted(what, tensor);
  }

  /** Rule infer-1: whether a width is what arrives; a 0 that is written in Python is a 0. */
  public boolean infers(String parameter) {
    return dim(parameter).equals(Dim.of(0)) && !site.isWrittenInPython(parameter);
  }

  /** Whether a comparison is proved for all sizes; never of what is unknown. */
  public boolean proves(Dim left, Relation relation, Dim right) {
    return proves(Condition.of(left, relation, right));
  }

  /** Whether a comparison holds for all sizes that are looked at. */
  public boolean always(Dim left, Relation relation, Dim right) {
    if (left.isConstant() && right.isConstant()) {
      return relation.holds(Long.compare(left.value(), right.value()));
    }
    return left.isKnown()
        && right.isKnown()
        && site.decider().always(Condition.of(left, relation, right));
  }

  /** Whether an axis has no places; sizes of which only some make it so are parted. */
  public boolean isEmpty(Dim size) {
    return !always(size, Relation.GT, Dim.of(0)) && always(size, Relation.EQ, Dim.of(0));
  }

  /** Which way to go where the other is for sizes that nobody means. */
  public boolean assume(Dim left, Relation relation, Dim right) {
    return site.decider().assume(Condition.of(left, relation, right));
  }

  /** Whether something may be taken for granted that fails for sizes only that nobody means. */
  public boolean grants(Dim left, Relation relation, Dim right) {
    return site.decider().grants(Condition.of(left, relation, right));
  }

  /** A size as a plain number where that is proved of it, else itself. */
  public Dim proved(Dim size) {
    for (int i = 1; !size.isConstant() && size.isKnown() && i <= MOST_PROVED; i++) {
      if (proves(size, Relation.EQ, Dim.of(i))) {
        return Dim.of(i);
      }
    }
    return size;
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

  @Override
  public ReportedProblem problem(
      ProblemId id, @Nullable String parameter, String message, Object... values) {
    String plain = filled(message, values);
    Explanation when = varying == null ? Explanation.NONE : site.decider().explain(varying);
    String text = when.text().isEmpty() ? plain : plain + "; " + when.text();
    varying = null;
    failed |= id.isError();
    ReportedProblem reported = new ReportedProblem(site);
    if (!when.promise().isEmpty()) {
      reported.edit(site.promise(when.promise()));
    }
    Problem problem =
        new Problem(
            id,
            site.place(parameter),
            site.subject(),
            site.subject() + " " + text,
            facts(parameter),
            site.step(),
            reported.repairs());
    site.report(id.isError() && ofBatch ? cause(problem) : problem);
    ofBatch = false;
    return reported;
  }

  /** A batch that does not fit because a view cut an axis is that view's fault. */
  private Problem cause(Problem problem) {
    for (Value value : arguments) {
      if (value instanceof Tensor tensor && tensor.fold() != null) {
        return tensor.fold().problem();
      }
    }
    return problem;
  }

  /** A problem of the whole call that is not reported yet: it travels with the result. */
  public Problem pending(ProblemId id, String message) {
    String text = site.subject() + " " + message;
    return new Problem(
        id, site.place(null), site.subject(), text, facts(null), site.step(), List.of());
  }

  /** A text with the values in the places of {@code %s}. */
  private static String filled(String text, Object... values) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (Object value : values) {
      int place = text.indexOf("%s", from);
      out.append(text, from, place).append(value);
      from = place + 2;
    }
    return out.append(text, from, text.length()).toString();
  }

  private Facts facts(@Nullable String parameter) {
    List<Shape> operands = new ArrayList<>();
    for (Value argument : arguments) {
      if (argument != null) {
        argument.allTensors().forEach(tensor -> operands.add(tensor.shape()));
      }
    }
    boolean none = parameter != null && knows(parameter) && get(parameter) instanceof Value.None;
    if (parameter == null || !site.isLayer() || !has(parameter)) {
      return new Facts("", List.of(), operands, none);
    }
    Value declared = get(parameter);
    List<Dim> numbers =
        (declared instanceof Value.Sequence items ? items.items() : List.of(declared))
            .stream().map(Value::dim).filter(Objects::nonNull).toList();
    String text = (site.isPython() ? Notation.PYTHON : Notation.JAVA).of(declared);
    return new Facts(
        text.isEmpty() ? "" : label(parameter) + " = " + text, numbers, operands, none);
  }

  /**
   * The edit that gives new values to parameters of the called layer; null where they are not
   * written in an annotation.
   */
  public @Nullable Edit edit(Map<String, Setting> parameters) {
    return site.set(parameters);
  }

  /** The arguments other than defaults of the parameters from {@code first} up to {@code end}. */
  public Map<String, Value> given(int first, int end) {
    Map<String, Value> given = new LinkedHashMap<>();
    for (int i = first; i < end; i++) {
      Value fallback = signature.get(i).fallback();
      if (arguments[i] != fallback && !arguments[i].equals(fallback)) {
        given.put(signature.get(i).name(), arguments[i]);
      }
    }
    return given;
  }

  /** Whether a parameter may be left out. */
  public boolean isOptional(String name) {
    return signature.get(signature.indexOf(name)).fallback() != null;
  }

  /** How many parameters there are. */
  public int size() {
    return signature.size();
  }

  /** Whether an error has been reported. */
  public boolean failed() {
    return failed;
  }

  /** Whether another call was made with the same arguments. */
  public boolean hasArgumentsOf(Call other) {
    return signature == other.signature && Arrays.equals(arguments, other.arguments);
  }

  /** Takes over what another call of the same operation tells beyond the shape. */
  public void takeRecordOf(Call other) {
    record.macs = other.record.macs;
    record.windows = other.record.windows;
    record.arithmetic = other.record.arithmetic;
  }

  /** What the report tells beyond the shape. */
  public CallRecord record() {
    return record;
  }

  /** That it is called so many times, where it stands. */
  public void repeat(Dim count) {
    record.times = record.times.times(count);
  }

  /** The multiplications with additions for one sample. */
  public void macs(Dim macs) {
    record.macs = macs;
  }
}
