package io.github.shapecheck.processor.operation.recurrent;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.ReportedProblem;
import io.github.shapecheck.processor.operation.Shapes;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The states that a recurrent layer starts from and ends with.
 *
 * @param rows layers times directions
 */
public record States(Dim rows, Dim batch, boolean batched) {
  /** [layers * directions, N, features], without N where the input has no batch. */
  Shape shape(Dim features) {
    return batched ? Shape.of(rows, batch, features) : Shape.of(rows, features);
  }

  /** Holds the declared number of features against those that arrive. */
  static void checkInput(Call call, Dim declared, Dim received) {
    if (call.fails(declared, Relation.EQ, received)) {
      call.problem(
              ProblemId.RNN_INPUT,
              "input_size",
              "expects " + Axes.count(declared, "feature") + " but receives " + received)
          .set("input_size", received);
    }
  }

  /** Checks what was given as {@code hx}: one state, or the pair (h, c) where there is a cell. */
  static void check(Call call, Shape hidden, @Nullable Shape cell) {
    Value given = call.get("hx");
    if (given instanceof Value.None || given instanceof Value.Unknown) {
      return;
    }
    if (cell == null) {
      require(call, given, hidden, "the state");
    } else if (given instanceof Value.Sequence pair && pair.items().size() == 2) {
      require(call, pair.items().get(0), hidden, "h");
      require(call, pair.items().get(1), cell, "c");
    } else {
      call.problem(
          ProblemId.STATE, "hx", "needs the pair (h, c) as its state but receives " + given.kind());
    }
  }

  private static void require(Call call, Value given, Shape wanted, String name) {
    if (given instanceof Tensor state) {
      if (!name.equals("c") || call.knows("num_layers")) { // a cell only adds to c
        Elements.requireFloating(call, state);
      }
      if (!Shapes.same(call, state.shape(), wanted)) {
        String blamed = blamed(call, state.shape(), wanted, name);
        String text = "needs " + name + " of shape " + wanted + " but receives " + state.shape();
        ReportedProblem reported = call.problem(ProblemId.STATE, blamed, text).input(state, wanted);
        if (blamed.equals("hidden_size")) {
          reported.set(blamed, state.dim(-1));
        } else if (blamed.equals("num_layers")) {
          reported
              .set(blamed, state.dim(0))
              .set(blamed, state.dim(0).floorDiv(2)); // two directions
        }
      }
    } else if (!(given instanceof Value.Unknown)) {
      call.problem(
          ProblemId.STATE,
          "hx",
          "needs " + name + " of shape " + wanted + " but receives " + given.kind());
    }
  }

  /** The layer's number that a state contradicts, or the state where it does not fit the input. */
  private static String blamed(Call call, Shape state, Shape wanted, String name) {
    boolean layers = call.knows("num_layers");
    int batch = wanted.rank() - 2;
    if (state.rank() != wanted.rank()
        || batch >= (layers ? 1 : 0) && !state.dim(batch).equals(wanted.dim(batch))) {
      return "hx";
    }
    if (layers && !state.dim(0).equals(wanted.dim(0))) {
      return "num_layers";
    }
    boolean projects = call.knows("proj_size") && !call.dim("proj_size").equals(Dim.of(0));
    return projects && !name.equals("c") ? "proj_size" : "hidden_size";
  }
}
