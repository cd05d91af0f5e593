package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.GRUCellImpl;
import org.bytedeco.pytorch.GRUCellOptions;
import org.bytedeco.pytorch.LSTMCellImpl;
import org.bytedeco.pytorch.LSTMCellOptions;
import org.bytedeco.pytorch.RNNCellImpl;
import org.bytedeco.pytorch.RNNCellOptions;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;

/** RNNCell, GRUCell and LSTMCell: one step of a recurrence. */
final class Cells {
  private Cells() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind("RNNCell", d -> draw("RNNCell", d), c -> sound(c, Cells::rnn)),
        new Kind("GRUCell", d -> draw("GRUCell", d), c -> sound(c, Cells::gru)),
        new Kind("LSTMCell", d -> draw("LSTMCell", d), c -> sound(c, Cells::lstm)));
  }

  private static Case draw(String name, Dice dice) {
    long in = dice.between(1, 4);
    long hidden = dice.between(1, 5);
    List<Long> lead = dice.chance(0.7) ? List.of(dice.between(1, 3)) : List.of();
    Members members =
        Members.of("in", in)
            .and("hidden", hidden)
            .maybe(dice.chance(0.3), "bias", dice.chance(0.5));
    List<Operand> inputs = new ArrayList<>(List.of(Operand.of("x", Linears.with(lead, in))));
    String call = "layer(x)";
    if (dice.chance(0.6)) {
      inputs.add(Operand.of("h", Linears.with(lead, hidden)));
      call = "layer(x, h)";
      if (name.equals("LSTMCell")) {
        inputs.add(Operand.of("c", Linears.with(lead, hidden)));
        call = "layer(x, (h, c))";
      }
    }
    return new Case(name, members.map(), inputs, call);
  }

  /** The C++ layer cannot draw weights for no features, the Python layer can. */
  private static Verdict sound(Case c, Kind.Oracle oracle) {
    return c.number("hidden") == 0
        ? new Verdict.Unknown("LibTorch cannot build it")
        : oracle.ask(c);
  }

  /** The module's forward of PyTorch's Python layer. */
  private static void check(Case c) {
    int rank = c.input(0).rank();
    Refusal.unless(rank == 1 || rank == 2, "RNNCell.forward: expected input to be 1D or 2D");
    for (Operand state : c.inputs().subList(1, c.inputs().size())) {
      Refusal.unless(
          state.rank() == 1 || state.rank() == 2,
          "RNNCell.forward: expected hidden to be 1D or 2D");
    }
  }

  private static boolean single(Case c) {
    return c.input(0).rank() == 1;
  }

  private static Tensor row(Case c, int index) {
    Tensor given = LibTorch.tensor(c.input(index));
    return single(c) ? given.unsqueeze(0) : given;
  }

  private static String output(Case c, Tensor result) {
    return Printed.of(single(c) ? result.squeeze(0) : result);
  }

  private static Verdict rnn(Case c) {
    check(c);
    RNNCellOptions o = new RNNCellOptions(c.number("in"), c.number("hidden"));
    o.bias().put(c.flag("bias", true));
    RNNCellImpl module = new RNNCellImpl(o);
    Tensor out =
        c.inputs().size() > 1 ? module.forward(row(c, 0), row(c, 1)) : module.forward(row(c, 0));
    return LibTorch.answer(output(c, out), module);
  }

  private static Verdict gru(Case c) {
    check(c);
    GRUCellOptions o = new GRUCellOptions(c.number("in"), c.number("hidden"));
    o.bias().put(c.flag("bias", true));
    GRUCellImpl module = new GRUCellImpl(o);
    Tensor out =
        c.inputs().size() > 1 ? module.forward(row(c, 0), row(c, 1)) : module.forward(row(c, 0));
    return LibTorch.answer(output(c, out), module);
  }

  private static Verdict lstm(Case c) {
    check(c);
    LSTMCellOptions o = new LSTMCellOptions(c.number("in"), c.number("hidden"));
    o.bias().put(c.flag("bias", true));
    LSTMCellImpl module = new LSTMCellImpl(o);
    T_TensorTensor_T out =
        c.inputs().size() > 1
            ? module.forward(row(c, 0), new T_TensorTensor_T(row(c, 1), row(c, 2)))
            : module.forward(row(c, 0));
    return LibTorch.answer(
        "(" + output(c, out.get0()) + ", " + output(c, out.get1()) + ")", module);
  }
}
