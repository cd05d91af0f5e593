package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Seeded random models over maps: windows, cuts, folds, skips, attention, often with a head that
 * pins the size.
 */
final class RandomModels {
  private record Layer(String name, String type, String members) {}

  private static final List<String> LINES = lines();
  private static final Pattern DECLARED =
      Pattern.compile("^(\\w+) @(\\w+)(?:\\((.*)\\))?(?: (\\[.*\\]))?\n");

  private final Random random;
  private final int kinds;
  private List<Layer> layers = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private int channels;
  private long height;
  private long width;

  RandomModels(long seed) {
    this(seed, 20);
  }

  private RandomModels(long seed, int kinds) {
    this.random = new Random(seed);
    this.kinds = kinds;
  }

  /** Models that cut axes into pieces and join them, too. */
  static RandomModels withPieces(long seed) {
    return new RandomModels(seed, 34);
  }

  /** Models of what people write with sizes: conditions, loops, asserts, tables, remainders. */
  static RandomModels ofPrograms(long seed) {
    return new RandomModels(seed, 100);
  }

  /** A model that has no errors as it is. */
  RandomModels next() {
    do {
      layers = new ArrayList<>();
      lines.clear();
      channels = random.nextInt(3) + 1;
      height = random.nextInt(20) + 6L;
      width = random.nextInt(3) == 0 ? height : random.nextInt(20) + 6L;
      for (int i = random.nextInt(4) + 1; i > 0; i--) {
        lines.add(statement("l" + i));
      }
      Trace trace = Interpreter.run(numbers().build());
      if (!trace.hasErrors() && !trace.steps().isEmpty() && random.nextBoolean()) {
        head(trace.steps().get(trace.steps().size() - 1).outputs().get(0).shape());
      }
    } while (Interpreter.run(numbers().build()).hasErrors());
    return this;
  }

  /** The model with plain numbers. */
  ModelBuilder numbers() {
    return with("[" + channels + ", " + height + ", " + width + "]");
  }

  /** The model with free sizes H and W. */
  ModelBuilder free() {
    return with("[" + channels + ", H, W]");
  }

  /** The model at other sizes. */
  ModelBuilder at(long h, long w) {
    return with("[" + channels + ", " + h + ", " + w + "]");
  }

  private ModelBuilder with(String sample) {
    ModelBuilder model = new ModelBuilder().input(sample);
    for (Layer layer : layers) {
      if (layer.type.equals("tensor")) {
        model.tensor(layer.name, layer.members);
      } else {
        model.layer(layer.name, layer.type, layer.members);
      }
    }
    return model.forward(String.join("\n", lines));
  }

  private String layer(String name, String type, String members) {
    layers.add(new Layer(name, type, members));
    return "x = " + name + "(x)";
  }

  private int upTo(int most) {
    return random.nextInt(most + 1);
  }

  private String statement(String name) {
    String window = ", k = " + (1 + upTo(3)) + ", s = " + (1 + upTo(1)) + ", p = ";
    return switch (random.nextInt(kinds)) {
      case 0 -> layer(name, "Conv2d", "in = 0, out = 4" + window + upTo(1));
      case 1 -> layer(name, "MaxPool2d", "k = 2, ceilMode = " + random.nextBoolean());
      case 2 -> layer(name, "PixelUnshuffle", "value = " + (2 + upTo(1)));
      case 3 -> layer(name, "ConvTranspose2d", "in = 0, out = 3" + window + "0");
      case 4 ->
          "x = F.interpolate(x, scale_factor="
              + List.of("2", "0.5", "1.5", "1.3").get(upTo(3))
              + ")";
      case 5 ->
          "x = torch.cat([x, F.pad(F.max_pool2d(x, 2), (0, " + upTo(2) + ", 0, 0))[:, :, :2]], 2)";
      case 6 -> "x = x[:, :, " + upTo(2) + ":]";
      case 7 -> "x = x[:, :, ::2]";
      case 8 -> "x = F.adaptive_avg_pool2d(x, (" + (1 + upTo(6)) + ", None))";
      case 9 -> "x = x.mean(3, keepdim=True)";
      case 10 -> "x = x.view(x.size(0), x.size(1), -1, " + (1 + upTo(3)) + ")";
      case 11 -> "x = x + x.transpose(2, 3)";
      case 12 -> "a, b = x.chunk(2, dim=2)\nx = torch.cat([a, b], dim=2)";
      case 13 -> "a, b = x.chunk(2, dim=3)\nx = a * b";
      case 14 -> "x = x + F.interpolate(F.max_pool2d(x, 2), scale_factor=2)";
      case 15 -> "x = F.pad(x, (" + (upTo(3) - 2) + ", 1, " + (upTo(3) - 2) + ", 0))";
      case 16 -> "x = x.unfold(2, 3, 2).mean(-1)";
      case 17 -> "x = x.reshape(x.size(0), -1, x.size(2) // 2, 2, x.size(3)).sum(3)";
      case 18 -> "x = F.pad(x, (" + upTo(4) + ", 1, 2, 0), mode='reflect')";
      case 20, 21, 22, 23, 24, 25, 26, 27, 28 -> pieces();
      case 29 -> layer(name, "AvgPool2d", "k = 2, s = 4, ceilMode = true");
      case 30 -> "x = x.unflatten(2, (-1, " + (2 + upTo(1)) + ")).mean(2)";
      case 31 -> "x = F.interpolate(x, size=(x.size(3), x.size(2)))";
      case 32 -> "x = F.adaptive_max_pool2d(x, (x.size(2) // 2, 3))";
      case 33 -> layer(name, "Conv2d", "in = 0, out = 2, k = 3, d = " + (1 + upTo(2)));
      case 19 -> attention();
      default -> kinds > 34 ? written(name) : attention();
    };
  }

