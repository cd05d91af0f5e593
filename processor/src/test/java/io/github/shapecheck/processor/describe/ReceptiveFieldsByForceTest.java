package io.github.shapecheck.processor.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.compile.Compilation;
import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import io.github.shapecheck.report.ReceptiveField;
import io.github.shapecheck.report.ShapeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random networks over one axis, against the input positions that each output position really
 * reads.
 */
class ReceptiveFieldsByForceTest {
  private static final int NETS = 80;
  private static final int OUTPUTS = 72;

  /** A layer over one axis: which positions of its input it reads for a position of its output. */
  private record Layer(String annotation, Kind kind, long k, long s, long p, long d) {
    enum Kind {
      WINDOW,
      TRANSPOSED,
      NEAREST
    }

    TreeSet<Long> reads(long output) {
      TreeSet<Long> inputs = new TreeSet<>();
      for (long t = 0; t < k; t++) {
        switch (kind) {
          case WINDOW -> inputs.add(output * s - p + t * d);
          case NEAREST -> inputs.add(Math.floorDiv(output, s));
          case TRANSPOSED -> {
            if (Math.floorMod(output + p - t * d, s) == 0) {
              inputs.add(Math.floorDiv(output + p - t * d, s));
            }
          }
        }
      }
      return inputs;
    }

    static Layer random(Random random) {
      long k = 1 + random.nextInt(4);
      long s = 1 + random.nextInt(3);
      long d = 1 + random.nextInt(2);
      long p = random.nextInt(3);
      return switch (random.nextInt(5)) {
        case 0 -> {
          long half = Math.min(p, k / 2);
          yield new Layer(
              "@MaxPool1d(k = %d, s = %d, p = %d, d = %d)".formatted(k, s, half, d),
              Kind.WINDOW,
              k,
              s,
              half,
              d);
        }
        case 1 -> new Layer("@Upsample(scale = %d)".formatted(s), Kind.NEAREST, 1, s, 0, 1);
        case 2 ->
            new Layer(
                "@ConvTranspose1d(in = 3, out = 3, k = %d, s = %d)".formatted(k + s - 1, s),
                Kind.TRANSPOSED,
                k + s - 1,
                s,
                0,
                1);
        default ->
            new Layer(
                "@Conv1d(in = 3, out = 3, k = %d, s = %d, p = %d, d = %d)".formatted(k, s, p, d),
                Kind.WINDOW,
                k,
                s,
                p,
                d);
      };
    }
  }

  @Test
  void fieldsJumpsAndOffsets() throws Exception {
    Random random = new Random(20261124);
    List<List<Layer>> nets = new ArrayList<>();
    StringBuilder source =
        new StringBuilder("import io.github.shapecheck.*;\nimport io.github.shapecheck.nn.*;\n");
    for (int n = 0; n < NETS; n++) {
      List<Layer> net = new ArrayList<>();
      source.append("@Input({3, 4000}) class Net").append(n).append(" {\n");
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        net.add(Layer.random(random));
        source
            .append("  ")
            .append(net.get(i).annotation())
            .append(" Object f")
            .append(i)
            .append(";\n");
      }
      source.append("}\n");
      nets.add(net);
    }
    Compilation compilation =
        Compiler.JAVAC.compile(Job.of(Sources.of("Nets.java", source.toString())));
    assertEquals(List.of(), compilation.errors());
    ClassLoader loader = compilation.loader();
    for (int n = 0; n < NETS; n++) {
      var method = loader.loadClass("Net" + n + "ShapeReport").getDeclaredMethod("report");
      method.setAccessible(true);
      check("Net" + n + " " + nets.get(n), nets.get(n), (ShapeReport) method.invoke(null));
    }
  }

  private static void check(String what, List<Layer> net, ShapeReport report) {
    ReceptiveField field =
        report
            .steps()
            .get(net.size() - 1)
            .field()
            .orElseThrow(() -> new AssertionError(what + report));
    long widest = 0;
    for (long output = 0; output < OUTPUTS; output++) {
      TreeSet<Long> inputs = inputs(net, output);
      widest = Math.max(widest, inputs.last() - inputs.first() + 1);
    }
    assertEquals(widest, field.size().get(0).value(), what);
    double jump = (double) (inputs(net, OUTPUTS).first() - inputs(net, 0).first()) / OUTPUTS;
    assertEquals(jump, field.jump().get(0).value(), 1e-9, what);
    if (net.stream().allMatch(l -> l.kind() == Layer.Kind.WINDOW)) {
      TreeSet<Long> first = inputs(net, 0);
      double center = (first.first() + first.last()) / 2.0;
      assertEquals(center, field.offset().get(0).value(), 1e-9, what);
    }
  }

  private static TreeSet<Long> inputs(List<Layer> net, long output) {
    TreeSet<Long> positions = new TreeSet<>(List.of(output));
    for (int i = net.size() - 1; i >= 0; i--) {
      TreeSet<Long> before = new TreeSet<>();
      for (long position : positions) {
        before.addAll(net.get(i).reads(position));
      }
      positions = before;
    }
    return positions;
  }
}
