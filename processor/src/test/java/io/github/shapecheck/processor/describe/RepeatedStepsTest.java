package io.github.shapecheck.processor.describe;

import static io.github.shapecheck.processor.describe.DescriptionTest.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.shapecheck.report.ShapeReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is done more than once for a sample, or for as many places as a free size says. */
class RepeatedStepsTest {
  @Test
  void framesCountAsOftenAsASampleHasThem() throws Exception {
    ShapeReport report =
        report(
            """
            @Input({2, 3, 10, 12})
            @Forward(\"""
                y = conv(x.flatten(0, 1))
                return fc(y.reshape(-1, 2 * 5 * 10 * 12))
                \""")
            class Net {
              @Conv2d(in = 3, out = 5, k = 3, p = 1) Object conv;
              @Linear(in = 1200, out = 7) Object fc;
            }
            """);
    assertEquals(2 * 10 * 12 * 5 * 27, report.layer("conv").macs().value());
    assertEquals(1200 * 7, report.layer("fc").macs().value());
  }

  @Test
  void whatALoopKeepsTakesTheMemoryOfAllItsRounds() throws Exception {
    String model =
        """
        @Input({3, 8, %s})
        @Forward(\"""
            rows = [conv(r) for r in x.unbind(3)]
            return torch.stack(rows, 2)
            \""")
        class Net {
          @Conv1d(in = 3, out = 5, k = 3) Object conv;
        }
        """;
    ShapeReport free = report(model.formatted("-1"));
    ShapeReport four = report(model.formatted("4"));
    assertEquals(four.memory(3), free.at(Map.of("W", 4L)).memory(3));
    assertEquals(four.totals(), free.at(Map.of("W", 4L)).totals());
    assertEquals(List.of("conv"), free.layer("stack").from());
    assertEquals(
        "[stack of [N, 5, 6] times W = [N, 5, W, 6]]", free.layer("stack").derivation().toString());
  }

  @Test
  void aLoopWhoseStepsDifferInSizeHasNoKnownCost() throws Exception {
    ShapeReport report =
        report(
            """
            @Input({-1, 6})
            @Forward(\"""
                outs = []
                for t in range(x.size(1)):
                    outs.append((x[:, t : t + 1] @ x[:, : t + 1].transpose(1, 2)).sum(2))
                return torch.cat(outs, 1)
                \""")
            class Net {}
            """);
    assertEquals("[[N, C]]", report.outputs().toString());
    assertEquals("?", report.totals().macs().toString());
    String why =
        assertThrows(IllegalArgumentException.class, () -> report.at(Map.of("C", 4L))).getMessage();
    assertEquals("Net: not every shape is known for free sizes", why);
  }

  @Test
  void whatALoopDoesCountsAsOftenAsItGoesRound() throws Exception {
    ShapeReport report =
        report(
            """
            @Input({2, -1})
            @Forward(\"""
                h = torch.zeros(x.size(0), 5)
                for t in x.unbind(2):
                    h = h + fc(t)
                return h
                \""")
            class Net {
              @Linear(in = 2, out = 5) Object fc;
            }
            """);
    assertEquals("10*L", report.layer("fc").macs().toString());
  }

  @Test
  void aTableOfPositionsEndsWhatAtAnswers() throws Exception {
    ShapeReport report =
        report(
            """
            @Input(value = {-1}, dtype = long.class)
            @Forward("return words(x) + places(torch.arange(0, x.size(1)))")
            class Net {
              @Embedding(num = 99, dim = 8) Object words;
              @Embedding(num = 64, dim = 8) Object places;
            }
            """);
    assertEquals("[N, 64, 8]", report.at(Map.of("F", 64L)).output().toString());
    String message =
        assertThrows(IllegalArgumentException.class, () -> report.at(Map.of("F", 65L)))
            .getMessage();
    assertEquals("Net: axis 1 of input x is 65; it may be 1..64", message);
  }
}
