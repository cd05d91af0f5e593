package io.github.shapecheck.processor.run.program.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.read.python.PythonNet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations are often dicts whose keys are attributes, too. */
class AttributeDictsTest {
  private static final String NET =
      """

      class Net(nn.Module):
          def __init__(self):
              super().__init__()
              self.fc = nn.Linear(7, width())

          def forward(self, x):
              return self.fc(x)
      """;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "easydict, EasyDict, c = EasyDict(), c.OUT",
        "easydict, EasyDict, c = EasyDict({'NET': {'OUT': 3}}); c.update(c.pop('NET')), c['OUT']",
        "yacs.config, CfgNode, c = CfgNode(); c.NET = CfgNode(), c.NET.clone().get('NO') or c.OUT",
        "munch, Munch, c = Munch(k=2), c.OUT if 'OUT' in c else c.k",
        "addict, Dict, c = Dict(); c.NET.WIDTH = 3, c.NET.WIDTH + c.OUT - 3",
        "ml_collections, ConfigDict, c = ConfigDict({'net': {'k': 1}}), c.net.k * c.OUT",
        "dotmap, DotMap, c = DotMap(k=1), c.k * c.toDict()['OUT']",
        "omegaconf, OmegaConf, c = OmegaConf.create({'net': [{'k': 1}]}), c.net[0].k * c.OUT",
      })
  void keysAreAttributes(String module, String type, String made, String read) {
    String text =
        "from torch import nn\nfrom %s import %s\n%s\nc.OUT = 11\n\ndef width():\n    return %s\n"
            .formatted(module, type, made, read);
    assertEquals("[N, 11]", output(text));
  }

  @Test
  void configurationsAreMerged() {
    String text =
        """
        from torch import nn
        from yacs.config import CfgNode as CN

        _C = CN()
        _C.NET = CN()
        _C.NET.OUT = 5
        _C.merge_from_list(["NET.OUT", 11])
        other = CN({"NET": {"K": 1}})
        _C.merge_from_other_cfg(other)
        _C.freeze()

        def width():
            return _C.NET.OUT * _C.NET.K
        """;
    assertEquals("[N, 11]", output(text));
  }

  @Test
  void aKeyThatIsNotThereIsNoAttribute() {
    String text =
        """
        from torch import nn
        from easydict import EasyDict

        c = EasyDict(OUT=11)

        def width():
            return c.OUTER
        """;
    assertEquals("[EasyDict has no OUTER]", output(text));
  }

  private static String output(String text) {
    return PythonNet.of(text + NET).output(7);
  }
}
