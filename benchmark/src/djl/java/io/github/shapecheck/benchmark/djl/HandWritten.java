package io.github.shapecheck.benchmark.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;

/** ResNet-50 as DJL's users write it, of DJL's own blocks. */
final class HandWritten {
  private static final int[] BLOCKS = {3, 4, 6, 3};

  private HandWritten() {}

  static Block resNet50() {
    SequentialBlock net = new SequentialBlock();
    net.add(convolution(64, 7, 2)).add(norm()).add(Activation::relu);
    net.add(Pool.maxPool2dBlock(new Shape(3, 3), new Shape(2, 2), new Shape(1, 1)));
    for (int stage = 0; stage < BLOCKS.length; stage++) {
      for (int i = 0; i < BLOCKS[stage]; i++) {
        net.add(bottleneck(64 << stage, i == 0 && stage > 0 ? 2 : 1, i == 0));
      }
    }
    return net.add(Pool.globalAvgPool2dBlock())
        .add(Blocks.batchFlattenBlock())
        .add(Linear.builder().setUnits(1000).build());
  }

  private static Block bottleneck(int planes, int stride, boolean widens) {
    SequentialBlock inside = new SequentialBlock();
    inside.add(convolution(planes, 1, 1)).add(norm()).add(Activation::relu);
    inside.add(convolution(planes, 3, stride)).add(norm()).add(Activation::relu);
    inside.add(convolution(4 * planes, 1, 1)).add(norm());
    SequentialBlock shortcut = new SequentialBlock();
    if (widens) {
      shortcut.add(convolution(4 * planes, 1, stride)).add(norm());
    } else {
      shortcut.add(Blocks.identityBlock());
    }
    ParallelBlock both =
        new ParallelBlock(
            results ->
                new NDList(
                    Activation.relu(
                        results.get(0).singletonOrThrow().add(results.get(1).singletonOrThrow()))));
    return both.add(inside).add(shortcut);
  }

  private static Block convolution(int filters, int kernel, int stride) {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(kernel, kernel))
        .optStride(new Shape(stride, stride))
        .optPadding(new Shape(kernel / 2, kernel / 2))
        .optBias(false)
        .build();
  }

  private static Block norm() {
    return BatchNorm.builder().build();
  }
}
