package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.FieldsByName;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.trace.Baseline;
import io.github.shapecheck.processor.run.trace.Leaf;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Fold;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one run collects: leaves, steps with their names, weights and problems. */
public final class Recorder {
  private static final int MOST_INSTANCES = 20_000;
  private static final int MOST_STEPS = 45_000;
  private static final int DEEPEST = 100;

  public final Decider decider;
  public final boolean trustsNorms;
  public final List<Leaf> leaves = new ArrayList<>();
  public final List<Step> steps = new ArrayList<>();
  public final List<@Nullable String> names = new ArrayList<>();
  public final Map<String, Weights> layers = new LinkedHashMap<>();
  public final Map<String, LayerDeclaration> made = new LinkedHashMap<>();

  /** The layers whose weights depend on what arrives first. */
  public final Set<String> inferred = new HashSet<>();

  public final Baseline baseline;
  public final ProblemPlacement blame;
  public final Consequences consequences = new Consequences();
  public Programs programs = (module, variables, first) -> Value.UNKNOWN;
  public Decisions decisions = new Decisions(Set.of());
  private final UniqueNames taken = new UniqueNames();
  private final Map<String, List<String>> parameterNames = new HashMap<>();
  private final FieldsByName fields = new FieldsByName();
  private long instances;
  private int depth;
  private boolean building;
  private boolean asksTraining;
  private boolean trains;
  private boolean selects;
  private boolean selectsNothing;

  /** Where the last value was returned, at the end of the run the one of the forward pass. */
  public Place returned = Place.NONE;

  /** Whether it has been told that a shape is lost. */
  boolean lost;

  /** What made something of tensors though there is no file of it; null for nothing. */
  Unchecked.@Nullable Missing missing;

  /**
   * Starts a run.
   *
   * @param trustsNorms whether a norm that contradicts its input is taken at its word
   */
  public Recorder(Decider decider, boolean trustsNorms, Baseline baseline) {
    this.decider = decider;
    this.trustsNorms = trustsNorms;
    this.baseline = baseline;
    this.blame = new ProblemPlacement(baseline);
  }

  /** The names under which a module's forward pass reads its inputs. */
  public List<String> parameterNames(ModuleDeclaration module) {
    return parameterNames.computeIfAbsent(module.qualifiedName(), name -> FreeNames.of(module));
  }

  /** Whether layers are still being made: what is computed meanwhile are no steps. */
  public boolean isBuilding() {
    return building;
  }

  /** Begins or ends the making of layers and says what was before. */
  public boolean setBuilding(boolean now) {
    boolean before = building;
    building = now;
    return before;
  }

  /** A parameter that gets its name when it is registered. */
  public Tensor parameter(Tensor data) {
    return leaf(new Leaf("parameter", Leaf.Kind.PARAMETER, data.shape(), data.dtype()));
  }

  public boolean isParameter(Tensor tensor) {
    return tensor.source() < 0
        && tensor.source() != Tensor.NOWHERE
        && leaves.get(-1 - tensor.source()).kind() == Leaf.Kind.PARAMETER;
  }

  public void rename(Tensor tensor, String path) {
    leaves.set(
        -1 - tensor.source(), new Leaf(path, Leaf.Kind.PARAMETER, tensor.shape(), tensor.dtype()));
  }

  /** A tensor that was made beside the forward pass, as a leaf. */
  public Value sourced(Value value) {
    return value instanceof Tensor tensor && tensor.source() == Tensor.NOWHERE && !building
        ? leaf(new Leaf("constant", Leaf.Kind.BUFFER, tensor.shape(), tensor.dtype()))
        : value;
  }

  /** {@code self.training}: the report shows evaluation. */
  public Value training() {
    asksTraining = true;
    return new Value.Bool(trains);
  }

  public boolean isTraining() {
    return trains;
  }

  /** Whether the program asks if it trains. */
  public boolean asksTraining() {
    return asksTraining;
  }

  /** The program trains, and goes these ways where there is a choice. */
  public Recorder going(boolean training, Set<Place> ways) {
    trains = training;
    decisions = new Decisions(ways);
    return this;
  }

  /** Goes as if no mask chose anything. */
  public Recorder selectingNothing() {
    selectsNothing = true;
    return this;
  }

  /** Values choose how many there are of something, of which there may be none. */
  public boolean selectsNothing() {
    selects = true;
    return selectsNothing;
  }

  /** Whether there was something of which values choose how many there are. */
  public boolean selects() {
    return selects;
  }

