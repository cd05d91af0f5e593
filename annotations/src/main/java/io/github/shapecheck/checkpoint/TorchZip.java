package io.github.shapecheck.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Finds the tensors of a state dict in the zip that {@code torch.save} writes: its first file,
 * {@code data.pkl}, whose length stands only behind it, which java.util.zip does not read.
 */
final class TorchZip {
  private static final int LARGEST = 32 << 20;
  private static final int SIGNATURE = 0x04034b50;
  private static final int HEADER = 30;
  private static final int DEFLATED = 8;
  private static final String NAME = "data.pkl";
  private static final List<String> WRAPPERS =
      List.of("state_dict", "model_state_dict", "model", "net", "module");

  private TorchZip() {}

  static Map<String, CheckpointEntry> read(InputStream in) throws IOException, CheckpointException {
    byte[] bytes = in.readNBytes(LARGEST);
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + HEADER <= zip.capacity(); at++) {
      if (zip.getInt(at) == SIGNATURE) {
        int name = zip.getShort(at + 26) & 0xffff;
        int start = at + HEADER + name + (zip.getShort(at + 28) & 0xffff);
        if (start <= zip.capacity() && name(bytes, at, name).endsWith(NAME)) {
          boolean deflated = zip.getShort(at + 8) == DEFLATED;
          byte[] rest = Arrays.copyOfRange(bytes, start, bytes.length);
          return tensors(new Pickle(deflated ? inflated(rest) : rest).read(), true);
        }
      }
    }
    throw new CheckpointException(
        "the file is a zip without " + NAME + ": torch.save did not write it");
  }

  private static String name(byte[] zip, int at, int length) {
    return new String(zip, at + HEADER, length, StandardCharsets.ISO_8859_1);
  }

  /** All that was read may follow: a pickle says itself where it ends. */
  private static byte[] inflated(byte[] rest) throws CheckpointException {
    Inflater inflater = new Inflater(true);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(rest), inflater)) {
      return in.readNBytes(LARGEST);
    } catch (IOException broken) {
      throw new CheckpointException("the zip is broken: " + broken.getMessage());
    } finally {
      inflater.end();
    }
  }

  /** The dictionary's tensors, else those of the dictionary in it that holds the state. */
  private static Map<String, CheckpointEntry> tensors(Object root, boolean outermost)
      throws CheckpointException {
    if (!(root instanceof Map<?, ?> items)) {
      throw new CheckpointException("the file holds no state_dict");
    }
    Map<String, CheckpointEntry> tensors = new LinkedHashMap<>();
    items.forEach(
        (name, value) -> {
          if (name instanceof String text && value instanceof CheckpointEntry entry) {
            tensors.put(text, entry);
          }
        });
    if (tensors.isEmpty() && outermost) {
      for (String wrapper : WRAPPERS) {
        if (items.get(wrapper) instanceof Map<?, ?> inner) {
          return tensors(inner, false);
        }
      }
    }
    return tensors;
  }
}
