package io.github.shapecheck.djl.libtorch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What LibTorch is asked: a function in TorchScript over tensors.
 *
 * @param script the source of a function that returns a list of tensors
 * @param tensors its arguments
 * @param gradients which of them need gradients
 * @param exact whether in double precision
 */
public record Question(
    String script, List<Numbers> tensors, List<Boolean> gradients, boolean exact) {

  /** How many values of a tensor are compared: evenly spread, and the length of the whole. */
  private static final int SHOWN = 1000;

  void write(DataOutputStream out) throws IOException {
    byte[] text = script.getBytes(StandardCharsets.UTF_8);
    out.writeInt(text.length);
    out.write(text);
    out.writeInt(tensors.size());
    for (int i = 0; i < tensors.size(); i++) {
      tensors.get(i).write(out);
      out.writeBoolean(gradients.get(i));
    }
    out.writeBoolean(exact);
  }

  static Question read(DataInputStream in) throws IOException {
    String script = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    List<Numbers> tensors = new ArrayList<>();
    List<Boolean> gradients = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      tensors.add(Numbers.read(in));
      gradients.add(in.readBoolean());
    }
    return new Question(script, tensors, gradients, in.readBoolean());
  }

  /** Some values of a tensor, then the root of the sum of all squares. */
  public static double[] digest(double[] values) {
    int step = Math.max(1, values.length / SHOWN) | 1;
    double[] shown = new double[(values.length + step - 1) / step + 1];
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += values[i] * values[i];
      if (i % step == 0) {
        shown[i / step] = values[i];
      }
    }
    shown[shown.length - 1] = Math.sqrt(squares);
    return shown;
  }
}
