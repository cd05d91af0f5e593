package io.github.shapecheck.processor.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Interpreter;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeSizesTest {
  private static List<String> errors(ModelBuilder model) {
    return Interpreter.run(model.build()).problems().stream()
        .filter(problem -> problem.id().isError())
        .map(Problem::message)
        .toList();
  }

  private static ModelBuilder head(String where) {
    return new ModelBuilder()
        .input("x", "[3, H, W]", where)
        .layer("conv", "Conv2d", "in = 3, out = 20, k = 5")
        .layer("pool", "MaxPool2d", "k = 2")
        .layer("fc", "Linear", "in = 2880, out = 10")
        .forward("x = pool(relu(conv(x)))", "return fc(flatten(x, 1))");
  }

  @Test
  void aFullyConnectedHeadPinsTheSize() {
    assertEquals(
        List.of(
            "fc expects 2880 features but receives 20*floor(H/2)*floor(W/2) - 40*floor(H/2)"
                + " - 40*floor(W/2) + 80; that fails for H = 6, W = 6; promise where ="
                + " \"H >= 28 and H <= 29 and W >= 28 and W <= 29\""),
        errors(head("")));
    assertTrue(errors(head("H == W")).get(0).endsWith("\"H == W and W >= 28 and W <= 29\""));
    assertEquals(List.of(), errors(head("28 <= H <= 29 and 28 <= W <= 29")));
  }

  @Test
  void anAdaptivePoolFreesTheHead() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[3, H, W]")
            .layer("conv", "Conv2d", "in = 3, out = 20, k = 3, p = 1")
            .layer("avg", "AdaptiveAvgPool2d", "value = {7, 6}")
            .layer("fc", "Linear", "in = 840, out = 10")
            .forward("x = avg(relu(conv(x)))", "return fc(flatten(x, 1))");
    assertEquals(List.of(), errors(model));
  }

  @Test
  void onePromiseForAllThatVaries() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[3, H, W]")
            .layer("a", "Conv2d", "in = 3, out = 20, k = 5")
            .layer("pool", "MaxPool2d", "k = {2, 3}")
            .layer("b", "Conv2d", "in = 20, out = 20, k = 7")
            .forward("return b(pool(a(x)))");
    assertEquals(1, errors(model).size());
    assertTrue(errors(model).get(0).endsWith("promise where = \"H >= 18 and W >= 25\""));
  }
}
