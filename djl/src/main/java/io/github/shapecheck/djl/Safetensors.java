package io.github.shapecheck.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.shapecheck.checkpoint.CheckpointEntry;
import io.github.shapecheck.checkpoint.CheckpointException;
import io.github.shapecheck.checkpoint.Checkpoints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Gives a block the weights of a safetensors file, by PyTorch's names; the file is mapped, not
 * read.
 */
public final class Safetensors {
  private static final String COUNT = "num_batches_tracked";

  private Safetensors() {}

  /**
   * Loads every parameter and buffer of the block.
   *
   * @throws IllegalArgumentException if names or shapes of the file are not those of the block,
   *     with all that differs
   */
  public static void load(Path file, ShapecheckBlock block, NDManager manager) throws IOException {
    Map<String, CheckpointEntry> entries;
    try (InputStream in = Files.newInputStream(file)) {
      entries = Checkpoints.read(in);
    } catch (CheckpointException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
    check(file, block, entries);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        NDManager scope = manager.newSubManager()) {
      ByteBuffer size = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      channel.read(size, 0);
      long start = 8 + size.getLong(0);
      for (Map.Entry<String, CheckpointEntry> entry : entries.entrySet()) {
        if (!entry.getKey().endsWith(COUNT)) {
          if (!block.parameter(entry.getKey()).isInitialized()) {
            block.parameter(entry.getKey()).initialize(manager, DataType.FLOAT32);
          }
          load(block, entry, values(channel, start, entry), scope);
        }
      }
    }
  }

  private static void check(
      Path file, ShapecheckBlock block, Map<String, CheckpointEntry> entries) {
    List<String> wrong = new ArrayList<>();
    TreeSet<String> missing = new TreeSet<>(block.getParameters().keys());
    entries.forEach(
        (name, entry) -> {
          if (missing.remove(name)) {
            Shape shape = block.parameter(name).getShape();
            if (!shape.equals(shape(entry))) {
              wrong.add(name + " is " + entry.shape() + " instead of " + shape);
            }
          } else if (!name.endsWith(COUNT)) {
            wrong.add("unexpected " + name + " " + entry.shape());
          }
        });
    missing.forEach(name -> wrong.add("missing " + name + " " + block.parameter(name).getShape()));
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          file + " does not fit " + block.report().model() + ":\n  " + String.join("\n  ", wrong));
    }
  }

  private static Shape shape(CheckpointEntry entry) {
    return new Shape(entry.shape().stream().mapToLong(Long::longValue).toArray());
  }

  private static ByteBuffer values(
      FileChannel channel, long start, Map.Entry<String, CheckpointEntry> entry)
      throws IOException {
    long length = entry.getValue().end() - entry.getValue().begin();
    if (start + entry.getValue().end() > channel.size()) {
      throw new IllegalArgumentException("the file ends before the values of " + entry.getKey());
    }
    return channel
        .map(FileChannel.MapMode.READ_ONLY, start + entry.getValue().begin(), length)
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void load(
      ShapecheckBlock block,
      Map.Entry<String, CheckpointEntry> entry,
      ByteBuffer values,
      NDManager scope) {
    CheckpointEntry tensor = entry.getValue();
    float[] floats = new float[Math.toIntExact(shape(tensor).size())];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = next(tensor.dtype(), values);
    }
    block.set(entry.getKey(), scope.create(floats, shape(tensor)));
  }

  private static float next(String dtype, ByteBuffer values) {
    return switch (dtype) {
      case "F32" -> values.getFloat();
      case "F64" -> (float) values.getDouble();
      case "F16" -> half(values.getShort());
      case "BF16" -> Float.intBitsToFloat(values.getShort() << 16);
      case "I64" -> values.getLong();
      case "I32" -> values.getInt();
      default -> throw new IllegalArgumentException("values of type " + dtype + " are not read");
    };
  }

  /** IEEE 754's binary16: a sign, five bits of exponent, ten of fraction. */
  static float half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    float magnitude =
        exponent == 0
            ? fraction * 0x1p-24f
            : exponent == 0x1f
                ? (fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN)
                : Float.intBitsToFloat((exponent + 112) << 23 | fraction << 13);
    return bits < 0 ? -magnitude : magnitude;
  }
}
