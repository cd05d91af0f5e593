package io.github.shapecheck.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Headers of checkpoints are read whole, and refused where they lie. */
class CheckpointsTest {
  private static byte[] safetensors(long size, String header) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + text.length).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.putLong(size == -1 ? text.length : size).put(text).array();
  }

  private static Map<String, CheckpointEntry> read(byte[] file)
      throws IOException, CheckpointException {
    return Checkpoints.read(new ByteArrayInputStream(file));
  }

  private static String refusal(byte[] file) {
    return assertTimeout(
        Duration.ofSeconds(2),
        () -> assertThrows(CheckpointException.class, () -> read(file)).getMessage());
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = CheckpointsTest.class.getResourceAsStream("/checkpoints/" + name)) {
      return in.readAllBytes();
    }
  }

  private static String entry(String name, String type, String shape, String offsets) {
    return "\"%s\": {\"dtype\": \"%s\", \"shape\": %s, \"data_offsets\": %s}"
        .formatted(name, type, shape, offsets);
  }

  @Test
  void safetensorsByName() throws Exception {
    String header =
        "{\"__metadata__\": {\"format\": \"pt\"}, "
            + entry("a.b\\u0041", "BF16", "[2, 3]", "[4, 16]")
            + ", "
            + entry("c", "F32", "[]", "[0, 4]")
            + "}  ";
    assertEquals(
        Map.of(
            "a.bA", new CheckpointEntry("BF16", List.of(2L, 3L), 4, 16),
            "c", new CheckpointEntry("F32", List.of(), 0, 4)),
        read(safetensors(-1, header)));
  }

  @Test
  void whatTorchSaves() throws Exception {
    Map<String, CheckpointEntry> plain = read(resource("plain.pt"));
    assertEquals(
        List.of(
            "conv.weight",
            "conv.bias",
            "bn.weight",
            "bn.bias",
            "bn.running_mean",
            "bn.running_var",
            "bn.num_batches_tracked",
            "fc.weight",
            "fc.bias"),
        List.copyOf(plain.keySet()));
    assertEquals(List.of(2L, 1L, 3L, 5L), plain.get("conv.weight").shape());
    assertEquals(List.of(), plain.get("bn.num_batches_tracked").shape());
    assertEquals(plain, read(resource("wrapped.pt")));
  }

  @Test
  void hostileHeadersAreRefusedAtOnce() {
    assertEquals("the file has only 3 bytes", refusal(new byte[3]));
    for (long size : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 8L << 30, 1}) {
      byte[] file = safetensors(size, "{}");
      assertTrue(
          refusal(file).startsWith("the file is no checkpoint: its header would"), "" + size);
    }
    assertEquals("the header ends after 2 of 1000 bytes", refusal(safetensors(1000, "{}")));
    for (String wrong :
        List.of(
            entry("a", "F32", "[2]", "[0, 7]"),
            entry("a", "F32", "[2]", "[8, 0]"),
            entry("a", "F99", "[2]", "[0, 8]"),
            entry("a", "F32", "[-2]", "[0, 8]"),
            entry("a", "F32", "[4294967296, 4294967296]", "[0, 0]"),
            entry("a", "F32", "[2]", "[4, 12]"),
            entry("a", "F32", "[2]", "[0, 8]") + ", " + entry("b", "F32", "[2]", "[4, 12]"),
            entry("a", "F32", "[2]", "[0, 8]") + ", " + entry("a", "F32", "[2]", "[8, 16]"),
            entry("a", "F32", "[2.5]", "[0, 8]"),
            entry("a", "F32", "[[" + "1, ".repeat(5000) + "1]]", "[0, 8]"),
            entry("a", "F32", "[" + "1, ".repeat(64) + "1]", "[0, 4]"),
            entry("a".repeat(5000), "F32", "[2]", "[0, 9]"),
            "\"a\": 3",
            "\"a\": " + "[".repeat(5000),
            "\"a")) {
      String message = refusal(safetensors(-1, "{" + wrong + "}"));
      assertTrue(message.length() > 10 && message.length() < 200, message);
    }
  }

  @Test
  void hostilePicklesAreRefusedAtOnce() throws IOException {
    for (String pickle :
        List.of(
            "",
            "\u0080\u0002cos\nsystem\nX\u0004\0\0\0trueR.",
            "t.",
            "h\u0005.",
            "X\u00ff\u00ff\u00ff\u007f",
            "}q\0h\0h\0sh\0h\0s]q\1h\1h\1s.", // a dictionary among its own names
            "ctorch._utils\n_rebuild_tensor_v2\n(NN(" + "K\1".repeat(65) + "ttR.",
            "i",
            "((((")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry("archive/data.pkl"));
        zip.write(pickle.getBytes(StandardCharsets.ISO_8859_1));
      }
      assertTrue(refusal(out.toByteArray()).length() > 10, pickle);
    }
    assertEquals("the file holds no state_dict", refusal(resource("list.pt")));
    assertTrue(refusal("PK and not a zip".getBytes(StandardCharsets.UTF_8)).contains("zip"));
  }

  @Test
  void damagedFilesNeverThrowAnythingElse() throws IOException {
    Random random = new Random(7);
    byte[] good = resource("plain.pt");
    for (int i = 0; i < 3_000; i++) {
      byte[] bad = good.clone();
      for (int k = 0; k <= i % 5; k++) {
        bad[random.nextInt(Math.min(bad.length, 900))] = (byte) random.nextInt();
      }
      try {
        read(bad);
      } catch (CheckpointException | IOException expected) {
        // told as what it is
      }
    }
  }
}
