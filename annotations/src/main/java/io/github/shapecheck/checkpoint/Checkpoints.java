package io.github.shapecheck.checkpoint;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Reads what a checkpoint file holds: safetensors, or the zip that {@code torch.save} writes. */
public final class Checkpoints {
  /** PyTorch's tensors have no more. */
  static final int MOST_AXES = 64;

  static final int LONGEST_NAME = 1000;

  private Checkpoints() {}

  /**
   * The tensors of a checkpoint by name, in the file's order. The values are not read, nothing is
   * executed, and no number of the file is trusted.
   *
   * @throws CheckpointException if the file is neither, or contradicts itself
   */
  public static Map<String, CheckpointEntry> read(InputStream file)
      throws IOException, CheckpointException {
    InputStream in = new BufferedInputStream(file);
    in.mark(8);
    byte[] start = in.readNBytes(8);
    if (start.length < 8) {
      throw new CheckpointException("the file has only " + start.length + " bytes");
    }
    if (start[0] == 'P' && start[1] == 'K') {
      in.reset();
      return TorchZip.read(in);
    }
    long size = 0;
    for (int i = 7; i >= 0; i--) {
      size = size << 8 | start[i] & 0xff;
    }
    return SafetensorsHeader.read(in, size);
  }
}
