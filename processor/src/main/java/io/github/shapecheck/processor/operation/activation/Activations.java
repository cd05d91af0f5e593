package io.github.shapecheck.processor.operation.activation;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;

/** Activations, softmax and dropout. */
public final class Activations implements Family {
  /** The layer that changes nothing, in which PyTorch's own modules wrap others. */
  public static final String IDENTITY = "Identity";

  @Override
  public String signatures() {
    return """
        relu|relu6(input, inplace=False)
          nn.ReLU|nn.ReLU6(inplace=False)(input)
        selu|silu|mish|hardsigmoid|hardswish(input, inplace=False)
          nn.SELU|nn.SiLU|nn.Mish|nn.Hardsigmoid|nn.Hardswish(inplace=False)(input)
          elu(input, alpha=1.0, inplace=False)
          nn.ELU(alpha:alpha|value=1.0, inplace=False)(input)
          leaky_relu(input, negative_slope=0.01, inplace=False)
          nn.LeakyReLU(negative_slope:negativeSlope|value=0.01, inplace=False)(input)
          softsign|tanhshrink(input)
          nn.Softsign|nn.Tanhshrink()(input)
          hardshrink(input, lambd=0.5)
          nn.Hardshrink(lambd:lambd|value=0.5)(input)
          softplus(input, beta=1, threshold=20)
          nn.Softplus(beta=1.0, threshold=20.0)(input)
          threshold(input, threshold, value, inplace=False)
          nn.Threshold(threshold=0.0, value=0.0, inplace=False)(input)
        logsigmoid|log_sigmoid(input)
          nn.LogSigmoid()(input)
        rrelu(input, lower=0.125, upper=0.3333333333333333, training=False, inplace=False)
          nn.RReLU(lower=0.125, upper=0.3333333333333333, inplace=False)(input)
        celu(input, alpha=1.0, inplace=False)
          nn.CELU(alpha:alpha|value=1.0, inplace=False)(input)
        hardtanh(input, min_val=-1.0, max_val=1.0, inplace=False)
          nn.Hardtanh(min_val:minVal=-1.0, max_val:maxVal=1.0, inplace=False)(input)
        softshrink(input, lambd=0.5)
          nn.Softshrink(lambd:lambd|value=0.5)(input)
        gelu(input, *, approximate='none')
          nn.GELU(approximate='none')(input)
        prelu(input, weight)
          nn.PReLU(num_parameters:value=1)(input)
        softmax|softmin(input, dim=None, _stacklevel=3, dtype=None)
          torch.softmax(input, dim, dtype=None)
          Tensor.softmax|Tensor.softmin(input, dim, dtype=None)
          nn.Softmax|nn.Softmin(dim=None)(input)
        log_softmax(input, dim=None, _stacklevel=3, dtype=None)
          torch.log_softmax(input, dim, dtype=None)
          Tensor.log_softmax(input, dim, dtype=None)
          nn.LogSoftmax(dim=None)(input)
        gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1)
        nn.Softmax2d()(input)
        glu(input, dim=-1)
          nn.GLU(dim=-1)(input)
        dropout|alpha_dropout(input, p=0.5, training=True, inplace=False, *, train=True)
          nn.Dropout|nn.AlphaDropout(p:value=0.5, inplace=False)(input)
        dropout1d(input, p=0.5, training=True, inplace=False, *, train=True)
          nn.Dropout1d(p:value=0.5, inplace=False)(input)
        dropout2d|feature_alpha_dropout(input, p=0.5, training=True, inplace=False, *, train=True)
          nn.Dropout2d|nn.FeatureAlphaDropout(p:value=0.5, inplace=False)(input)
        dropout3d(input, p=0.5, training=True, inplace=False, *, train=True)
          nn.Dropout3d(p:value=0.5, inplace=False)(input)
        stochastic_depth(input, p, mode, training=True)
          drop_path(input, drop_prob=0.0, training=False, scale_by_keep=True)
        nn.Identity(value=0.5)(input)
        """;
  }

  @Override
  public Operation operation(String name) {
    int any = Integer.MAX_VALUE;
    return switch (name) {
      case "relu" -> new Operation(name, Kind.RECTIFIER, Pointwise.ANY);
      case "selu" -> new Operation(name, Kind.ACTIVATION, Pointwise.ANY);
      case "logsigmoid" -> new Operation(name, Kind.ACTIVATION, Pointwise.COPY);
      case "rrelu" ->
          new Operation(name, Kind.ACTIVATION, new Activation(Activation::rrelu, Pointwise.COPY));
      case "celu" -> new Operation(name, Kind.ACTIVATION, Activation.of(Activation::celu));
      case "hardtanh" -> new Operation(name, Kind.ACTIVATION, Activation.of(Activation::hardtanh));
      case "softshrink" ->
          new Operation(name, Kind.ACTIVATION, Activation.of(Activation::softshrink));
      case "gelu" -> new Operation(name, Kind.ACTIVATION, Activation.of(Activation::gelu));
      case "prelu" -> new Operation(name, Kind.ACTIVATION, new Activation.Prelu());
      case "softmax" -> new Operation(name, Kind.SOFTMAX, new Softmax());
      case "log_softmax" -> new Operation(name, Kind.LOG_SOFTMAX, new Softmax());
      case "gumbel_softmax" -> new Operation(name, Kind.SOFTMAX, Softmax::gumbel);
      case "nn.Softmax2d" -> new Operation(name, Kind.SOFTMAX, Softmax::overChannels);
      case "glu" -> new Operation(name, Kind.ALONG_AXIS, Softmax::gate);
      case "dropout" -> new Operation(name, Kind.DROPOUT, Dropout.ELEMENTS);
      case "dropout1d" -> new Operation(name, Kind.DROPOUT, new Dropout(2, 3));
      case "dropout2d" -> new Operation(name, Kind.DROPOUT, new Dropout(2, any));
      // PyTorch puts a batch in front of what Dropout3d receives, whatever its rank.
      case "dropout3d" -> new Operation(name, Kind.DROPOUT, new Dropout(1, any));
      case "stochastic_depth" -> new Operation(name, Kind.DROPOUT, Pointwise.COPY);
      case "nn.Identity" -> new Operation(name, Kind.IDENTITY, Pointwise.SAME);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
