package io.github.shapecheck.processor.operation.conv;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;

/** Convolutions, and maps cut into their windows. */
public final class Convolutions implements Family {
  @Override
  public String signatures() {
    return """
        conv[123]d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1)
          nn.Conv[123]d(in_channels:in=0, out_channels:out, kernel_size:k, stride:s=1, padding:p=0,
              dilation:d=1, groups=1, bias=True, padding_kind:padding='explicit',
              padding_mode:paddingMode='zeros')(input)
        conv_transpose[123]d(input, weight, bias=None, stride=1, padding=0, output_padding=0,
              groups=1, dilation=1)
          nn.ConvTranspose[123]d(in_channels:in=0, out_channels:out, kernel_size:k, stride:s=1,
              padding:p=0, output_padding:outputPadding=0, groups=1, bias=True, dilation:d=1,
              padding_mode:paddingMode='zeros')(input, output_size=None)
        conv_tbc(input, weight, bias, pad=0)
        unfold(input, kernel_size, dilation=1, padding=0, stride=1)
          nn.Unfold(kernel_size:k, dilation:d=1, padding:p=0, stride:s=1)(input)
        fold(input, output_size, kernel_size, dilation=1, padding=0, stride=1)
          nn.Fold(output_size:size, kernel_size:k, dilation:d=1, padding:p=0, stride:s=1)(input)
        """;
  }

  @Override
  public Operation operation(String name) {
    int axes = Operation.axes(name);
    return switch (Operation.withoutAxes(name)) {
      case "conv" -> new Operation(name, Kind.CONVOLUTION, new Convolution(axes));
      case "conv_transpose" ->
          new Operation(name, Kind.TRANSPOSED_CONVOLUTION, new TransposedConvolution(axes));
      case "conv_tbc" -> new Operation(name, Kind.CONTRACTION, new TimeFirstConvolution());
      case "unfold" -> new Operation(name, Kind.UNFOLD, new Unfolding(false));
      case "fold" -> new Operation(name, Kind.UNFOLD, new Unfolding(true));
      default -> throw new IllegalArgumentException(name);
    };
  }
}
