package io.github.shapecheck.benchmark.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;

/** A network with weights and a batch of images, to be run again and again. */
final class Run implements AutoCloseable {
  private final NDManager manager = NDManager.newBaseManager();
  private final Block net;
  private final Shape images;

  Run(Block net, int batch) {
    this.net = net;
    this.images = new Shape(batch, 3, 224, 224);
    net.initialize(manager, DataType.FLOAT32, images);
  }

  /** One forward pass without gradients; gives a number of its result. */
  float forward() {
    try (NDManager pass = manager.newSubManager()) {
      ParameterStore weights = new ParameterStore(pass, false);
      return net.forward(weights, new NDList(pass.ones(images)), false).head().getFloat(0, 0);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
