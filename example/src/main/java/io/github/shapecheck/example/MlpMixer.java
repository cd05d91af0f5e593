package io.github.shapecheck.example;

import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.LayerNorm;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.Rearrange;
import io.github.shapecheck.nn.Reduce;

/**
 * MLP-Mixer (Tolstikhin and others, 2021), the small model with patches of 16, its axes by their
 * names as einops has them: 18,528,264 parameters.
 */
@Input({3, 224, 224})
@Output(1000)
class MlpMixer {
  @Rearrange(value = "b c (h p) (w q) -> b (h w) (p q c)", with = "p = 16, q = 16")
  Block patches;

  @Linear(in = 16 * 16 * 3, out = 512)
  Block embedding;

  @Submodule(value = MixerBlock.class, repeat = 8)
  @Output({14 * 14, 512})
  Block blocks;

  @LayerNorm(512)
  Block norm;

  @Reduce(value = "b n d -> b d", reduction = "mean")
  Block pool;

  @Linear(in = 512, out = 1000)
  Block head;
}
