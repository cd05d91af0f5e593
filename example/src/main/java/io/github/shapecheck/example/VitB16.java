package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.Parameter;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.LayerNorm;
import io.github.shapecheck.nn.Linear;

/**
 * An Image is Worth 16x16 Words (Dosovitskiy and others, 2020), the base model with patches of 16:
 * 86,567,656 parameters.
 */
@Input({3, 224, 224})
@Forward(
    """
    x = patches(x)  # [N, 768, 14, 14]
    x = x.flatten(2).transpose(1, 2)  # [N, 196, 768]
    first = class_token.expand(x.size(0), -1, -1)
    x = torch.cat([first, x], dim=1) + position
    x = norm(blocks(x))
    return head(x[:, 0])
    """)
@Output(1000)
class VitB16 {
  @Conv2d(in = 3, out = 768, k = 16, s = 16)
  Block patches;

  @Parameter({1, 1, 768})
  Block class_token;

  @Parameter({1, 1 + 14 * 14, 768})
  Block position;

  @Submodule(value = EncoderBlock.class, repeat = 12)
  @Output({197, 768})
  Block blocks;

  @LayerNorm(768)
  Block norm;

  @Linear(in = 768, out = 1000)
  Block head;
}
