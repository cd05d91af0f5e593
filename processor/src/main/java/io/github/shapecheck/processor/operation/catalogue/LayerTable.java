package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.Table;
import io.github.shapecheck.processor.operation.activation.Pointwise;
import io.github.shapecheck.processor.operation.conv.Convolution;
import io.github.shapecheck.processor.operation.conv.TransposedConvolution;
import io.github.shapecheck.processor.operation.conv.Unfolding;
import io.github.shapecheck.processor.operation.linear.Bilinear;
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

/**
 * The layers over maps of features: annotation, constructor parameters with the members that carry
 * them, forward parameters, rule.
 */
public final class LayerTable {
  private static final String CONVOLUTION =
      "in_channels:in=0, out_channels:out, kernel_size:k, stride:s=1, padding:p=0, dilation:d=1,"
          + " groups=1, bias=True, padding_kind:padding='explicit',"
          + " padding_mode:paddingMode='zeros'";
  private static final String TRANSPOSED =
      "in_channels:in=0, out_channels:out, kernel_size:k, stride:s=1, padding:p=0,"
          + " output_padding:outputPadding=0, groups=1, bias=True, dilation:d=1,"
          + " padding_mode:paddingMode='zeros'";
  private static final String MAX_POOL =
      "kernel_size:k|value, stride:s=None, padding:p=0, dilation:d=1,"
          + " return_indices:returnIndices=False, ceil_mode:ceilMode=False";
  private static final String AVERAGE_POOL =
      "kernel_size:k|value, stride:s=None, padding:p=0, ceil_mode:ceilMode=False,"
          + " count_include_pad:countIncludePad=True";
  private static final String INDICES = "return_indices:returnIndices=False";
  private static final String FEATURES =
      "num_features:value=0, affine=%s, track_running_stats:trackRunningStats=%s";

  private LayerTable() {}

  static void fill(Table table) {
    for (int axes = 1; axes <= 3; axes++) {
      String d = axes + "d";
      table.layer("Conv" + d, CONVOLUTION, "input", new Convolution(axes));
      table.layer(
          "ConvTranspose" + d,
          TRANSPOSED,
          "input, output_size=None",
          new TransposedConvolution(axes));
      pools(table, axes, d);
      for (String mode :
          new String[] {"Zero", "Constant", "Reflection", "Replication", "Circular"}) {
        Padding padding = new Padding(paddingMode(mode), axes);
        table.layer(mode + "Pad" + d, "padding:value", "input", padding);
      }
      int least = axes == 1 ? 2 : axes + 2;
      table.layer(
          "BatchNorm" + d,
          FEATURES.formatted("True", "True"),
          "input",
          new BatchNorm(least, axes + 2));
      table.layer(
          "InstanceNorm" + d,
          FEATURES.formatted("False", "False"),
          "input",
          new InstanceNorm(axes));
    }
    table.layer(
        "SyncBatchNorm",
        FEATURES.formatted("True", "True"),
        "input",
        new BatchNorm(2, Integer.MAX_VALUE));
    norms(table);
    resizing(table);
    table.layer("Linear", "in_features:in=0, out_features:out, bias=True", "input", new Linear());
    table.layer("Identity", "value=0.5", "input", Pointwise.SAME);
    table.layer("Flatten", "start_dim:start=1, end_dim:end=-1", "input", new Flattening());
    table.layer("Unflatten", "dim, unflattened_size:size", "input", Flattening::split);
    table.layer(
        "Bilinear",
        "in1_features:in1, in2_features:in2, out_features:out, bias=True",
        "input1, input2",
        new Bilinear());
    table.layer("CosineSimilarity", "dim=1", "x1, x2", new Distance(true));
    table.layer("PairwiseDistance", "p=2.0, keepdim=False, dim=-1", "x1, x2", new Distance(false));
  }

  private static String paddingMode(String layer) {
    return switch (layer) {
      case "Reflection" -> "reflect";
      case "Replication" -> "replicate";
      case "Circular" -> "circular";
      default -> "constant";
    };
  }

  private static void pools(Table table, int axes, String d) {
    String divisor = axes == 1 ? "" : ", divisor_override:divisorOverride=None";
    table.layer("MaxPool" + d, MAX_POOL, "input", new Pooling(Pooling.Kind.MAX, axes));
    table.layer(
        "AvgPool" + d, AVERAGE_POOL + divisor, "input", new Pooling(Pooling.Kind.AVERAGE, axes));
    table.layer(
        "LPPool" + d,
        "norm_type:norm, kernel_size:k, stride:s=None, ceil_mode:ceilMode=False",
        "input",
        PowerPooling.over(axes));
    table.layer(
        "MaxUnpool" + d,
        "kernel_size:k|value, stride:s=None, padding:p=0",
        "input, indices, output_size=None",
        new Unpooling(axes));
    table.layer(
        "AdaptiveAvgPool" + d,
        "output_size:value",
        "input",
        new AdaptivePooling(Pooling.Kind.AVERAGE, axes));
    table.layer(
        "AdaptiveMaxPool" + d,
        "output_size:value, " + INDICES,
        "input",
        new AdaptivePooling(Pooling.Kind.MAX, axes));
    if (axes > 1) {
      table.layer(
          "FractionalMaxPool" + d,
          "kernel_size:k, output_size:outputSize=None, output_ratio:outputRatio=None, " + INDICES,
          "input",
          new FractionalPooling(axes));
    }
  }

  private static void norms(Table table) {
    table.layer(
        "GroupNorm",
        "num_groups:groups, num_channels:channels, affine=True",
        "input",
        new GroupNorm());
    table.layer(
        "LayerNorm",
        "normalized_shape:value, elementwise_affine:affine=True, bias=True",
        "input",
        new LayerNorm());
    table.layer(
        "RMSNorm",
        "normalized_shape:value, elementwise_affine:affine=True",
        "input",
        new LayerNorm());
    LocalResponseNorm any = new LocalResponseNorm(3, Integer.MAX_VALUE);
    table.layer("LocalResponseNorm", "size:value", "input", any);
    table.layer("CrossMapLRN2d", "size:value", "input", new LocalResponseNorm(4, 4));
  }

  private static void resizing(Table table) {
    table.layer(
        "Upsample",
        "size=None, scale_factor:scale=None, mode='nearest', align_corners:alignCorners=None,"
            + " recompute_scale_factor:recomputeScaleFactor=False",
        "input",
        new Upsampling(""));
    String sizes = "size=None, scale_factor:scale=None";
    table.layer("UpsamplingNearest2d", sizes, "input", new Upsampling("nearest"));
    table.layer("UpsamplingBilinear2d", sizes, "input", new Upsampling("bilinear"));
    table.layer("PixelShuffle", "upscale_factor:value", "input", new PixelShuffling(false));
    table.layer("PixelUnshuffle", "downscale_factor:value", "input", new PixelShuffling(true));
    table.layer("ChannelShuffle", "groups:value", "input", new ChannelShuffling());
    String windows = "kernel_size:k, dilation:d=1, padding:p=0, stride:s=1";
    table.layer("Unfold", windows, "input", new Unfolding(false));
    table.layer("Fold", "output_size:size, " + windows, "input", new Unfolding(true));
  }
}
