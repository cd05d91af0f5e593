package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;

/** Makes a case smaller while it stays interesting. */
final class Shrinking {
  private static final int PATIENCE = 600;

  private Shrinking() {}

  static Case shrink(Case found, Predicate<Case> interesting) {
    Case smallest = found;
    int tries = 0;
    boolean smaller = true;
    while (smaller && tries < PATIENCE) {
      smaller = false;
      for (Case candidate : candidates(smallest)) {
        if (tries++ < PATIENCE && interesting.test(candidate)) {
          smallest = candidate;
          smaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  private static List<Case> candidates(Case found) {
    List<Case> candidates = new ArrayList<>();
    for (Map.Entry<String, Object> entry : found.attributes().entrySet()) {
      String member = entry.getKey();
      candidates.add(found.without(member));
      if (entry.getValue() instanceof Long number) {
        smaller(number).forEach(n -> candidates.add(found.with(member, n)));
      } else if (entry.getValue() instanceof List<?> list
          && !list.isEmpty()
          && list.get(0) instanceof Long) {
        lists(found.numbers(member), -1).forEach(l -> candidates.add(found.with(member, l)));
      }
    }
    for (int i = 0; i < found.inputs().size(); i++) {
      Operand operand = found.input(i);
      for (List<Long> shape : lists(operand.shape(), 0)) {
        candidates.add(found.with(i, operand.with(shape)));
      }
    }
    for (MatchResult literal : Mutation.INTEGER.matcher(found.statement()).results().toList()) {
      for (long number : smaller(Long.parseLong(literal.group()))) {
        candidates.add(found.saying(Mutation.replaced(found.statement(), literal, number)));
      }
    }
    return candidates;
  }

  private static List<List<Long>> lists(List<Long> numbers, long least) {
    List<List<Long>> found = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      for (long number : smaller(numbers.get(i))) {
        if (number >= least) {
          List<Long> changed = new ArrayList<>(numbers);
          changed.set(i, number);
          found.add(List.copyOf(changed));
        }
      }
    }
    return found;
  }

  /** Nearer to one; a zero stays, for it is a case of its own. */
  private static List<Long> smaller(long number) {
    if (number > 1) {
      return number == 2 ? List.of(1L) : List.of(1L, number / 2, number - 1);
    }
    return number < -1 ? List.of(-1L, number + 1) : List.of();
  }
}
