package io.github.shapecheck.processor.describe;

import io.github.shapecheck.processor.model.BudgetDeclaration;
import io.github.shapecheck.processor.model.BudgetDeclaration.Cost;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.report.Layer;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds a model against the limits that it sets itself. */
public final class Budgets {
  private static final int SHOWN = 3;

  private final ShapeReport report;

  private Budgets(ShapeReport report) {
    this.report = report;
  }

  /** A problem for each limit that is exceeded, with the layers that cost most. */
  public static List<Problem> exceeded(ShapeReport report, List<BudgetDeclaration> limits) {
    Budgets budgets = new Budgets(report);
    List<Problem> problems = new ArrayList<>();
    for (BudgetDeclaration limit : limits) {
      List<Item> items = budgets.items(limit.cost());
      Dim total = total(limit.cost(), items);
      String message = message(report.model(), limit, total);
      if (!message.isEmpty()) {
        Place place = Place.of(limit.origin());
        problems.add(Problem.of(ProblemId.BUDGET, place, message + mostExpensive(items)));
      }
    }
    return problems;
  }

  /** The paths of layers by what they cost of the first limit exceeded, the dearest first. */
  public static List<String> dearest(ShapeReport report, List<BudgetDeclaration> limits) {
    Budgets budgets = new Budgets(report);
    Map<String, Long> costs = new LinkedHashMap<>();
    limits.stream()
        .filter(limit -> !exceeded(report, List.of(limit)).isEmpty())
        .map(BudgetDeclaration::cost)
        .limit(1)
        .flatMap(cost -> budgets.items(cost).stream())
        .filter(item -> item.layer() != null && item.isNumber())
        .forEach(item -> costs.merge(item.layer(), item.cost().value(), Long::sum));
    return costs.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * What one layer or step costs.
   *
   * @param layer the layer's path, null for a function
   */
  private record Item(String name, String type, @Nullable String layer, Dim cost) {
    boolean isNumber() {
      return cost.isConstant() && cost.value() > 0;
    }
  }

  private static String message(String model, BudgetDeclaration limit, Dim total) {
    String simple = model.substring(model.lastIndexOf('.') + 1);
    if (!total.isKnown()) {
      return "";
    }
    if (!total.isConstant()) {
      String sizes = String.join(", ", total.symbols());
      return "%s: the number of %s depends on %s, and a budget limits numbers"
          .formatted(simple, limit.cost().unit(), sizes);
    }
    return total.value() <= limit.most()
        ? ""
        : simple
            + " has "
            + grouped(total.value())
            + " "
            + limit.cost().unit()
            + ", but its budget is "
            + grouped(limit.most());
  }

  private static Dim total(Cost cost, List<Item> items) {
    Dim total = Dim.of(0);
    for (Item item : items) {
      total = cost == Cost.RECEPTIVE_FIELD ? total.max(item.cost) : total.plus(item.cost);
    }
    return total;
  }

  private List<Item> items(Cost cost) {
    List<Item> items = new ArrayList<>();
    if (cost == Cost.PARAMS) {
      for (Layer layer : report.layers()) {
        items.add(new Item(layer.path(), layer.type(), layer.path(), layer.params()));
      }
      return items;
    }
    for (Step step : report.steps()) {
      items.add(new Item(step.name(), step.op(), step.layer().orElse(null), cost(cost, step)));
    }
    if (cost == Cost.ACTIVATION_BYTES) {
      report
          .inputs()
          .forEach(i -> items.add(new Item(i.name(), "input", null, oneSample(i.bytes()))));
    }
    return items;
  }

  private static Dim cost(Cost cost, Step step) {
    return switch (cost) {
      case MACS -> step.macs();
      case ACTIVATION_BYTES -> oneSample(step.activationBytes());
      default -> step.field().map(f -> largest(f.size())).orElse(Dim.of(0));
    };
  }

  private static Dim largest(List<Dim> sizes) {
    return sizes.stream().reduce(Dim.of(0), Dim::max);
  }

  private static Dim oneSample(Dim bytes) {
    return bytes.with(Map.of("N", Dim.of(1)));
  }

  private static String mostExpensive(List<Item> items) {
    StringBuilder out = new StringBuilder();
    items.stream()
        .filter(Item::isNumber)
        .sorted(Comparator.comparingLong((Item i) -> -i.cost.value()))
        .limit(SHOWN)
        .forEach(
            i ->
                out.append(
                    String.format(
                        Locale.ROOT, "%n%-16s %-16s %,15d", i.name, i.type, i.cost.value())));
    return out.toString();
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
