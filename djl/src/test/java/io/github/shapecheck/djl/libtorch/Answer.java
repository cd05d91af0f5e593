package io.github.shapecheck.djl.libtorch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What LibTorch says.
 *
 * @param error why it could not, or ""
 * @param results digests of the results
 * @param tensors for each argument the digest of its gradient, or of what it is afterwards where it
 *     needs none; empty where no gradient arrives, none at all where LibTorch has no derivative
 */
public record Answer(String error, List<double[]> results, List<double[]> tensors) {

  static Answer failed(String error) {
    return new Answer(error, List.of(), List.of());
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(error);
    for (List<double[]> all : List.of(results, tensors)) {
      out.writeInt(all.size());
      for (double[] values : all) {
        out.writeInt(values.length);
        for (double value : values) {
          out.writeDouble(value);
        }
      }
    }
  }

  static Answer read(DataInputStream in) throws IOException {
    return new Answer(in.readUTF(), arrays(in), arrays(in));
  }

  private static List<double[]> arrays(DataInputStream in) throws IOException {
    List<double[]> all = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      double[] values = new double[in.readInt()];
      for (int j = 0; j < values.length; j++) {
        values[j] = in.readDouble();
      }
      all.add(values);
    }
    return all;
  }
}
