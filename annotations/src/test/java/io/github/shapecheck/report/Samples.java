package io.github.shapecheck.report;

import io.github.shapecheck.shape.Condition;
import java.util.List;

/** Reports as generated code builds them. */
final class Samples {
  private Samples() {}

  static ShapeReport convNet() {
    ReportBuilder r = new ReportBuilder("com.acme.ConvNet");
    r.input("x", "[N, 1, 28, 28]").accepts("1..", "1", "28..29", "28..29");
    r.step("conv1", "Conv2d")
        .layer("conv1")
        .from("x")
        .output("[N, 10, 24, 24]")
        .weight("weight", "[10, 1, 5, 5]")
        .weight("bias", "[10]")
        .macs("144000")
        .field("5", "5")
        .jump("1", "1")
        .offset("2", "2")
        .derivation("floor((28 + 2*0 - 1*(5-1) - 1) / 1) + 1 = 24");
    r.step("relu", "relu").from("conv1").output("[N, 10, 24, 24]").field("5", "5").jump("1", "1");
    r.step("pool", "MaxPool2d")
        .layer("pool")
        .from("relu")
        .output("[N, 10, 12, 12]")
        .field("6", "6")
        .jump("2", "2")
        .derivation("floor((24 + 2*0 - 1*(2-1) - 1) / 2) + 1 = 12");
    r.step("conv2", "Conv2d")
        .layer("conv2")
        .from("pool")
        .output("[N, 20, 10, 10]")
        .weight("weight", "[20, 10, 3, 3]")
        .weight("bias", "[20]")
        .macs("180000")
        .field("10", "10")
        .jump("2", "2")
        .derivation("floor((12 + 2*0 - 1*(3-1) - 1) / 1) + 1 = 10");
    r.step("flatten", "flatten")
        .from("conv2")
        .output("[N, 2000]")
        .view()
        .derivation("20 * 10 * 10 = 2000");
    r.step("fc1", "Linear")
        .layer("fc1")
        .from("flatten")
        .output("[N, 500]")
        .weight("weight", "[500, 2000]")
        .weight("bias", "[500]")
        .macs("1000000");
    r.step("fc2", "Linear")
        .layer("fc2")
        .from("fc1")
        .output("[N, 10]")
        .weight("weight", "[10, 500]")
        .weight("bias", "[10]")
        .macs("5000");
    r.output("[N, 10]", "fc2");
    return r.build();
  }

  /** Free height and width, a tuple, a buffer, a submodule, an unused layer, hostile names. */
  static ShapeReport free() {
    ReportBuilder r = new ReportBuilder("a<b>&\"c\"|`\u00f6\n");
    r.input("x", "[N, 3, H, W]").accepts("1..", "3", "32../32", "32../32");
    r.input("y", "[N]").dtype("int64").accepts("1..");
    r.step("stem.conv", "Conv2d")
        .layer("stem.conv")
        .scope("stem")
        .from("x")
        .output("[N, 8, floor((H - 1)/2) + 1, floor((W - 1)/2) + 1]")
        .weight("weight", "[8, 3, 3, 3]")
        .macs("216*(floor((H - 1)/2) + 1)*(floor((W - 1)/2) + 1)")
        .field("3", "3")
        .jump("2", "2")
        .offset("0", "0")
        .derivation("floor((H + 2*1 - 1*(3-1) - 1) / 2) + 1 = floor((H - 1)/2) + 1");
    r.step("stem.bn", "BatchNorm2d")
        .layer("stem.bn")
        .scope("stem")
        .from("stem.conv")
        .output("[N, 8, floor((H - 1)/2) + 1, floor((W - 1)/2) + 1]")
        .weight("weight", "[8]")
        .weight("bias", "[8]")
        .buffer("running_mean", "[8]")
        .buffer("running_var", "[8]")
        .buffer("num_batches_tracked", "[]");
    r.step("up", "Upsample")
        .layer("up")
        .from("stem.bn")
        .output("[N, 8, H, W]")
        .jump("1/2", "1/3")
        .field("3", "3");
    r.step("split", "split")
        .from("up", "y")
        .output("[N, 4, H, W]")
        .output("[N, 4]", "int64")
        .tuple();
    r.unused("spare|x", "Linear").weight("weight", "[5, 7]");
    r.output("[N, 4, H, W]", "split").output("[N, 4]", "split");
    return r.build();
  }

