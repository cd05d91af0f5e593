package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.Dropout;
import io.github.shapecheck.nn.Embedding;
import io.github.shapecheck.nn.LayerNorm;

/**
 * GPT-2 in its smallest size, whose head shares the token embedding's weight: 124,439,808
 * parameters.
 */
@Input(
    value = {-1},
    axes = "T",
    where = "T <= 1024",
    name = "tokens",
    dtype = long.class)
@Input(
    value = {-1},
    axes = "T",
    name = "targets",
    dtype = long.class)
@Forward(
    """
    T = tokens.size(1)
    x = token(tokens) + position(torch.arange(T))
    x = dropout(x)
    x = blocks(x)
    x = norm(x)
    logits = F.linear(x, self.token.weight)  # the same weight as the embedding's
    loss = F.cross_entropy(logits.view(-1, logits.size(-1)), targets.view(-1))
    return logits, loss
    """)
class Gpt2 {
  @Embedding(num = 50_257, dim = 768)
  Block token;

  @Embedding(num = 1024, dim = 768)
  Block position;

  @Dropout(0.1)
  Block dropout;

  @Submodule(value = GptBlock.class, repeat = 12)
  Block blocks;

  @LayerNorm(768)
  Block norm;
}
