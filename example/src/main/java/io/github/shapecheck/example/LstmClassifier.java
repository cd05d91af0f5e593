package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Dropout;
import io.github.shapecheck.nn.Embedding;
import io.github.shapecheck.nn.LSTM;
import io.github.shapecheck.nn.Linear;

/** The mood of a sentence of any length, with its loss: labels are inputs too. */
@Input(
    value = {-1},
    axes = "T",
    name = "tokens",
    dtype = long.class)
@Input(
    value = {},
    name = "label",
    dtype = long.class)
@Forward(
    """
    embedded = dropout(embedding(tokens))
    output, (hidden, cell) = lstm(embedded)
    # the last layer's two directions
    both = torch.cat([hidden[-2], hidden[-1]], dim=1)
    logits = fc(dropout(both))
    loss = cross_entropy(logits, label)
    return logits, loss
    """)
class LstmClassifier {
  @Embedding(num = 25_002, dim = 100)
  Block embedding;

  @LSTM(in = 100, hidden = 256, layers = 2, bidirectional = true, batchFirst = true)
  Block lstm;

  @Dropout Block dropout;

  @Linear(in = 2 * 256, out = 3)
  Block fc;
}