  private static String attention() {
    return "q = x.flatten(2)\na = (q.transpose(1, 2) @ q).softmax(-1)\nx = (q @ a).view(x.shape)";
  }

  /** Lines as people write them, with other names for their layers. */
  private String written(String name) {
    String lines = LINES.get(random.nextInt(LINES.size()));
    lines = lines.replace("{a}", "" + (1 + upTo(3))).replace("{b}", "" + (1 + upTo(3)));
    Matcher layer = DECLARED.matcher(lines);
    if (!layer.find()) {
      return lines;
    }
    String members = layer.group(3) == null ? layer.group(4) : layer.group(3);
    layers.add(new Layer(name, layer.group(2), members));
    return layer.replaceFirst("").replaceAll("\\b" + layer.group(1) + "(?=[\\[(])", name);
  }

  private static List<String> lines() {
    try (InputStream in = RandomModels.class.getResourceAsStream("/random/lines.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.replaceFirst("#.*\n\n", "").strip().split("\n\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Cuts an axis into pieces and joins some of them. */
  private String pieces() {
    int axis = 2 + upTo(1);
    int number = 2 + upTo(3);
    return switch (random.nextInt(9)) {
      case 0 -> "x = x.split(" + number + ", " + axis + ")[0]";
      case 1 -> "x = x.chunk(" + number + ", dim=" + axis + ")[-1]";
      case 2 -> "x = torch.cat(x.chunk(" + number + ", dim=" + axis + ")[1:], dim=" + axis + ")";
      case 3 -> "x = torch.stack(x.unbind(" + axis + "), " + axis + ")";
      case 4 -> "x = x[:, :, -(x.size(2) // " + number + "):]";
      case 5 -> "x = torch.cat(x.tensor_split(" + number + ", dim=" + axis + "), dim=" + axis + ")";
      case 6 -> "x = torch.cat(x.split(" + number + ", " + axis + "), " + axis + ")";
      case 7 -> "x = torch.cat([p.flip(2) for p in x.chunk(" + number + ", 2)], 2)";
      default -> "x = torch.hstack(x.split(" + number + ", 2)).mean(1, keepdim=True)";
    };
  }

  /** A linear map that takes exactly what arrives, of the last axis or of the whole sample. */
  private void head(Shape shape) {
    Dim whole = shape.numel().dividedBy(Dim.symbol("N")).orElse(Dim.of(0));
    boolean last = random.nextBoolean() || !whole.isConstant();
    Dim in = last ? shape.dim(-1) : whole;
    if (in.isConstant() && in.value() > 0) {
      layers.add(new Layer("fc", "Linear", "in = " + in + ", out = 2"));
      String flat = random.nextBoolean() ? "x.flatten(1)" : "x.view(-1, " + in + ")";
      lines.add("x = fc(" + (last ? "x" : flat) + ")");
    }
  }

  @Override
  public String toString() {
    return "["
        + channels
        + ", "
        + height
        + ", "
        + width
        + "] "
        + layers
        + "\n"
        + String.join("\n", lines);
  }
}
