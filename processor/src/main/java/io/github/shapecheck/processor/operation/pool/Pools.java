package io.github.shapecheck.processor.operation.pool;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;

/** Pools and their inverse. */
public final class Pools implements Family {
  @Override
  public String signatures() {
    return """
        max_pool[123]d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False,
              return_indices=False)
          max_pool[123]d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1,
              ceil_mode=False, return_indices=True)
          nn.MaxPool[123]d(kernel_size:k|value, stride:s=None, padding:p=0, dilation:d=1,
              return_indices:returnIndices=False, ceil_mode:ceilMode=False)(input)
        avg_pool1d(input, kernel_size, stride=None, padding=0, ceil_mode=False,
              count_include_pad=True)
          nn.AvgPool1d(kernel_size:k|value, stride:s=None, padding:p=0, ceil_mode:ceilMode=False,
              count_include_pad:countIncludePad=True)(input)
        avg_pool[23]d(input, kernel_size, stride=None, padding=0, ceil_mode=False,
              count_include_pad=True, divisor_override=None)
          nn.AvgPool[23]d(kernel_size:k|value, stride:s=None, padding:p=0, ceil_mode:ceilMode=False,
              count_include_pad:countIncludePad=True, divisor_override:divisorOverride=None)(input)
        lp_pool[123]d(input, norm_type, kernel_size, stride=None, ceil_mode=False)
          nn.LPPool[123]d(norm_type:norm, kernel_size:k, stride:s=None,
              ceil_mode:ceilMode=False)(input)
        max_unpool[123]d(input, indices, kernel_size, stride=None, padding=0, output_size=None)
          nn.MaxUnpool[123]d(kernel_size:k|value, stride:s=None, padding:p=0)(input, indices,
              output_size=None)
        adaptive_avg_pool[123]d(input, output_size)
          nn.AdaptiveAvgPool[123]d(output_size:value)(input)
        adaptive_max_pool[123]d(input, output_size, return_indices=False)
          adaptive_max_pool[123]d_with_indices(input, output_size, return_indices=True)
          nn.AdaptiveMaxPool[123]d(output_size:value, return_indices:returnIndices=False)(input)
        fractional_max_pool[23]d(input, kernel_size, output_size=None, output_ratio=None,
              return_indices=False, _random_samples=None)
          fractional_max_pool[23]d_with_indices(input, kernel_size, output_size=None,
              output_ratio=None, return_indices=True, _random_samples=None)
          nn.FractionalMaxPool[23]d(kernel_size:k, output_size:outputSize=None,
              output_ratio:outputRatio=None, return_indices:returnIndices=False)(input)
        """;
  }

  @Override
  public Operation operation(String name) {
    int axes = Operation.axes(name);
    return switch (Operation.withoutAxes(name)) {
      case "max_pool" -> new Operation(name, Kind.POOL, new Pooling(Pooling.Kind.MAX, axes));
      case "avg_pool" -> new Operation(name, Kind.POOL, new Pooling(Pooling.Kind.AVERAGE, axes));
      case "lp_pool" -> new Operation(name, Kind.POOL, PowerPooling.over(axes));
      case "max_unpool" -> new Operation(name, Kind.UNPOOL, new Unpooling(axes));
      case "adaptive_avg_pool" ->
          new Operation(name, Kind.ADAPTIVE_POOL, new AdaptivePooling(Pooling.Kind.AVERAGE, axes));
      case "adaptive_max_pool" ->
          new Operation(name, Kind.ADAPTIVE_POOL, new AdaptivePooling(Pooling.Kind.MAX, axes));
      case "fractional_max_pool" ->
          new Operation(name, Kind.FRACTIONAL_POOL, new FractionalPooling(axes));
      default -> throw new IllegalArgumentException(name);
    };
  }
}