  /** The field of a name, or null. */
  public @Nullable FieldDeclaration field(ModuleDeclaration module, String name) {
    return fields.of(module, name);
  }

  /** Whether the model stays small enough to run with so many more instances of a module. */
  public boolean mayRepeat(int count) {
    instances += count;
    return instances <= MOST_INSTANCES && steps.size() <= MOST_STEPS;
  }

  /** Begins a module's forward pass; false where too many are under way. */
  public boolean enter() {
    return ++depth <= DEEPEST;
  }

  /** Ends a module's forward pass. */
  public void leave() {
    depth--;
  }

  /** Adds a leaf and gives its tensor. */
  public Tensor leaf(Leaf leaf) {
    leaves.add(leaf);
    taken.unique(leaf.name());
    return new Tensor(leaf.shape(), leaf.dtype(), -leaves.size(), 0, null, Layout.CONTIGUOUS, null);
  }

  /** Writes a step down and gives its value. */
  public Value step(Step step) {
    if (building) {
      return step.value();
    }
    if (steps.size() == MOST_STEPS) {
      throw Raised.limit(
          "RuntimeError", "a pass of more than " + MOST_STEPS + " operations is not followed");
    }
    steps.add(step);
    names.add(null);
    return step.value();
  }

  /**
   * What a loop's first step did, between two marks, happens so many times; what its last one did,
   * behind them, is taken out. Where the two are of different sizes nobody knows what all take.
   */
  public void repeat(int first, int last, Dim count) {
    List<Step> kept = steps.subList(first, last);
    List<Step> ends = steps.subList(last, steps.size());
    Dim times = measures(kept).equals(measures(ends)) ? count : Dim.unknown();
    kept.forEach(step -> step.repeat(times));
    ends.clear();
    names.subList(last, names.size()).clear();
  }

  private static List<?> measures(List<Step> some) {
    return some.stream().map(Step::measure).toList();
  }

  /** The first step that computed the same of the same tensors: a mask that is written twice. */
  public int sameValues(int source) {
    if (source < 0 || steps.get(source).arguments().isEmpty()) {
      return source;
    }
    Step wanted = steps.get(source);
    for (int i = 0; i < source; i++) {
      if (steps.get(i).computesAs(wanted)) {
        return i;
      }
    }
    return source;
  }

  /** The value that the next step gives, whose tensors now know where they come from. */
  public Value fromNextStep(Value value, Operation operation, List<Tensor> arguments) {
    if (building) {
      return value;
    }
    return new NextStep(operation, arguments).made(value);
  }

  /** Counts the results of the step that is about to be written down. */
  private final class NextStep {
    private final Operation operation;
    private final List<Tensor> arguments;
    private final @Nullable Fold pending;
    private int items;

    NextStep(Operation operation, List<Tensor> arguments) {
      this.operation = operation;
      this.arguments = arguments;
      this.pending = Folds.pending(arguments);
    }

    Value made(Value value) {
      if (value instanceof Tensor tensor) {
        Layout layout = Layouts.of(operation.kind().memory(), arguments, tensor);
        Fold fold = Folds.after(tensor, pending);
        return withNumbers(tensor).from(steps.size(), fold, layout).item(items++);
      }
      if (value instanceof Value.Pieces pieces) {
        return pieces.of((Tensor) made(pieces.first()), (Tensor) made(pieces.last()));
      }
      if (value instanceof Value.Sequence sequence) {
        return sequence.of(Value.each(sequence.items(), this::made));
      }
      return value;
    }

    /** What is only seen with other axes, or as another type, holds the same numbers. */
    private Tensor withNumbers(Tensor tensor) {
      if (tensor.numbers() != null || arguments.size() != 1) {
        return tensor;
      }
      Tensor from = arguments.get(0);
      boolean all = operation.kind() == Kind.SUBSCRIPT && wide(from).equals(wide(tensor));
      return all || operation.kind().keepsValues() ? tensor.holding(from.numbers()) : tensor;
    }

    private static List<Dim> wide(Tensor tensor) {
      return tensor.shape().dims().stream().filter(size -> !size.equals(Dim.of(1))).toList();
    }
  }

  /** Names the steps from {@code first} on that have no name yet. */
  public void name(int first, @Nullable String variable) {
    boolean oneCall = steps.size() == first + 1;
    for (int i = first; i < steps.size(); i++) {
      if (names.get(i) == null) {
        String wanted = oneCall && variable != null ? variable : steps.get(i).label();
        names.set(i, taken.unique(wanted));
      }
    }
  }
}
