package io.github.shapecheck.processor.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks the lines of a source: moved, doubled, indented otherwise, ended as on other systems. */
final class LineMutation {
  private static final List<String> LINES =
      List.of(
          "@torch.no_grad()",
          "@property",
          "@staticmethod",
          "    def forward(self, x):",
          "        return self(x)",
          "if (n := x.size(1)) > 3:",
          "else:",
          "while True: pass",
          "x = x[..., None]",
          "import numpy as np",
          "global x",
          "yield x",
          "async def f(x): await x",
          "match x:",
          "raise",
          "del x",
          "\\",
          "\f",
          "@io.github.shapecheck.Input({3, -1})",
          "@io.github.shapecheck.Output(5)",
          "@io.github.shapecheck.nn.Linear(in = 3, out = 4)",
          "@SuppressWarnings(\"shapecheck:all\")",
          "static",
          "abstract");

  private final Random random;

  LineMutation(Random random) {
    this.random = random;
  }

  /** One change of the lines. */
  String of(String source) {
    List<String> lines = new ArrayList<>(Arrays.asList(source.split("\n", -1)));
    int at = random.nextInt(lines.size());
    int to = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(8)) {
      case 0 -> lines.add(to, lines.remove(at));
      case 1 -> lines.add(to, line);
      case 2 -> {
        int end = Math.min(lines.size(), at + 1 + random.nextInt(6));
        lines.addAll(end, List.copyOf(lines.subList(at, end)));
      }
      case 3 -> lines.set(at, " ".repeat(1 + random.nextInt(5)) + line);
      case 4 -> lines.set(at, line.stripLeading());
      case 5 -> lines.set(at, "\t" + line.replace("    ", "\t"));
      case 6 -> {
        return source.replace("\n", random.nextBoolean() ? "\r\n" : "\r");
      }
      default -> lines.add(to, LINES.get(random.nextInt(LINES.size())));
    }
    return String.join("\n", lines);
  }
}
