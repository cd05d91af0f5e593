package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proposes other arguments for a call that does not take those it was given: another keyword, one
 * more, one less, several as a list.
 */
public final class ArgumentEdits {
  private static final int MOST_CALLS = 2;
  private static final int MOST_NAMES = 8;
  private static final int MOST_TOO_MANY = 2;
  private static final List<String> AXES = List.of("1", "-1", "2", "0");

  private final Trace trace;
  private final LineEditing line;
  private final Expression.Call call;
  private final List<String> positional;
  private final List<String> keywords;
  private final Set<Edit> edits;

  private ArgumentEdits(Trace trace, LineEditing line, Expression.Call call, Set<Edit> edits) {
    this.trace = trace;
    this.line = line;
    this.call = call;
    List<String> arguments = line.arguments(call);
    this.positional = arguments.subList(0, call.positional().size());
    this.keywords = arguments.subList(call.positional().size(), arguments.size());
    this.edits = edits;
  }

  /** Edits to try, likely ones first. */
  public static Stream<Edit> of(Failure failure) {
    Trace trace = failure.trace();
    Problem problem = failure.problem();
    Set<Edit> edits = new LinkedHashSet<>();
    LineEditing.at(trace.model(), problem.place())
        .ifPresent(
            line ->
                line.around(problem.place(), Expression.Call.class).stream()
                    .limit(MOST_CALLS)
                    .filter(call -> line.isOneLine(call.span()) && !hasStar(call))
                    .forEach(call -> new ArgumentEdits(trace, line, call, edits).propose()));
    return edits.stream();
  }

  private static boolean hasStar(Expression.Call call) {
    return call.positional().stream().anyMatch(Expression.Starred.class::isInstance);
  }

  private void propose() {
    layerBehindVariable();
    Set<String> free = freeNames();
    for (int i = 0; i < keywords.size(); i++) {
      renamed(i, free);
    }
    asList();
    for (int i = 0; i < keywords.size(); i++) {
      List<String> others = new ArrayList<>(keywords);
      others.remove(i);
      propose(positional, others);
    }
    for (int less = 1; less <= MOST_TOO_MANY && less <= positional.size(); less++) {
      propose(positional.subList(0, positional.size() - less), keywords);
    }
    oneMore(free);
  }

  /** {@code fc(x)} where a variable hides the layer {@code fc}. */
  private void layerBehindVariable() {
    if (call.callee() instanceof Expression.Name name
        && trace.model().root().field(name.id()) != null) {
      edits.add(line.replaced(name.span(), "self." + name.id()));
    }
  }

  private void renamed(int index, Set<String> free) {
    String name = call.keywords().get(index).name();
    String value = keywords.get(index).substring(name.length()).strip().substring(1);
    for (String other : free) {
      List<String> changed = new ArrayList<>(keywords);
      changed.set(index, other + "=" + value.strip());
      if (!signatureNames().contains(name)) {
        propose(positional, changed);
      }
    }
  }

  /** {@code cat(x, y, 1)} for {@code cat([x, y], 1)}, and {@code relu([x])} for {@code relu(x)}. */
  private void asList() {
    for (int count = positional.size(); count > 0; count--) {
      List<String> wrapped = new ArrayList<>();
      wrapped.add("[" + String.join(", ", positional.subList(0, count)) + "]");
      wrapped.addAll(positional.subList(count, positional.size()));
      propose(wrapped, keywords);
    }
    if (call.positional().size() == 1
        && call.positional().get(0) instanceof Expression.ListDisplay list) {
      propose(list.items().stream().map(line::text).toList(), keywords);
    }
  }

  /** A value for a parameter that got none: what was computed before, or an axis. */
  private void oneMore(Set<String> free) {
    List<String> values = new ArrayList<>(line.variablesBefore(call.span().line()));
    Collections.reverse(values);
    trace.model().root().inputs().stream().map(InputDeclaration::name).forEach(values::add);
    values.addAll(AXES);
    values.removeAll(positional);
    for (String value : new LinkedHashSet<>(values)) {
      List<String> longer = new ArrayList<>(positional);
      longer.add(value);
      propose(longer, keywords);
    }
    for (String name : free) {
      for (String value : AXES) {
        List<String> more = new ArrayList<>(keywords);
        more.add(name + "=" + value);
        propose(positional, more);
      }
    }
  }

  /** The parameters that no keyword gives, near ones first. */
  private Set<String> freeNames() {
    List<String> free = new ArrayList<>(signatureNames());
    Set<String> ordered = new LinkedHashSet<>();
    for (Expression.KeywordArgument keyword : call.keywords()) {
      free.remove(keyword.name());
      NearestName.of(keyword.name(), free).ifPresent(ordered::add);
    }
    int first = call.callee() instanceof Expression.Attribute ? positional.size() : 0;
    ordered.addAll(free.subList(Math.min(first, free.size()), free.size()));
    return new LinkedHashSet<>(ordered.stream().limit(MOST_NAMES).toList());
  }

  private List<String> signatureNames() {
    String name =
        call.callee() instanceof Expression.Attribute attribute
            ? attribute.name()
            : call.callee() instanceof Expression.Name plain ? plain.id() : "";
    FieldDeclaration field = trace.model().root().field(name);
    if (field != null && !field.layers().isEmpty()) {
      LayerType type = Catalogue.layer(field.layers().get(0).type());
      return type == null
          ? List.of()
          : type.signature().names().subList(type.constructor().size(), type.signature().size());
    }
    Function function =
        call.callee() instanceof Expression.Attribute
            ? Catalogue.method(name)
            : Catalogue.function(name);
    return function == null ? List.of() : function.signature().names();
  }

  private void propose(List<String> values, List<String> named) {
    List<String> all = new ArrayList<>(values);
    all.addAll(named);
    String text = line.text(call.callee()) + "(" + String.join(", ", all) + ")";
    edits.add(line.replaced(call.span(), text));
  }
}
