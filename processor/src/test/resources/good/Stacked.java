package good;

import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Several annotations on one field, numbers that are inferred, constants from elsewhere. */
@Input({Stacked.CHANNELS, 31, 45})
@Output(11)
class Stacked {
  static final int CHANNELS = 3;

  @Conv2d(out = 8, k = 3, s = 2, bias = false) @BatchNorm2d @ReLU @Dropout(0.1) @MaxPool2d(k = 3, s = 2, ceilMode = true) Block body;
  @SuppressWarnings("shapecheck:dropped-border")
  @AvgPool2d(k = {2, 3}) @Flatten @Linear(out = 6 * CHANNELS) @LayerNorm(18) Block neck;
  @Linear(out = 11) @LogSoftmax(dim = 1) Block head;
}

@Input({100, 1, 1})
@Output({3, 64, 64})
class Generator {
  @ConvTranspose2d(in = 100, out = 512, k = 4, bias = false) @BatchNorm2d(512) @ReLU Block to4;
  @ConvTranspose2d(in = 512, out = 256, k = 4, s = 2, p = 1) @ReLU Block to8;
  @ConvTranspose2d(in = 256, out = 128, k = 3, s = 2, p = 1, outputPadding = 1) @ReLU Block to16;
  @Upsample(scale = 2) @Conv2d(in = 128, out = 64, k = 3, p = 1) Block to32;
  @ConvTranspose2d(in = 64, out = 3, k = 4, s = 2, p = 1) @Tanh Block to64;
}

@Input({2, 9, 11, 13})
@Output({4, 105})
class Volume {
  @Conv3d(in = 2, out = 4, k = {3, 5, 1}, s = {1, 1, 2}) @AvgPool3d(k = {1, 1, 7}) @Flatten(start = 2) Block body;
  @Linear(in = 49, out = 105) Block head;
}

@SuppressWarnings("shapecheck:linear-on-map")
@Input({2, 50})
@Output({2, 4, 6})
class Signal {
  @Conv1d(in = 2, out = 2, k = 3, d = 2, groups = 2) @MaxPool1d(k = 2, d = 3, s = 1) Block body;
  @ConvTranspose1d(in = 2, out = 2, k = 1) @AvgPool1d(k = 1, s = 2) @Linear(in = 22, out = 24) Block tail;
  @Unflatten(dim = 2, size = {4, 6}) @Identity @Softmax(dim = 3) Block end;
}
