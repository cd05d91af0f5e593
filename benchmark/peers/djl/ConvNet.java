import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import java.util.List;

/** A small network with a skip connection, for DJL. */
public class ConvNet {
  private static Block conv(int filters, int kernel, int padding) {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(kernel, kernel))
        .optPadding(new Shape(padding, padding))
        .build();
  }

  private static Block pool() {
    return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
  }

  private static Block skip(Block inside) {
    return new ParallelBlock(
        both -> new NDList(both.get(0).head().add(both.get(1).head())),
        List.of(Blocks.identityBlock(), inside));
  }

  public static void main(String[] args) {
    Block net =
        new SequentialBlock()
            .add(conv(10, 5, 0))
            .add(Activation::relu)
            .add(pool())
            .add(skip(conv(10, 3, 1)))
            .add(Activation::relu)
            .add(Blocks.batchFlattenBlock())
            .add(Linear.builder().setUnits(500).build())
            .add(Activation::relu)
            .add(Linear.builder().setUnits(10).build());
    try (NDManager manager = NDManager.newBaseManager()) {
      Shape images = new Shape(1, 1, 28, 28);
      net.initialize(manager, DataType.FLOAT32, images);
      System.out.println("built");
      NDList out =
          net.forward(new ParameterStore(manager, false), new NDList(manager.ones(images)), false);
      System.out.println("forward " + out.head().getShape());
    }
  }
}
