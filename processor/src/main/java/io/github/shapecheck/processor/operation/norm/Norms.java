package io.github.shapecheck.processor.operation.norm;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;

/** Normalizations. */
public final class Norms implements Family {
  private static final int ANY = Integer.MAX_VALUE;

  @Override
  public String signatures() {
    return """
        batch_norm(input, running_mean=None, running_var=None, weight=None, bias=None,
              training=False, momentum=0.1, eps=1e-5)
          torch.batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps,
              cudnn_enabled)
        nn.BatchNorm[123]d(num_features:value=0, eps=1e-5, momentum=0.1, affine=True,
              track_running_stats:trackRunningStats=True)(input)
        nn.SyncBatchNorm(num_features:value=0, eps=1e-5, momentum=0.1, affine=True,
              track_running_stats:trackRunningStats=True)(input)
        instance_norm(input, running_mean=None, running_var=None, weight=None, bias=None,
              use_input_stats=True, momentum=0.1, eps=1e-5)
          torch.instance_norm(input, weight, bias, running_mean, running_var, use_input_stats,
              momentum, eps, cudnn_enabled)
        nn.InstanceNorm[123]d(num_features:value=0, eps=1e-5, momentum=0.1, affine=False,
              track_running_stats:trackRunningStats=False)(input)
        group_norm(input, num_groups, weight=None, bias=None, eps=1e-5)
          torch.group_norm(input, num_groups, weight=None, bias=None, eps=1e-5, cudnn_enabled=True)
          nn.GroupNorm(num_groups:groups, num_channels:channels, eps=1e-5, affine=True)(input)
        layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5)
          torch.layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5,
              cudnn_enable=True)
          nn.LayerNorm(normalized_shape:value, eps=1e-5, elementwise_affine:affine=True,
              bias=True)(input)
        rms_norm(input, normalized_shape, weight=None, eps=None)
          nn.RMSNorm(normalized_shape:value, eps=None, elementwise_affine:affine=True)(input)
        local_response_norm(input, size, alpha=1e-4, beta=0.75, k=1.0)
          nn.LocalResponseNorm(size:value, alpha=1e-4, beta=0.75, k=1.0)(input)
        nn.CrossMapLRN2d(size:value, alpha=1e-4, beta=0.75, k=1.0)(input)
        """;
  }

  @Override
  public Operation operation(String name) {
    int axes = Operation.axes(name);
    return switch (Operation.withoutAxes(name)) {
      case "batch_norm" -> new Operation(name, Kind.BATCH_NORM, BatchNorm::applyFunction);
      case "nn.BatchNorm" ->
          new Operation(name, Kind.BATCH_NORM, new BatchNorm(axes == 1 ? 2 : axes + 2, axes + 2));
      case "nn.SyncBatchNorm" -> new Operation(name, Kind.BATCH_NORM, new BatchNorm(2, ANY));
      case "instance_norm" -> new Operation(name, Kind.INSTANCE_NORM, InstanceNorm::applyFunction);
      case "group_norm" -> new Operation(name, Kind.GROUP_NORM, new GroupNorm());
      case "layer_norm" -> new Operation(name, Kind.LAYER_NORM, new LayerNorm());
      case "rms_norm" -> new Operation(name, Kind.SCALE_NORM, new LayerNorm());
      case "local_response_norm" ->
          new Operation(name, Kind.SCALE_NORM, new LocalResponseNorm(3, ANY));
      case "nn.CrossMapLRN" -> new Operation(name, Kind.SCALE_NORM, new LocalResponseNorm(4, 4));
      case "nn.InstanceNorm" -> new Operation(name, Kind.INSTANCE_NORM, new InstanceNorm(axes));
      default -> throw new IllegalArgumentException(name);
    };
  }
}
