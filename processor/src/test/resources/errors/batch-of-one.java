/*
Why: A BatchNorm behind a Linear, or over a map of 1x1, has as many values for each channel as there are samples. In training PyTorch refuses to normalize one value
("Expected more than 1 value per channel when training"), so the run stops at the first batch of one: often the rest at the end of an epoch. It is told once for a
model, at the first such layer.

Repair: Load data with `drop_last=True`, or use a LayerNorm or GroupNorm there. If batches of one never happen, silence it.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.BatchNorm1d;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.ReLU;

@Input(20)
class Model {
  @Linear(in = 20, out = 12, bias = false) Object fc;
  @BatchNorm1d(12) @ReLU Object norm;
}
