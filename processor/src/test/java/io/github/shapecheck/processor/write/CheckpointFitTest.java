package io.github.shapecheck.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.compile.Compilation;
import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint that a model names is held against it while it is compiled. */
class CheckpointFitTest {
  private static final String NET =
      """
      package com.acme;
      import io.github.shapecheck.*;
      import io.github.shapecheck.nn.*;
      @Input({1, 9, 8})
      @Weights("net.safetensors")
      class Net {
        @Conv2d(in = 1, out = 4, k = 3, bias = false) Object conv;
        @BatchNorm2d(4) Object bn;
        @Flatten Object flatten;
        @Linear(in = 4 * 7 * 6, out = 5) Object fc;
      }
      """;
  private static final List<String> RIGHT =
      List.of(
          "conv.weight [4, 1, 3, 3]",
          "bn.weight [4]",
          "bn.bias [4]",
          "bn.running_mean [4]",
          "bn.running_var [4]",
          "fc.weight [5, 168]",
          "fc.bias [5]");

  @TempDir Path folder;

  private List<String> errors(List<String> tensors) throws IOException {
    StringBuilder header = new StringBuilder("{");
    long at = 0;
    for (String tensor : tensors) {
      String[] parts = tensor.split(" ", 2);
      long count = 1;
      for (String size : parts[1].replaceAll("[\\[\\] ]", "").split(",")) {
        count *= Long.parseLong(size);
      }
      header
          .append(at == 0 ? "" : ", ")
          .append(
              "\"%s\": {\"dtype\": \"F32\", \"shape\": %s, \"data_offsets\": [%d, %d]}"
                  .formatted(parts[0], parts[1], at, at + 4 * count));
      at += 4 * count;
    }
    byte[] text = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + text.length).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(folder.resolve("net.safetensors"), file.putLong(text.length).put(text).array());
    return errors();
  }

  private List<String> errors() {
    Job job = Job.of(Sources.of("com/acme/Net.java", NET)).withClassPath(folder);
    Compilation compilation = Compiler.JAVAC.compile(job);
    return compilation.messages().stream().map(m -> m.line() + " " + m.text()).toList();
  }

  @Test
  void whatFitsSaysNothing() throws IOException {
    assertEquals(List.of(), errors(RIGHT));
  }

  @Test
  void aShapeIsToldAtItsLayerAndNamesAtTheAnnotation() throws IOException {
    List<String> wrong = new ArrayList<>(RIGHT);
    wrong.set(0, "conv.weight [4, 1, 5, 3]");
    wrong.set(6, "fc.bais [5]");
    wrong.remove("bn.running_var [4]");
    assertEquals(
        List.of(
            "7 [weights] conv.weight is [4, 1, 3, 3] here but [4, 1, 5, 3] in net.safetensors",
            "5 [weights] net.safetensors lacks bn.running_var [4], fc.bias [5] (there is fc.bais)",
            "5 [weights] net.safetensors holds what the model has not, fc.bais [5] (there is"
                + " fc.bias)"),
        errors(wrong));
  }

  @Test
  void aFileThatIsNoneIsToldSo() throws IOException {
    assertEquals(
        List.of(
            "5 [weights] net.safetensors: there is no such file on the class path or source path"),
        errors());
    Files.writeString(folder.resolve("net.safetensors"), "no checkpoint at all");
    assertEquals(1, errors().size());
    assertEquals(
        "5 [weights] net.safetensors: the file is no checkpoint: its header would have",
        errors().get(0).substring(0, 77));
  }
}
