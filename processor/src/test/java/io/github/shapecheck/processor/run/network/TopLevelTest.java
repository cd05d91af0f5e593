package io.github.shapecheck.processor.run.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.read.python.PythonNet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a file's statements write down is there for who reads it, whoever asks for it first. */
class TopLevelTest {
  private static final String REGISTRY =
      """
      from torch import nn

      BLOCKS = {}

      class Registry:
          def __init__(self):
              self.made = {}

          def register(self, name=None):
              def decorate(block):
                  self.made[name or block.__name__] = block
                  return block
              return decorate

      def known(block):
          BLOCKS[block.__name__] = block
          return block

      def register_block(name, block):
          BLOCKS[name] = block

      LAYERS = Registry()

      @LAYERS.register("wide")
      class Wide(nn.Linear):
          def __init__(self, width):
              super().__init__(width, 4 * width)

      @known
      class Narrow(nn.Linear):
          def __init__(self, width):
              super().__init__(width, 3)
      """;

  @Test
  void registriesHoldWhatIsDecorated() {
    String net =
        """

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.wide = LAYERS.made["wide"](7)
                self.narrow = BLOCKS["Narrow"](28)

            def forward(self, x):
                return self.narrow(self.wide(x))
        """;
    assertEquals("[N, 3]", output(REGISTRY + net, Map.of()));
  }

  @Test
  void registriesHoldWhatAnotherFileRegisters() {
    String net =
        """
        from torch import nn
        from blocks import BLOCKS, register_block

        class Square(nn.Linear):
            def __init__(self, width):
                super().__init__(width, width * width)

        def build(name, width):
            return BLOCKS[name](width)

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.square = build("square", 7)

            def forward(self, x):
                return self.square(x)

        register_block("square", Square)
        register_block("net", Net)
        """;
    assertEquals("[N, 49]", output(net, Map.of("blocks.py", REGISTRY)));
  }

  @Test
  void fieldsOfAttrsAreThereBeforeTheModuleIsMade() {
    String net =
        """
        import attr
        from torch import nn

        @attr.s(eq=False)
        class Net(nn.Module):
            width: int = attr.ib(default=7, validator=lambda i, a, x: x >= 1)

            def __attrs_post_init__(self):
                super().__init__()
                self.fc = nn.Linear(self.width, 5)

            def forward(self, x):
                return self.fc(x)
        """;
    assertEquals("[N, 5]", output(net, Map.of()));
  }

  @Test
  void whatMethodsAndLoopsDoToVariablesIsDone() {
    String net =
        """
        from torch import nn

        class Table:
            def __init__(self):
                self.widths = {}

            def set(self, name, width):
                self.widths[name] = width

        TABLE = Table()
        TABLE.set("hidden", 11)
        WIDTHS = [7]
        WIDTHS.append(TABLE.widths["hidden"])
        for step in range(2):
            WIDTHS.append(13 + step)

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.layers = nn.ModuleList(
                    nn.Linear(a, b) for a, b in zip(WIDTHS[:-1], WIDTHS[1:]))

            def forward(self, x):
                for layer in self.layers:
                    x = layer(x)
                return x
        """;
    assertEquals("[N, 14]", output(net, Map.of()));
  }

  private static String output(String text, Map<String, String> files) {
    return new PythonNet(text, "Net", "", files).output(7);
  }
}
