package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.Table;
import io.github.shapecheck.processor.operation.activation.Softmax;
import io.github.shapecheck.processor.operation.conv.Convolution;
import io.github.shapecheck.processor.operation.conv.TransposedConvolution;
import io.github.shapecheck.processor.operation.conv.Unfolding;
import io.github.shapecheck.processor.operation.linear.Bilinear;
import io.github.shapecheck.processor.operation.linear.Embedding;
import io.github.shapecheck.processor.operation.linear.Linear;
import io.github.shapecheck.processor.operation.loss.Distance;
import io.github.shapecheck.processor.operation.norm.BatchNorm;
import io.github.shapecheck.processor.operation.norm.GroupNorm;
import io.github.shapecheck.processor.operation.norm.InstanceNorm;
import io.github.shapecheck.processor.operation.norm.LayerNorm;
import io.github.shapecheck.processor.operation.norm.LocalResponseNorm;
import io.github.shapecheck.processor.operation.pool.AdaptivePooling;
import io.github.shapecheck.processor.operation.pool.FractionalPooling;
import io.github.shapecheck.processor.operation.pool.Pooling;
import io.github.shapecheck.processor.operation.pool.PowerPooling;
import io.github.shapecheck.processor.operation.pool.Unpooling;
import io.github.shapecheck.processor.operation.view.Flattening;
import io.github.shapecheck.processor.operation.vision.ChannelShuffling;
import io.github.shapecheck.processor.operation.vision.Padding;
import io.github.shapecheck.processor.operation.vision.PixelShuffling;
import io.github.shapecheck.processor.operation.vision.Upsampling;

/** The functional forms of the layers over maps of features, with PyTorch's parameters. */
public final class FunctionTable {
  private static final String STATISTICS =
      "input, running_mean=None, running_var=None, weight=None, bias=None, ";

  private FunctionTable() {}

  static void fill(Table table) {
    for (int axes = 1; axes <= 3; axes++) {
      String d = axes + "d";
      table.function(
          "conv" + d,
          "input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1",
          new Convolution(axes));
      table.function(
          "conv_transpose" + d,
          "input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1",
          new TransposedConvolution(axes));
      pools(table, axes, d);
    }
    norms(table);
    torch(table);
    resizing(table);
    table.function("linear", "input, weight, bias=None", new Linear());
    table.function("bilinear", "input1, input2, weight, bias=None", new Bilinear());
    table.function("flatten", "input, start_dim=0, end_dim=-1", new Flattening());
    table.function("unflatten", "input, dim, sizes", Flattening::split);
    table.function("cosine_similarity", "x1, x2, dim=1, eps=1e-8", new Distance(true));
    table.function(
        "pairwise_distance", "x1, x2, p=2.0, eps=1e-6, keepdim=False", new Distance(false));
  }

  private static void pools(Table table, int axes, String d) {
    String divisor = axes == 1 ? "" : ", divisor_override=None";
    String max =
        "input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False,"
            + " return_indices=";
    table.function("max_pool" + d, max + "False", new Pooling(Pooling.Kind.MAX, axes));
    table.function(
        "max_pool" + d + "_with_indices", max + "True", new Pooling(Pooling.Kind.MAX, axes));
    table.function(
        "avg_pool" + d,
        "input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True"
            + divisor,
        new Pooling(Pooling.Kind.AVERAGE, axes));
    table.function(
        "lp_pool" + d,
        "input, norm_type, kernel_size, stride=None, ceil_mode=False",
        PowerPooling.over(axes));
    table.function(
        "max_unpool" + d,
        "input, indices, kernel_size, stride=None, padding=0, output_size=None",
        new Unpooling(axes));
    table.function(
        "adaptive_avg_pool" + d,
        "input, output_size",
        new AdaptivePooling(Pooling.Kind.AVERAGE, axes));
    table.function(
        "adaptive_max_pool" + d,
        "input, output_size, return_indices=False",
        new AdaptivePooling(Pooling.Kind.MAX, axes));
    if (axes > 1) {
      table.function(
          "fractional_max_pool" + d,
          "input, kernel_size, output_size=None, output_ratio=None, return_indices=False,"
              + " _random_samples=None",
          new FractionalPooling(axes));
    }
  }

  private static void norms(Table table) {
    table.function(
        "batch_norm",
        STATISTICS + "training=False, momentum=0.1, eps=1e-5",
        BatchNorm::applyFunction);
    table.function(
        "instance_norm",
        STATISTICS + "use_input_stats=True, momentum=0.1, eps=1e-5",
        InstanceNorm::applyFunction);
    table.function(
        "group_norm", "input, num_groups, weight=None, bias=None, eps=1e-5", new GroupNorm());
    table.function(
        "layer_norm", "input, normalized_shape, weight=None, bias=None, eps=1e-5", new LayerNorm());
    table.function("rms_norm", "input, normalized_shape, weight=None, eps=None", new LayerNorm());
    table.function(
        "local_response_norm",
        "input, size, alpha=1e-4, beta=0.75, k=1.0",
        new LocalResponseNorm(3, Integer.MAX_VALUE));
  }

  /** What torch itself calls otherwise than torch.nn.functional. */
  private static void torch(Table table) {
    String means = "input, weight, bias, running_mean, running_var, ";
    String rest = ", momentum, eps, cudnn_enabled";
    table.torch("batch_norm", means + "training" + rest, BatchNorm::applyFunction);
    table.torch("instance_norm", means + "use_input_stats" + rest, InstanceNorm::applyFunction);
    String weights = ", weight=None, bias=None, eps=1e-5, cudnn_enable";
    table.torch("group_norm", "input, num_groups" + weights + "d=True", new GroupNorm());
    table.torch("layer_norm", "input, normalized_shape" + weights + "=True", new LayerNorm());
    String rare = "padding_idx=-1, scale_grad_by_freq=False, sparse=False";
    table.torch("embedding", "weight, input, " + rare, new Embedding());
    table.torch("softmax", "input, dim, dtype=None", new Softmax());
    table.torch("log_softmax", "input, dim, dtype=None", new Softmax());
  }

  private static void resizing(Table table) {
    table.function("pad", "input, pad, mode='constant', value=None", new Padding("", 0));
    String sizes = "input, size=None, scale_factor=None";
    String modes = sizes + ", mode='nearest', align_corners=None";
    table.function(
        "interpolate",
        modes + ", recompute_scale_factor=None, antialias=False",
        new Upsampling(""));
    table.function("upsample", modes, new Upsampling(""));
    table.function("upsample_nearest", sizes, new Upsampling("nearest"));
    table.function("upsample_bilinear", sizes, new Upsampling("bilinear"));
    table.function("pixel_shuffle", "input, upscale_factor", new PixelShuffling(false));
    table.function("pixel_unshuffle", "input, downscale_factor", new PixelShuffling(true));
    table.function("channel_shuffle", "input, groups", new ChannelShuffling());
    String windows = ", dilation=1, padding=0, stride=1";
    table.function("unfold", "input, kernel_size" + windows, new Unfolding(false));
    table.function("fold", "input, output_size, kernel_size" + windows, new Unfolding(true));
  }
}
