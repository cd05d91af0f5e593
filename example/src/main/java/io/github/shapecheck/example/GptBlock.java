package io.github.shapecheck.example;

import io.github.shapecheck.Buffer;
import io.github.shapecheck.Forward;
import io.github.shapecheck.Params;
import io.github.shapecheck.nn.LayerNorm;
import io.github.shapecheck.nn.Linear;

/** Causal self-attention written out, then a feed-forward net, each around a shortcut. */
@Params("heads = 12")
@Forward(
    """
    B, T, C = x.size()
    # queries, keys and values of all heads: [B, heads, T, C // heads]
    q, k, v = attention(norm1(x)).split(C, dim=2)
    q = q.view(B, T, heads, C // heads).transpose(1, 2)
    k = k.view(B, T, heads, C // heads).transpose(1, 2)
    v = v.view(B, T, heads, C // heads).transpose(1, 2)

    # nobody looks into the future
    scores = q @ k.transpose(-2, -1) / math.sqrt(k.size(-1))
    scores = scores.masked_fill(mask[:, :, :T, :T] == 0, float('-inf'))
    weights = softmax(scores, dim=-1)
    y = torch.matmul(weights, v)
    y = y.transpose(1, 2).contiguous().view(B, T, C)

    x = x + project(y)
    return x + narrow(gelu(widen(norm2(x))))
    """)
class GptBlock {
  @LayerNorm(768)
  Block norm1;

  @Linear(in = 768, out = 3 * 768)
  Block attention;

  @Buffer({1, 1, 1024, 1024})
  Block mask;

  @Linear(in = 768, out = 768)
  Block project;

  @LayerNorm(768)
  Block norm2;

  @Linear(in = 768, out = 4 * 768)
  Block widen;

  @Linear(in = 4 * 768, out = 768)
  Block narrow;
}
