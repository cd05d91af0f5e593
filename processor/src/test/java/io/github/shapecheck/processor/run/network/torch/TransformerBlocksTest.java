package io.github.shapecheck.processor.run.network.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.read.python.PythonNet;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformerBlocksTest {
  private static final String SOURCE =
      """
      from torch import nn

      class Reader(nn.TransformerDecoderLayer):
          def forward(self, tgt, memory):
              x = self.norm1(tgt + self._sa_block(tgt, None, None))
              x = self.norm2(x + self._mha_block(x, memory, None, None))
              return self.norm3(x + self._ff_block(x))

      class Gate(nn.Module):
          def __init__(self, width, masks):
              super().__init__()
              self.gate = nn.Linear(width, width)

          def forward(self, src, src_mask=None):
              assert src_mask is not None
              return src * self.gate(src)

      class Net(nn.Module):
          def __init__(self, width=12):
              super().__init__()
              self.gates = nn.TransformerEncoder(Gate(width, 2), 3)
              self.reader = Reader(width, 3, 20, batch_first=True)

          def forward(self, x, memory):
              return self.reader(self.gates(x, mask=0), memory)
      """;

  private static Trace run(String source) {
    List<InputDeclaration> inputs =
        List.of(PythonNet.input("x", 9, 12), PythonNet.input("memory", 11, 12));
    return Interpreter.run(PythonNet.of(source).model(inputs));
  }

  @Test
  void blocksCallThePartsAndStacksTheLayersThatTheyRepeat() {
    Trace trace = run(SOURCE);
    assertEquals(List.of(), trace.problems().stream().map(Problem::message).toList());
    assertEquals(
        "gates.layers.0.gate gates.layers.1.gate gates.layers.2.gate reader.self_attn"
            + " reader.dropout1 reader.norm1 reader.multihead_attn reader.dropout2 reader.norm2"
            + " reader.linear1 reader.dropout reader.linear2 reader.dropout3 reader.norm3",
        String.join(
            " ", trace.steps().stream().map(Step::layer).filter(layer -> layer != null).toList()));
  }

  @Test
  void aStackTakesTheLayerBeforeTheNumber() {
    Trace trace = run(SOURCE.replace("(Gate(width, 2), 3)", "(3, Gate(width, 2))"));
    assertEquals(
        List.of(
            "needs a layer and how often it is repeated, not the integer 3 and the module Gate"),
        trace.problems().stream().map(Problem::message).toList());
  }

  @Test
  void whatABlockRefusesIsToldOnThePart() {
    Trace trace = run(SOURCE.replace("Reader(width,", "Reader(width + 3,"));
    assertEquals(
        "reader.self_attn", trace.problems().get(0).message().split(" ")[0], trace.toString());
  }

  /** What PyTorch 1.13 counts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer, 2 | 2368",
        "layer, 2, None | 2368",
        "layer, 2, nn.LayerNorm(12) | 2392",
        "layer, num_layers=2, norm=nn.LayerNorm(12) | 2392",
        "layer, 2, norm=nn.LayerNorm(12, elementwise_affine=False) | 2368",
        "layer, 2, norm=nn.Linear(12, 12) | 2524",
      })
  void aStackMayHaveANormBehindIt(String arguments, long parameters) {
    String source =
        """
        from torch import nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                layer = nn.TransformerEncoderLayer(12, 3, 20)
                self.encoder = nn.TransformerEncoder(%s)

            def forward(self, x, memory):
                return self.encoder(x.transpose(0, 1))
        """
            .formatted(arguments);
    Trace trace = run(source);
    assertEquals(List.of(), trace.problems().stream().map(Problem::message).toList());
    assertEquals(Dim.of(parameters), trace.parameters());
  }
}
