package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives arguments to parameters as Python does. */
public final class Binding {
  private static final Map<String, String> NUMPY =
      Map.of("axis", "dim", "keepdims", "keepdim", "x", "input", "x2", "other");

  /** For a parameter that a place and a name give a value, against rule call-1. */
  public static final int TWICE = -2;

  private final Signature signature;
  private final Value[] values;
  private final Site site;
  private final int first;
  private int next;
  private @Nullable List<Value> rest;
  private final List<Value> others = new ArrayList<>();

  /**
   * Starts a binding.
   *
   * @param values one place for each parameter; those before {@code first} are given already
   */
  public Binding(Signature signature, @Nullable Value[] values, int first, Site site) {
    this.signature = signature;
    this.values = values;
    this.first = first;
    this.next = first;
    this.site = site;
  }

  /** Takes the next positional argument and says which parameter it went to, -1 for none. */
  public int positional(Value value) {
    if (next < signature.size() && signature.get(next).rest()) {
      return addRest(value);
    }
    if (next >= signature.size() || signature.get(next).keywordOnly()) {
      next = signature.size();
      return -1;
    }
    values[next] = value;
    return next++;
  }

  private int addRest(Value value) {
    if (rest == null) {
      rest = new ArrayList<>();
    }
    rest.add(value);
    return next;
  }

  /**
   * Takes a keyword argument and says which parameter it went to, -1 for none, {@link #TWICE} for
   * one that has a value.
   */
  public int keyword(String name, Value value) {
    int index = signature.indexOf(name);
    if (index < 0) { // NumPy's names are PyTorch's too
      index = signature.indexOf(NUMPY.getOrDefault(name, name));
    }
    if (index < 0) {
      index = signature.keywords();
      others.add(Value.Sequence.tuple(new Value.Text(name), value));
      return index < first ? -1 : index;
    }
    if (index < first) {
      return -1;
    }
    if (values[index] != null) {
      return TWICE;
    }
    values[index] = value;
    return index;
  }

  /** Fills in the defaults; false, with a problem reported, where a parameter got nothing. */
  public boolean finish() {
    if (rest != null) {
      boolean oneSequence = rest.size() == 1 && rest.get(0) instanceof Value.Sequence;
      values[next] = oneSequence ? rest.get(0) : new Value.Sequence(rest, true);
    }
    if (!others.isEmpty()) {
      values[signature.keywords()] = new Value.Sequence(others, true);
    }
    for (int i = first; i < values.length; i++) {
      if (values[i] == null) {
        Parameter parameter = signature.get(i);
        Value fallback = parameter.fallback();
        if (parameter.rest() && fallback != null) {
          fallback = new Value.Sequence(List.of(), true);
        }
        if (fallback == null) {
          new Call(signature, values, site)
              .problem(
                  ProblemId.MISSING_ARGUMENT, null, "needs an argument for " + parameter.name());
          return false;
        }
        values[i] = fallback;
      }
    }
    return true;
  }
}
