package io.github.shapecheck.example;

import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.nn.BatchNorm2d;
import io.github.shapecheck.nn.ConvTranspose2d;
import io.github.shapecheck.nn.ReLU;
import io.github.shapecheck.nn.Tanh;

/** The generator of DCGAN: transposed convolutions from 100 random numbers up to 3x64x64. */
@Input({DcganGenerator.NOISE, 1, 1})
@Output({3, 64, 64})
class DcganGenerator {
  static final int NOISE = 100;
  private static final int WIDTH = 64;

  @ConvTranspose2d(in = NOISE, out = 8 * WIDTH, k = 4, bias = false)
  @BatchNorm2d(8 * WIDTH)
  @ReLU
  Block to4;

  @ConvTranspose2d(in = 8 * WIDTH, out = 4 * WIDTH, k = 4, s = 2, p = 1, bias = false)
  @BatchNorm2d(4 * WIDTH)
  @ReLU
  Block to8;

  @ConvTranspose2d(in = 4 * WIDTH, out = 2 * WIDTH, k = 4, s = 2, p = 1, bias = false)
  @BatchNorm2d(2 * WIDTH)
  @ReLU
  Block to16;

  @ConvTranspose2d(in = 2 * WIDTH, out = WIDTH, k = 4, s = 2, p = 1, bias = false)
  @BatchNorm2d(WIDTH)
  @ReLU
  Block to32;

  @ConvTranspose2d(in = WIDTH, out = 3, k = 4, s = 2, p = 1, bias = false)
  @Tanh
  Block to64;
}
