package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.nn.LayerNorm;
import io.github.shapecheck.nn.Linear;

/** Mixes the patches of each channel, then the channels of each patch, each around a shortcut. */
@Forward(
    """
    y = rearrange(norm1(x), "b n d -> b d n")
    y = narrowPatches(gelu(widenPatches(y)))
    x = x + rearrange(y, "b d n -> b n d")
    return x + narrowChannels(gelu(widenChannels(norm2(x))))
    """)
class MixerBlock {
  @LayerNorm(512)
  Block norm1;

  @Linear(in = 14 * 14, out = 256)
  Block widenPatches;

  @Linear(in = 256, out = 14 * 14)
  Block narrowPatches;

  @LayerNorm(512)
  Block norm2;

  @Linear(in = 512, out = 2048)
  Block widenChannels;

  @Linear(in = 2048, out = 512)
  Block narrowChannels;
}
