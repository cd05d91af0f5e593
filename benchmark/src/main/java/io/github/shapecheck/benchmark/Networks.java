package io.github.shapecheck.benchmark;

import io.github.shapecheck.processor.model.Model;
import java.util.ArrayList;
import java.util.List;

/** The networks that are run. */
final class Networks {
  private Networks() {}

  /** ResNet-50 over images of the given sample shape. */
  static Model resnet50(String sample) {
    ModelBuilder net = new ModelBuilder();
    net.layer("conv1", "Conv2d", "in", 3, "out", 64, "k", 7, "s", 2, "p", 3);
    net.layer("bn1", "BatchNorm2d", "value", 64).layer("pool", "MaxPool2d", "k", 3, "s", 2, "p", 1);
    net.say("x = conv1(x)").say("x = bn1(x)").say("x = relu(x)").say("x = pool(x)");
    int in = 64;
    int[] blocks = {3, 4, 6, 3};
    for (int stage = 0; stage < blocks.length; stage++) {
      int planes = 64 << stage;
      for (int block = 0; block < blocks[stage]; block++) {
        int stride = stage > 0 && block == 0 ? 2 : 1;
        bottleneck(net, "b" + stage + "_" + block + "_", in, planes, stride);
        in = 4 * planes;
      }
    }
    net.layer("fc", "Linear", "in", in, "out", 1000);
    return net.say("x = adaptive_avg_pool2d(x, 1)")
        .say("x = flatten(x, 1)")
        .say("return fc(x)")
        .build(sample);
  }

  private static void bottleneck(ModelBuilder net, String name, int in, int planes, int stride) {
    int out = 4 * planes;
    net.layer(name + "conv1", "Conv2d", "in", in, "out", planes, "k", 1);
    net.layer(name + "conv2", "Conv2d", "in", planes, "out", planes, "k", 3, "s", stride, "p", 1);
    net.layer(name + "conv3", "Conv2d", "in", planes, "out", out, "k", 1);
    for (int i = 1; i <= 3; i++) {
      net.layer(name + "bn" + i, "BatchNorm2d", "value", i == 3 ? out : planes);
    }
    net.say("y = x");
    for (int i = 1; i <= 3; i++) {
      net.say("x = " + name + "conv" + i + "(x)").say("x = " + name + "bn" + i + "(x)");
      if (i < 3) {
        net.say("x = relu(x)");
      }
    }
    if (in != out) {
      net.layer(name + "down", "Conv2d", "in", in, "out", out, "k", 1, "s", stride);
      net.layer(name + "norm", "BatchNorm2d", "value", out);
      net.say("y = " + name + "down(y)").say("y = " + name + "norm(y)");
    }
    net.say("x = x + y").say("x = relu(x)");
  }

  /** So many steps, convolutions and activations in turn. */
  static Model chain(int steps) {
    ModelBuilder net = layers(steps);
    calls(steps).forEach(net::say);
    return net.say("return x").build("[8, 32, 32]");
  }

  /** Ten steps, a hundred times over in a loop. */
  static Model loop() {
    ModelBuilder net = layers(10);
    net.say("for i in range(100):\n    " + String.join("\n    ", calls(10)));
    return net.say("return x").build("[8, 32, 32]");
  }

  /** The same steps, each a statement. */
  static Model unrolled() {
    ModelBuilder net = layers(10);
    for (int i = 0; i < 100; i++) {
      calls(10).forEach(net::say);
    }
    return net.say("return x").build("[8, 32, 32]");
  }

  private static ModelBuilder layers(int steps) {
    ModelBuilder net = new ModelBuilder();
    for (int i = 0; i < steps / 2; i++) {
      net.layer("conv" + i, "Conv2d", "in", 8, "out", 8, "k", 3, "p", 1);
    }
    return net;
  }

  private static List<String> calls(int steps) {
    List<String> calls = new ArrayList<>();
    for (int i = 0; i < steps / 2; i++) {
      calls.add("x = conv" + i + "(x)");
      calls.add("x = relu(x)");
    }
    return calls;
  }

  /**
   * A network of so many steps, convolutions, activations and views in turn, of which some are
   * wrong: a width and a name by turns.
   */
  static Model broken(int steps, int errors) {
    ModelBuilder net = new ModelBuilder();
    int blocks = steps / 4;
    int apart = blocks / Math.max(1, errors);
    for (int i = 0; i < blocks; i++) {
      boolean wrong = i % apart == 0 && i / apart < errors;
      boolean width = i / apart % 2 == 0;
      net.layer("conv" + i, "Conv2d", "in", wrong && width ? 9 : 8, "out", 8, "k", 3, "p", 1);
      net.say("x = conv" + i + "(x)").say(wrong && !width ? "y = relux(x)" : "y = relu(x)");
      net.say("y = x.view(x.size(0), 8, 1024)").say("x = y.view(y.size(0), 8, 32, 32)");
    }
    return net.say("return x").build("[8, 32, 32]");
  }
}
