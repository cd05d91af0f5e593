package io.github.shapecheck.djl.operation;

import io.github.shapecheck.report.Argument;
import io.github.shapecheck.report.ModelOutput;
import io.github.shapecheck.report.Operand;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What operations that write in place change besides their result: here they make new values, and
 * the names that mean the tensor get them. Where a view of it is read later, the step is refused.
 */
public final class Mutations {
  private final ShapeReport report;
  private final Map<Operand.Reference, Operand.Reference> tensors = new HashMap<>();
  private final Map<Operand.Reference, Operand.Reference> memories = new HashMap<>();
  private final Map<String, Integer> made = new HashMap<>();
  private final List<List<Operand.Reference>> rebound = new ArrayList<>();

  /** Looks at all steps of a report. */
  public Mutations(ShapeReport report) {
    this.report = report;
    for (int i = 0; i < report.steps().size(); i++) {
      Step step = report.steps().get(i);
      made.put(step.name(), i);
      Operand.Reference target = target(step);
      Operand.Reference source = first(step);
      Operand.Reference result = new Operand.Reference(step.name(), 0);
      rebound.add(target == null ? List.of() : names(tensor(target)));
      if (target != null) {
        tensors.put(result, tensor(target));
        memories.put(result, memory(target));
      } else if (step.view() && source != null) {
        for (int item = 0; item < step.results().size(); item++) {
          memories.put(new Operand.Reference(step.name(), item), memory(source));
        }
      }
    }
  }

  /** The names that mean what the i-th step changes: all get its result. */
  public List<Operand.Reference> rebound(int step) {
    return rebound.get(step);
  }

  /** Why the i-th step cannot run, or "". */
  public String reason(int step) {
    Operand.Reference target = target(report.steps().get(step));
    if (target == null) {
      return "";
    }
    for (int later = step + 1; later < report.steps().size(); later++) {
      Step reader = report.steps().get(later);
      boolean writesBack = reader.op().equals("setitem");
      for (Operand.Reference read : references(reader)) {
        if (shares(read, target, step) && !writesBack) {
          return sharing(read);
        }
      }
    }
    for (ModelOutput output : report.results()) {
      Operand.Reference read = new Operand.Reference(output.from(), output.item());
      if (shares(read, target, step)) {
        return sharing(read);
      }
    }
    return "";
  }

  private static String sharing(Operand.Reference read) {
    return "changes the memory that " + read.name() + " shares, which is read later";
  }

  private boolean shares(Operand.Reference read, Operand.Reference target, int step) {
    return made.getOrDefault(read.name(), -1) < step
        && memory(read).equals(memory(target))
        && !tensor(read).equals(tensor(target));
  }

  private Operand.Reference tensor(Operand.Reference name) {
    return tensors.getOrDefault(name, name);
  }

  private Operand.Reference memory(Operand.Reference name) {
    return memories.getOrDefault(name, name);
  }

  private List<Operand.Reference> names(Operand.Reference tensor) {
    List<Operand.Reference> names = new ArrayList<>(List.of(tensor));
    tensors.forEach(
        (name, of) -> {
          if (of.equals(tensor)) {
            names.add(name);
          }
        });
    return names;
  }

  private static Operand.@Nullable Reference target(Step step) {
    boolean writes = step.op().endsWith("_") && !step.op().endsWith("__");
    for (List<Argument> arguments : List.of(step.attributes(), step.arguments())) {
      for (Argument argument : arguments) {
        writes |=
            argument.name().equals("inplace")
                && argument.value() instanceof Operand.Flag flag
                && flag.isTrue();
      }
    }
    return writes || step.op().equals("setitem") ? first(step) : null;
  }

  private static Operand.@Nullable Reference first(Step step) {
    return !step.arguments().isEmpty()
            && step.arguments().get(0).value() instanceof Operand.Reference reference
        ? reference
        : null;
  }

  /** The tensors that a step reads. */
  public static List<Operand.Reference> references(Step step) {
    List<Operand.Reference> found = new ArrayList<>();
    step.arguments().forEach(argument -> collect(argument.value(), found));
    return found;
  }

  private static void collect(Operand value, List<Operand.Reference> into) {
    if (value instanceof Operand.Reference reference) {
      into.add(reference);
    } else if (value instanceof Operand.Items items) {
      items.items().forEach(item -> collect(item, into));
    }
  }
}