  /** Every name tries to be markup or code. */
  static ShapeReport hostile() {
    ReportBuilder r = new ReportBuilder("</title><script>throw 1</script>{{table}}");
    r.input("x\"><img src=x onerror=throw(1)>", "[N, 3]");
    r.step("</svg><script>throw 1</script>", "'\"><b>")
        .scope("<i>.\" onclick=\"throw 1")
        .from("x\"><img src=x onerror=throw(1)>")
        .output("[N, 3]")
        .derivation("</pre><script>throw 1</script> = 3");
    return r.build();
  }

  /** Ten steps in each of many submodules, the last of them a sum over a skip. */
  static ShapeReport deep(int steps) {
    ReportBuilder r = new ReportBuilder("com.acme.Deep");
    r.input("x", "[N, 8, 32, 48]").accepts("1..", "8", "1..", "1..");
    String last = "x";
    String skip = "x";
    for (int i = 0; i < steps; i++) {
      String scope = "block" + i / 10;
      String name = scope + ".conv" + i % 10;
      StepBuilder step = r.step(name, i % 10 == 9 ? "add" : "Conv2d").scope(scope);
      step.output("[N, 8, 32, 48]");
      if (i % 10 == 9) {
        step.from(last, skip);
        skip = name;
      } else {
        step.layer(name).from(last).weight("weight", "[8, 8, 3, 3]").macs("884736");
        step.field(3 + 2 * i + "", 3 + 2 * i + "").jump("1", "1").offset("0", "0");
      }
      last = name;
    }
    return r.output("[N, 8, 32, 48]", last).build();
  }

  /** A trunk of sums, each over what stands one, two or three steps before. */
  static ShapeReport skips() {
    ReportBuilder r = new ReportBuilder("com.acme.Skips");
    r.input("x", "[N, 8, 32, 48]").accepts("1..", "8", "1..", "1..");
    r.step("a", "Conv2d").layer("a").from("x").output("[N, 8, 32, 48]");
    r.step("b", "Conv2d").layer("b").from("a").output("[N, 16, 31, 47]");
    r.step("c", "Conv2d").layer("c").from("b").output("[N, 16, 30, 46]");
    r.step("d", "cat").from("c", "a").output("[N, 24, 30, 46]");
    r.step("e", "cat").from("d", "b").output("[N, 40, 30, 46]");
    r.step("f", "cat").from("e", "x").output("[N, 48, 30, 46]");
    return r.output("[N, 48, 30, 46]", "f").build();
  }

  /** Every form that a size can take. */
  static ShapeReport formulas() {
    ReportBuilder r = new ReportBuilder("com.acme.Formulas");
    r.input("x", "[N, 3, H, W]").accepts("1..", "3", "2..9, 12..40/4, 41..", "1..");
    r.step("a", "f").from("x").output("[N, floor((3*H - 2*W)/7) + 900, 2*H*W - H + 5]");
    r.step("b", "f").from("a").output("[N, scale(1.3, H), min(H - 5*W, 0) + 5*W]");
    r.step("c", "f")
        .from("b")
        .output("[N*H, floor((H*W + 3)/(2*W + 1)), floor(H/W)]")
        .macs("H*W*W");
    r.step("d", "f").from("c").output("[floor(floor(H*W/5)/W) + 1]", "int64").output("[W]").tuple();
    return r.output("[N]", "d").build();
  }

  /** The same with what holds of its sizes, and sizes that were searched only so far. */
  static ShapeReport conditional() {
    ShapeReport report = formulas();
    List<String> accepts = List.of("1..", "3", "32..999/32 (searched to 999)", "1..");
    ModelInput input = report.inputs().get(0);
    return new ShapeReport(
        report.model(),
        List.of(new ModelInput(input.name(), input.shape(), input.dtype(), accepts)),
        report.steps(),
        report.results(),
        report.layers(),
        new Conditions(
            Condition.parse("H % 64 == 0 or (H + 3)*2 > W and not W == 37"),
            Condition.parse("200 < 2*(H + W) <= 1500 or floor(H/2) != 16")));
  }

  /** Steps one after the other, in no module. */
  static ShapeReport chain(int steps) {
    ReportBuilder r = new ReportBuilder("com.acme.Chain");
    r.input("x", "[N, 8, 32, 48]");
    for (int i = 0; i < steps; i++) {
      r.step("s" + i, i % 2 == 0 ? "relu" : "tanh")
          .from(i == 0 ? "x" : "s" + (i - 1))
          .output("[N, 8, 32, 48]");
    }
    return r.output("[N, 8, 32, 48]", "s" + (steps - 1)).build();
  }
}
