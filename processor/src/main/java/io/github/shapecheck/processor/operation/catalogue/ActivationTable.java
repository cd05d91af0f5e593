package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.LayerRule;
import io.github.shapecheck.processor.operation.Table;
import io.github.shapecheck.processor.operation.activation.Activation;
import io.github.shapecheck.processor.operation.activation.Dropout;
import io.github.shapecheck.processor.operation.activation.Pointwise;
import io.github.shapecheck.processor.operation.activation.Softmax;

/** Activations, softmax and dropout, as layers and as functions. */
public final class ActivationTable {
  private static final String INPLACE = ", inplace=False";

  private ActivationTable() {}

  static void fill(Table table) {
    plain(table);
    limited(table);
    softmax(table);
    dropout(table);
  }

  /** Activations without limits: the layer, its members, the function, its parameters. */
  private static void plain(Table table) {
    for (String name :
        new String[] {"ReLU", "ReLU6", "SELU", "SiLU", "Mish", "Hardsigmoid", "Hardswish"}) {
      both(table, name, "inplace=False", "inplace=False", Pointwise.ANY);
    }
    for (String name : new String[] {"Sigmoid", "Softsign", "Tanh", "Tanhshrink"}) {
      both(table, name, "", "", Pointwise.ANY);
    }
    table.layer("LogSigmoid", "", "input", Pointwise.COPY);
    table.function("logsigmoid", "input", Pointwise.COPY);
    table.function("log_sigmoid", "input", Pointwise.COPY);
    table.layer(
        "LeakyReLU", "negative_slope:negativeSlope=0.01, inplace=False", "input", Pointwise.ANY);
    table.function("leaky_relu", "input, negative_slope=0.01" + INPLACE, Pointwise.ANY);
    both(table, "ELU", "alpha=1.0, inplace=False", "alpha=1.0, inplace=False", Pointwise.ANY);
    both(table, "Hardshrink", "lambd=0.5", "lambd=0.5", Pointwise.ANY);
    both(table, "Softplus", "beta=1.0, threshold=20.0", "beta=1, threshold=20", Pointwise.ANY);
    table.layer("Threshold", "threshold=0.0, value=0.0, inplace=False", "input", Pointwise.ANY);
    table.function("threshold", "input, threshold, value" + INPLACE, Pointwise.ANY);
  }

  private static void limited(Table table) {
    String lowerUpper = "lower=0.125, upper=0.3333333333333333";
    table.layer(
        "RReLU", lowerUpper + INPLACE, "input", new Activation(Activation::rrelu, Pointwise.COPY));
    table.function(
        "rrelu",
        "input, " + lowerUpper + ", training=False" + INPLACE,
        new Activation(Activation::rrelu, Pointwise.COPY));
    String alpha = "alpha=1.0, inplace=False";
    both(table, "CELU", alpha, alpha, Activation.of(Activation::celu));
    table.layer(
        "Hardtanh",
        "min_val:minVal=-1.0, max_val:maxVal=1.0" + INPLACE,
        "input",
        Activation.of(Activation::hardtanh));
    table.function(
        "hardtanh",
        "input, min_val=-1.0, max_val=1.0" + INPLACE,
        Activation.of(Activation::hardtanh));
    both(table, "Softshrink", "lambd=0.5", "lambd=0.5", Activation.of(Activation::softshrink));
    both(
        table,
        "GELU",
        "approximate='none'",
        "*, approximate='none'",
        Activation.of(Activation::gelu));
    table.layer("PReLU", "num_parameters:value=1", "input", new Activation.Prelu());
    table.function("prelu", "input, weight", new Activation.Prelu());
  }

  private static void softmax(Table table) {
    for (String name : new String[] {"Softmax", "Softmin", "LogSoftmax"}) {
      table.layer(name, "dim=None", "input", new Softmax());
    }
    for (String name : new String[] {"softmax", "softmin", "log_softmax"}) {
      table.function(name, "input, dim=None, _stacklevel=3, dtype=None", new Softmax());
      table.method(name, "input, dim, dtype=None", new Softmax());
    }
    table.function(
        "gumbel_softmax", "logits, tau=1, hard=False, eps=1e-10, dim=-1", Softmax::gumbel);
    table.layer("Softmax2d", "", "input", Softmax::overChannels);
    both(table, "GLU", "dim=-1", "dim=-1", Softmax::gate);
  }

  private static void dropout(Table table) {
    String numbers = "p:value=0.5, inplace=False";
    String arguments = "input, p=0.5, training=True, inplace=False, *, train=True";
    Dropout line = new Dropout(2, 3);
    Dropout channels = new Dropout(2, Integer.MAX_VALUE);
    // PyTorch puts a batch in front of what Dropout3d receives, whatever its rank.
    Dropout volume = new Dropout(1, Integer.MAX_VALUE);
    table.layer("Dropout", numbers, "input", Dropout.ELEMENTS);
    table.layer("AlphaDropout", numbers, "input", Dropout.ELEMENTS);
    table.layer("Dropout1d", numbers, "input", line);
    table.layer("Dropout2d", numbers, "input", channels);
    table.layer("Dropout3d", numbers, "input", volume);
    table.layer("FeatureAlphaDropout", numbers, "input", channels);
    table.function("dropout", arguments, Dropout.ELEMENTS);
    table.function("alpha_dropout", arguments, Dropout.ELEMENTS);
    table.function("dropout1d", arguments, line);
    table.function("dropout2d", arguments, channels);
    table.function("dropout3d", arguments, volume);
    table.function("feature_alpha_dropout", arguments, channels);
  }

  /** A layer and the function of its name in small letters. */
  private static void both(
      Table table, String name, String members, String arguments, LayerRule rule) {
    table.layer(name, members, "input", rule);
    String rest = arguments.isEmpty() ? "" : ", " + arguments;
    table.function(name.toLowerCase(java.util.Locale.ROOT), "input" + rest, rule);
  }
}
