package io.github.shapecheck.processor.operation.linear;

import io.github.shapecheck.processor.operation.Abandoned;
import io.github.shapecheck.processor.operation.Broadcasting;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.einops.NamedEquation;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Einstein's sums: {@code einsum("bij,bjk->bik", a, b)}. Rules einsum-1 to einsum-5, einops-17. */
public final class Einsum {
  private final Call call;
  private final Map<Character, String> names;
  private final Map<Character, Dim> sizes = new TreeMap<>();
  private final Map<Character, Integer> uses = new TreeMap<>();
  private Shape ellipsis = Shape.scalar();

  private Einsum(Call call, Map<Character, String> names) {
    this.call = call;
    this.names = names;
  }

  public static Value apply(Call call) {
    Value value = call.get("operands");
    List<Value> rest = value instanceof Value.Sequence s ? s.items() : List.of(value);
    if (!(call.get("equation") instanceof Tensor)) {
      String equation = call.text("equation").replace(" ", "");
      return new Einsum(call, Map.of()).apply(equation, tensors(call, rest));
    }
    List<Value> given = new ArrayList<>(rest); // einops-17
    given.add(0, call.get("equation"));
    if (!(given.remove(given.size() - 1) instanceof Value.Text pattern)) {
      throw call.refuse(
          ProblemId.ARGUMENT, null, "needs its pattern in front of or behind its tensors");
    }
    NamedEquation named = NamedEquation.of(pattern.value());
    if (named.error().isPresent()) {
      throw call.refuse(ProblemId.EINOPS, null, named.error().get());
    }
    return new Einsum(call, named.names()).apply(named.equation(), tensors(call, given));
  }

  private static List<Tensor> tensors(Call call, List<Value> given) {
    List<Tensor> operands = new ArrayList<>();
    for (Value item : given) {
      if (!(item instanceof Tensor tensor)) {
        if (!(item instanceof Value.Unknown)) {
          call.problem(ProblemId.ARGUMENT, null, "needs tensors behind its equation");
        }
        throw call.abandon();
      }
      operands.add(tensor);
    }
    return operands;
  }

  private Value apply(String equation, List<Tensor> operands) {
    int arrow = equation.indexOf("->");
    String left = arrow < 0 ? equation : equation.substring(0, arrow);
    List<String> terms = List.of(left.split(",", -1));
    if (terms.size() != operands.size()) { // einsum-1
      String counts = terms.size() + " operands in its equation but " + operands.size();
      throw wrong("has " + counts + " tensors");
    }
    DType type = operands.get(0).dtype();
    for (int i = 0; i < terms.size(); i++) {
      read(terms.get(i), operands.get(i).shape());
      type = type.promote(operands.get(i).dtype());
    }
    String right = arrow < 0 ? implicit(left) : equation.substring(arrow + 2);
    if (operands.size() > 1) {
      Dim macs = ellipsis.numel();
      for (Dim size : sizes.values()) {
        macs = macs.times(size);
      }
      call.macs(macs);
    }
    return Tensor.of(result(right), type);
  }

  /** einsum-2: one letter an axis; the dots stand for the axes that are left. */
  private void read(String term, Shape shape) {
    String letters = term.replace("...", "");
    boolean dots = letters.length() < term.length();
    if (letters.indexOf('.') >= 0
        || (dots ? letters.length() > shape.rank() : letters.length() != shape.rank())) {
      throw wrong("has '" + written(term) + "' for " + shape);
    }
    int rest = shape.rank() - letters.length();
    int axis = 0;
    for (int i = 0; i < term.length(); i++) {
      if (term.charAt(i) == '.') {
        Shape dotted = Shape.of(shape.dims().subList(axis, axis + rest));
        ellipsis = Broadcasting.shapes(call, ellipsis, dotted);
        axis += rest;
        i += 2;
      } else {
        boolean again = letters.indexOf(term.charAt(i)) < letters.lastIndexOf(term.charAt(i));
        put(term.charAt(i), shape.dim(axis++), again);
      }
    }
  }

  /** einsum-3: the same letter is the same size, or 1 unless it stands twice in one operand. */
  private void put(char letter, Dim size, boolean twice) {
    if (!Character.isLetter(letter)) {
      throw wrong("has '" + letter + "' where a letter should stand");
    }
    uses.merge(letter, 1, Integer::sum);
    Dim known = sizes.get(letter);
    Dim merged = known == null ? size : Broadcasting.merge(call, known, size);
    boolean differs = twice && known != null && call.fails(known, Relation.EQ, size);
    if (merged == null || differs) {
      call.problem(
          ProblemId.EINSUM,
          null,
          "has size " + known + " and size " + size + " for '" + name(letter) + "'");
      merged = Dim.unknown();
    }
    sizes.put(letter, merged);
  }

  private String written(String term) {
    if (names.isEmpty()) {
      return term;
    }
    return term.chars().mapToObj(c -> name((char) c)).collect(Collectors.joining(" "));
  }

  private String name(char letter) {
    return names.getOrDefault(letter, String.valueOf(letter));
  }

  /** einsum-4: without an arrow the letters that occur once, in order. */
  private String implicit(String left) {
    StringBuilder result = new StringBuilder(left.contains("...") ? "..." : "");
    uses.forEach((letter, count) -> result.append(count == 1 ? letter.toString() : ""));
    return result.toString();
  }

  /** einsum-5: every letter of the result is one of the operands', once. */
  private Shape result(String right) {
    List<Dim> dims = new ArrayList<>();
    for (int i = 0; i < right.length(); i++) {
      char letter = right.charAt(i);
      if (right.startsWith("...", i)) {
        dims.addAll(ellipsis.dims());
        i += 2;
      } else if (!sizes.containsKey(letter) || right.indexOf(letter) != i) {
        throw wrong("has '" + letter + "' in its result, which no operand has or which is doubled");
      } else {
        dims.add(sizes.getOrDefault(letter, Dim.unknown()));
      }
    }
    return Shape.of(dims);
  }

  private Abandoned wrong(String message) {
    call.problem(ProblemId.EINSUM, "equation", message);
    return call.abandon();
  }
}
