package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as tensors whose memory is the engine's. DJL lends it that of the JVM and takes it back
 * before a backward pass reads it: {@code x.mul(0.5f)} has wrong gradients after a collection.
 */
public final class Constant {
  private static final ThreadLocal<@Nullable NDManager> MANAGER = new ThreadLocal<>();

  private Constant() {}

  /** Runs with numbers that a manager makes. */
  public static void with(NDManager manager, Runnable work) {
    NDManager before = MANAGER.get();
    MANAGER.set(manager);
    try {
      work.run();
    } finally {
      MANAGER.set(before);
    }
  }

  static NDArray of(double number) {
    NDManager manager = MANAGER.get();
    if (manager == null) {
      throw new IllegalStateException("no forward pass runs in this thread");
    }
    return manager.full(new Shape(), (float) number);
  }

  static NDArray of(long number) {
    return of((double) number).toType(DataType.INT64, false);
  }
}
