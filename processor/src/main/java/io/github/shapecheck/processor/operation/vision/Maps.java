package io.github.shapecheck.processor.operation.vision;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;

/** Pads, other resolutions, shuffled pixels and what samples them. */
public final class Maps implements Family {
  @Override
  public String signatures() {
    return """
        pad(input, pad, mode='constant', value=None)
        nn.ZeroPad[123]d(padding:value)(input)
        nn.ConstantPad[123]d(padding:value, value:fill=0.0)(input)
        nn.ReflectionPad[123]d(padding:value)(input)
        nn.ReplicationPad[123]d(padding:value)(input)
        nn.CircularPad[123]d(padding:value)(input)
        interpolate(input, size=None, scale_factor=None, mode='nearest', align_corners=None,
              recompute_scale_factor=None, antialias=False)
          upsample(input, size=None, scale_factor=None, mode='nearest', align_corners=None)
          nn.Upsample(size=None, scale_factor:scale=None, mode='nearest',
              align_corners:alignCorners=None,
              recompute_scale_factor:recomputeScaleFactor=False)(input)
        upsample_nearest(input, size=None, scale_factor=None)
          nn.UpsamplingNearest2d(size=None, scale_factor:scale=None)(input)
        upsample_bilinear(input, size=None, scale_factor=None)
          nn.UpsamplingBilinear2d(size=None, scale_factor:scale=None)(input)
        pixel_shuffle(input, upscale_factor)
          nn.PixelShuffle(upscale_factor:value)(input)
        pixel_unshuffle(input, downscale_factor)
          nn.PixelUnshuffle(downscale_factor:value)(input)
        channel_shuffle(input, groups)
          nn.ChannelShuffle(groups:value)(input)
        grid_sample(input, grid, mode='bilinear', padding_mode='zeros', align_corners=None)
        affine_grid(theta, size, align_corners=None)
        """;
  }

  @Override
  public Operation operation(String name) {
    int axes = Operation.axes(name);
    return switch (Operation.withoutAxes(name)) {
      case "pad" -> new Operation(name, Kind.PAD, new Padding("", 0));
      case "nn.ZeroPad", "nn.ConstantPad" ->
          new Operation(name, Kind.PAD, new Padding("constant", axes));
      case "nn.ReflectionPad" -> new Operation(name, Kind.PAD, new Padding("reflect", axes));
      case "nn.ReplicationPad" -> new Operation(name, Kind.PAD, new Padding("replicate", axes));
      case "nn.CircularPad" -> new Operation(name, Kind.PAD, new Padding("circular", axes));
      case "interpolate" -> new Operation(name, Kind.RESIZE, new Upsampling(""));
      case "upsample_nearest" -> new Operation(name, Kind.RESIZE, new Upsampling("nearest"));
      case "upsample_bilinear" -> new Operation(name, Kind.RESIZE, new Upsampling("bilinear"));
      case "pixel_shuffle" -> new Operation(name, Kind.PIXEL_SHUFFLE, new PixelShuffling(false));
      case "pixel_unshuffle" -> new Operation(name, Kind.PIXEL_UNSHUFFLE, new PixelShuffling(true));
      case "channel_shuffle" -> new Operation(name, Kind.OTHER, new ChannelShuffling());
      case "grid_sample" -> new Operation(name, Kind.GATHER, Vision::gridSample);
      case "affine_grid" -> new Operation(name, Kind.OTHER, Vision::affineGrid);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
