package io.github.shapecheck.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and checks the header of a safetensors file. */
final class SafetensorsHeader {
  private static final long LARGEST = 32 << 20;

  private SafetensorsHeader() {}

  static Map<String, CheckpointEntry> read(InputStream in, long size)
      throws IOException, CheckpointException {
    if (size < 2 || size > LARGEST) {
      throw new CheckpointException(
          "the file is no checkpoint: its header would have "
              + Long.toUnsignedString(size)
              + " bytes");
    }
    byte[] header = in.readNBytes((int) size);
    if (header.length < size) {
      throw new CheckpointException(
          "the header ends after " + header.length + " of " + size + " bytes");
    }
    Map<String, CheckpointEntry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, Object> item :
        new HeaderJson(new String(header, StandardCharsets.UTF_8)).object().entrySet()) {
      if (!item.getKey().equals("__metadata__")) {
        entries.put(item.getKey(), entry(item.getKey(), item.getValue()));
      }
    }
    checkOverlaps(entries);
    return entries;
  }

  private static CheckpointEntry entry(String name, Object value) throws CheckpointException {
    if (name.length() > Checkpoints.LONGEST_NAME) {
      throw new CheckpointException("the header has a name of " + name.length() + " characters");
    }
    if (!(value instanceof Map<?, ?> fields)
        || !(fields.get("dtype") instanceof String dtype)
        || !(fields.get("shape") instanceof List<?> shape)
        || !(fields.get("data_offsets") instanceof List<?> offsets)) {
      throw new CheckpointException("the header says no dtype, shape and data_offsets of " + name);
    }
    List<Long> sizes = numbers(name, shape);
    List<Long> bounds = numbers(name, offsets);
    long bytes = bytes(dtype, sizes);
    if (bounds.size() != 2
        || bounds.get(1) < bounds.get(0)
        || bytes < 0
        || bounds.get(1) - bounds.get(0) != bytes) {
      throw new CheckpointException(
          "the header gives " + name + ", " + dtype + " " + sizes + ", the bytes " + bounds);
    }
    return new CheckpointEntry(dtype, sizes, bounds.get(0), bounds.get(1));
  }

  private static List<Long> numbers(String name, List<?> values) throws CheckpointException {
    if (values.size() > Checkpoints.MOST_AXES) {
      throw new CheckpointException("the header has " + values.size() + " sizes of " + name);
    }
    List<Long> numbers = new ArrayList<>();
    for (Object value : values) {
      if (!(value instanceof Long number) || number < 0) {
        String shown = value instanceof Long ? value.toString() : "no number";
        throw new CheckpointException("the header has " + shown + " among the sizes of " + name);
      }
      numbers.add(number);
    }
    return numbers;
  }

  /** What so many values take; -1 for an unknown type or more than 2^63. */
  private static long bytes(String dtype, List<Long> sizes) {
    long bytes =
        switch (dtype) {
          case "BOOL", "U8", "I8", "F8_E4M3", "F8_E5M2" -> 1;
          case "F16", "BF16", "I16", "U16" -> 2;
          case "F32", "I32", "U32" -> 4;
          case "F64", "I64", "U64" -> 8;
          default -> -1;
        };
    try {
      for (long size : sizes) {
        bytes = Math.multiplyExact(bytes, size);
      }
    } catch (ArithmeticException overflow) {
      return -1;
    }
    return bytes;
  }

  private static void checkOverlaps(Map<String, CheckpointEntry> entries)
      throws CheckpointException {
    List<CheckpointEntry> ordered = new ArrayList<>(entries.values());
    ordered.sort(
        Comparator.comparingLong(CheckpointEntry::begin).thenComparing(CheckpointEntry::end));
    long end = 0;
    for (CheckpointEntry entry : ordered) {
      if (entry.begin() != end) {
        throw new CheckpointException(
            "the values of the tensors overlap or leave a gap at byte " + end);
      }
      end = entry.end();
    }
  }
}
