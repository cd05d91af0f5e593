package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.recurrent.RNN;
import io.github.shapecheck.report.Operand;
import io.github.shapecheck.report.Weight;
import java.util.Map;

/** Recurrent layers and cells. */
final class Recurrent {
  private Recurrent() {}

  static void fill(Map<String, Operation> table) {
    table.put("RNN", Recurrent::layer);
    table.put("GRU", Recurrent::layer);
    table.put("LSTM", Recurrent::layer);
    table.put("LSTMCell", Recurrent::lstmCell);
    Operation.put(table, Recurrent::gruCell, "GRUCell");
    Operation.put(
        table,
        call -> {
          NDArray sum = projected(call, call.input(), "ih").add(projected(call, state(call), "hh"));
          return call.text("nonlinearity", "tanh").equals("relu")
              ? sum.getNDArrayInternal().relu()
              : sum.tanh();
        },
        "RNNCell");
  }

  private static NDList layer(Invocation call) {
    if (call.integer("proj_size", 0) > 0) {
      throw call.failure("projects its states");
    }
    NDArray x = call.input();
    boolean batchFirst = call.flag("batch_first", false);
    boolean batched = x.getShape().dimension() == 3;
    NDArray input = batched ? x : x.expandDims(batchFirst ? 0 : 1);
    long layers = call.integer("num_layers", 1);
    boolean both = call.flag("bidirectional", false);
    boolean lstm = call.step().op().equals("LSTM");
    Shape first =
        new Shape(
            layers * (both ? 2 : 1),
            input.getShape().get(batchFirst ? 0 : 1),
            call.integer("hidden_size", 1));
    NDList states = new NDList();
    if (call.has("hx")) {
      for (Operand state : call.items("hx")) {
        NDArray given = call.array(state);
        states.add(batched ? given : given.expandDims(1));
      }
    } else {
      for (int i = 0; i < (lstm ? 2 : 1); i++) {
        states.add(call.manager().zeros(first));
      }
    }
    NDList parameters = new NDList();
    for (Weight weight : call.step().weights()) {
      parameters.add(call.weight(weight.name()));
    }
    NDList made = run(call, input, states, parameters);
    NDList results = new NDList();
    for (int i = 0; i < made.size(); i++) {
      results.add(made.get(i).reshape(call.shape(i)));
    }
    return results;
  }

  private static NDList run(Invocation call, NDArray x, NDList states, NDList parameters) {
    boolean biases = call.flag("bias", true);
    int layers = (int) call.integer("num_layers", 1);
    double dropout = call.real("dropout", 0);
    boolean training = call.isTraining();
    boolean both = call.flag("bidirectional", false);
    boolean batchFirst = call.flag("batch_first", false);
    return switch (call.step().op()) {
      case "LSTM" ->
          x.getNDArrayInternal()
              .lstm(x, states, parameters, biases, layers, dropout, training, both, batchFirst);
      case "GRU" ->
          x.getNDArrayInternal()
              .gru(
                  x,
                  states.get(0),
                  parameters,
                  biases,
                  layers,
                  dropout,
                  training,
                  both,
                  batchFirst);
      default ->
          x.getNDArrayInternal()
              .rnn(
                  x,
                  states.get(0),
                  parameters,
                  biases,
                  layers,
                  call.text("nonlinearity", "tanh").equals("relu")
                      ? RNN.Activation.RELU
                      : RNN.Activation.TANH,
                  dropout,
                  training,
                  both,
                  batchFirst);
    };
  }

  private static NDArray projected(Invocation call, NDArray x, String from) {
    return Heads.linear(x, call.weight("weight_" + from), call.optionalWeight("bias_" + from));
  }

  private static NDArray state(Invocation call) {
    Shape shape = call.shape();
    return call.has("hx") ? call.array(call.items("hx").get(0)) : call.manager().zeros(shape);
  }

  private static NDArray gate(NDArray gates, int which) {
    int axis = gates.getShape().dimension() - 1;
    long size = gates.getShape().get(axis) / (which < 0 ? 3 : 4);
    int at = which < 0 ? -1 - which : which;
    return Axis.slice(gates, axis, at * size, (at + 1) * size);
  }

  private static NDList lstmCell(Invocation call) {
    NDArray cell =
        call.has("hx") ? call.array(call.items("hx").get(1)) : call.manager().zeros(call.shape());
    NDArray gates = projected(call, call.input(), "ih").add(projected(call, state(call), "hh"));
    NDArray next =
        Activations.sigmoid(gate(gates, 1))
            .mul(cell)
            .add(Activations.sigmoid(gate(gates, 0)).mul(gate(gates, 2).tanh()));
    return new NDList(Activations.sigmoid(gate(gates, 3)).mul(next.tanh()), next);
  }

  private static NDArray gruCell(Invocation call) {
    NDArray state = state(call);
    NDArray input = projected(call, call.input(), "ih");
    NDArray hidden = projected(call, state, "hh");
    NDArray reset = Activations.sigmoid(gate(input, -1).add(gate(hidden, -1)));
    NDArray update = Activations.sigmoid(gate(input, -2).add(gate(hidden, -2)));
    NDArray fresh = gate(input, -3).add(reset.mul(gate(hidden, -3))).tanh();
    return fresh.add(update.mul(state.sub(fresh)));
  }
}
