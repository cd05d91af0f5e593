package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.GRUOptions;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.RNNImpl;
import org.bytedeco.pytorch.RNNOptions;
import org.bytedeco.pytorch.T_TensorT_TensorTensor_T_T;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;

/** RNN, GRU and LSTM over sequences, with and without an initial state. */
final class Recurrences {
  private Recurrences() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind("RNN", d -> draw("RNN", d), Recurrences::rnn),
        new Kind("GRU", d -> draw("GRU", d), Recurrences::gru),
        new Kind("LSTM", d -> draw("LSTM", d), Recurrences::lstm));
  }

  private static Case draw(String name, Dice dice) {
    long in = dice.between(1, 4);
    long hidden = dice.between(2, 5);
    long layers = dice.between(1, 3);
    boolean two = dice.chance(0.4);
    boolean first = dice.chance(0.4);
    long proj = name.equals("LSTM") && dice.chance(0.3) ? dice.between(1, hidden - 1) : 0;
    Members members =
        Members.of("in", in)
            .and("hidden", hidden)
            .maybe(layers > 1, "layers", layers)
            .maybe(dice.chance(0.2), "bias", false)
            .maybe(first, "batchFirst", true)
            .maybe(two, "bidirectional", true)
            .maybe(proj > 0, "proj", proj);
    long time = dice.between(1, 5);
    long batch = dice.between(1, 3);
    boolean batched = dice.chance(0.75);
    List<Long> shape =
        batched ? (first ? List.of(batch, time, in) : List.of(time, batch, in)) : List.of(time, in);
    List<Operand> inputs = new ArrayList<>(List.of(Operand.of("x", shape)));
    String call = "layer(x)";
    if (dice.chance(0.5)) {
      long deep = layers * (two ? 2 : 1);
      inputs.add(Operand.of("h", state(deep, batched, batch, proj > 0 ? proj : hidden)));
      call = "layer(x, h)";
      if (name.equals("LSTM")) {
        inputs.add(Operand.of("c", state(deep, batched, batch, hidden)));
        call = "layer(x, (h, c))";
      }
    }
    return new Case(name, members.map(), inputs, call);
  }

  private static List<Long> state(long deep, boolean batched, long batch, long width) {
    return batched ? List.of(deep, batch, width) : List.of(deep, width);
  }

  /** RNNBase.__init__ and RNNBase.forward of PyTorch's Python layer. */
  private static void check(Case c) {
    int rank = c.input(0).rank();
    Refusal.unless(rank == 2 || rank == 3, "RNN.forward: expected input to be 2D or 3D");
    Refusal.unless(
        c.number("hidden") > 0, "RNNBase.__init__: hidden_size must be greater than zero");
    Refusal.unless(
        c.number("layers", 1) > 0, "RNNBase.__init__: num_layers must be greater than zero");
    for (Operand state : c.inputs().subList(1, c.inputs().size())) {
      Refusal.unless(state.rank() == rank, "RNN.forward: the state has the rank of the input");
    }
  }

  private static Verdict rnn(Case c) {
    check(c);
    RNNOptions o = new RNNOptions(c.number("in"), c.number("hidden"));
    o.num_layers().put(c.number("layers", 1));
    o.bias().put(c.flag("bias", true));
    o.batch_first().put(c.flag("batchFirst", false));
    o.bidirectional().put(c.flag("bidirectional", false));
    RNNImpl module = new RNNImpl(o);
    Batched batched = new Batched(c);
    T_TensorTensor_T out =
        c.inputs().size() > 1
            ? module.forward(batched.input(), batched.state(1))
            : module.forward(batched.input());
    return LibTorch.answer(
        "(" + batched.output(out.get0()) + ", " + batched.last(out.get1()) + ")", module);
  }

  private static Verdict gru(Case c) {
    check(c);
    GRUOptions o = new GRUOptions(c.number("in"), c.number("hidden"));
    o.num_layers().put(c.number("layers", 1));
    o.bias().put(c.flag("bias", true));
    o.batch_first().put(c.flag("batchFirst", false));
    o.bidirectional().put(c.flag("bidirectional", false));
    GRUImpl module = new GRUImpl(o);
    Batched batched = new Batched(c);
    T_TensorTensor_T out =
        c.inputs().size() > 1
            ? module.forward(batched.input(), batched.state(1))
            : module.forward(batched.input());
    return LibTorch.answer(
        "(" + batched.output(out.get0()) + ", " + batched.last(out.get1()) + ")", module);
  }

  private static Verdict lstm(Case c) {
    check(c);
    long proj = c.number("proj", 0);
    Refusal.unless(
        proj >= 0 && proj < c.number("hidden"),
        "RNNBase.__init__: proj_size has to be smaller than hidden_size");
    LSTMOptions o = new LSTMOptions(c.number("in"), c.number("hidden"));
    o.num_layers().put(c.number("layers", 1));
    o.bias().put(c.flag("bias", true));
    o.batch_first().put(c.flag("batchFirst", false));
    o.bidirectional().put(c.flag("bidirectional", false));
    o.proj_size().put(proj);
    LSTMImpl module = new LSTMImpl(o);
    Batched batched = new Batched(c);
    T_TensorT_TensorTensor_T_T out =
        c.inputs().size() > 1
            ? module.forward(
                batched.input(), new T_TensorTensor_T(batched.state(1), batched.state(2)))
            : module.forward(batched.input());
    Tensor h = out.get1().get0();
    Tensor cell = out.get1().get1();
    return LibTorch.answer(
        "("
            + batched.output(out.get0())
            + ", ("
            + batched.last(h)
            + ", "
            + batched.last(cell)
            + "))",
        module);
  }

  /**
   * LibTorch's modules know batches only; PyTorch's add the batch of one and take it away again.
   */
  private record Batched(Case c) {
    private boolean single() {
      return c.input(0).rank() == 2;
    }

    private long axis() {
      return c.flag("batchFirst", false) ? 0 : 1;
    }

    Tensor input() {
      Tensor x = LibTorch.tensor(c.input(0));
      return single() ? x.unsqueeze(axis()) : x;
    }

    Tensor state(int index) {
      Tensor h = LibTorch.tensor(c.input(index));
      return single() ? h.unsqueeze(1) : h;
    }

    String output(Tensor y) {
      return Printed.of(single() ? y.squeeze(axis()) : y);
    }

    String last(Tensor h) {
      return Printed.of(single() ? h.squeeze(1) : h);
    }
  }
}
