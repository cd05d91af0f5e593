package io.github.shapecheck.processor.read.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonLibraryTest {
  private static Trace run(String source, String type) {
    return new PythonNet(source, type, "", Map.of()).run(3, 29, 33);
  }

  /** What torchvision 0.14 gives for [2, 3, 29, 33]. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TF.center_crop(x, 20) | [N, 3, 20, 20]",
        "TF.center_crop(x, (13, 40)) | [N, 3, 13, 40]",
        "TF.center_crop(x, [50, 11]) | [N, 3, 50, 11]",
        "functional.resize(x, [20, 30]) | [N, 3, 20, 30]",
        "functional.resize(x, 10) | [N, 3, 10, 11]",
        "TF.pad(x, [1, 2]) | [N, 3, 33, 35]",
        "TF.pad(x, [1, 2, 3, 4]) | [N, 3, 35, 37]",
        "TF.crop(x, 3, 4, 50, 6) | [N, 3, 50, 6]",
        "torchvision.transforms.functional.rgb_to_grayscale(x) | [N, 1, 29, 33]",
        "TF.normalize(x, [0.5], [0.5]) | [N, 3, 29, 33]",
      })
  void imagesThatAreTensors(String call, String shape) {
    String source =
        """
        import torchvision
        import torchvision.transforms.functional as TF
        from torch import nn
        from torchvision.transforms import functional

        class Net(nn.Module):
            def forward(self, x):
                return %s
        """
            .formatted(call);
    Trace trace = run(source, "Net");
    assertEquals(List.of(), trace.problems().stream().map(Problem::message).toList());
    assertEquals(shape, trace.output().allTensors().get(0).shape().toString());
  }

  /** What torchvision 0.14 counts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mobilenet_v3_large() | 5483032",
        "mobilenet_v3_small(num_classes=7) | 1525031",
        "mobilenet_v3_large(reduced_tail=True, dilated=True) | 2569352",
        "efficientnet_b0() | 5288548",
        "efficientnet_b3() | 12233232",
        "__dict__['resnet{}'.format(18)](num_classes=7) | 11180103",
      })
  void networksHaveAsManyParameters(String call, long parameters) {
    String source = "from torchvision import models\n\ndef net():\n    return models." + call;
    Trace trace = run(source, "net");
    assertEquals(List.of(), trace.problems().stream().map(Problem::message).toList());
    assertEquals(Dim.of(parameters), trace.parameters());
  }

  /** What torchvision 0.14 counts, and the shapes it gives for [2, 3, 29, 33]. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Conv2dNormActivation(3, 8, 5, 2, activation_layer=nn.SiLU) | 616 | [N, 8, 15, 17]",
        "Conv2dNormActivation(3, 8, norm_layer=None, dilation=2) | 224 | [N, 8, 29, 33]",
        "SqueezeExcitation(3, 2) | 17 | [N, 3, 29, 33]",
        "FrozenBatchNorm2d(3) | 0 | [N, 3, 29, 33]",
        "StochasticDepth(0.2, 'row') | 0 | [N, 3, 29, 33]",
        "torchvision.ops.MLP(33, [16, 4], norm_layer=nn.LayerNorm) | 644 | [N, 3, 29, 4]",
        "torchvision.ops.Permute([0, 2, 3, 1]) | 0 | [N, 29, 33, 3]",
      })
  void layersOfTorchvision(String made, long parameters, String shape) {
    String source =
        """
        import torchvision
        from torch import nn
        from torchvision.ops import Conv2dNormActivation, StochasticDepth
        from torchvision.ops.misc import FrozenBatchNorm2d, SqueezeExcitation

        class Net(nn.Sequential):
            def __init__(self):
                super().__init__(%s)
        """
            .formatted(made);
    Trace trace = run(source, "Net");
    assertEquals(List.of(), trace.problems().stream().map(Problem::message).toList());
    assertEquals(Dim.of(parameters), trace.parameters());
    assertEquals(shape, trace.output().allTensors().get(0).shape().toString());
  }

  /** What timm 1.0 counts, and the shapes it gives for [2, 3, 29, 33]. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mlp(33, 29, 7) | 1196 | [N, 3, 29, 7]",
        "PatchEmbed((29, 33), (2, 3), 3, 11) | 209 | [N, 154, 11]",
        "SqueezeExcite(3, rd_channels=make_divisible(5)) | 59 | [N, 3, 29, 33]",
        "LayerNorm2d(3) | 6 | [N, 3, 29, 33]",
        "DropPath(0.1) | 0 | [N, 3, 29, 33]",
        "nn.Conv2d(3, 5, to_2tuple(4)) | 245 | [N, 5, 26, 30]",
        "nn.Sequential(nn.Flatten(1, 2), Block(33, 3, init_values=0.1)) | 13464 | [N, 87, 33]",
      })
  void whatVisionTransformersAreMadeOf(String made, long parameters, String shape) {
    String source =
        """
        from timm.data import IMAGENET_DEFAULT_MEAN, create_transform
        from timm.layers import LayerNorm2d, SqueezeExcite
        from timm.models.layers import DropPath, Mlp, PatchEmbed, to_2tuple, trunc_normal_
        from timm.models.layers.helpers import make_divisible
        from timm.models.registry import register_model
        from timm.models.vision_transformer import Block, _cfg
        from torch import nn

        class Net(nn.Module):
            default_cfg = _cfg(mean=IMAGENET_DEFAULT_MEAN)

            def __init__(self):
                super().__init__()
                self.made = %s
                for parameter in self.parameters():
                    trunc_normal_(parameter, std=.02)

            def forward(self, x):
                return self.made(x)

        @register_model
        def net(pretrained=False):
            return Net()
        """
            .formatted(made);
    Trace trace = run(source, "net");
    assertEquals(List.of(), trace.problems().stream().map(Problem::message).toList());
    assertEquals(Dim.of(parameters), trace.parameters());
    assertEquals(shape, trace.output().allTensors().get(0).shape().toString());
  }

  @Test
  void whatIsForImagesIsNotEvaluated() {
    String source =
        """
        import torchvision.transforms as T
        from torch import nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.prepare = T.Compose([T.Resize(20), T.ToTensor()])

            def forward(self, x):
                return x * 2
        """;
    assertEquals(List.of(), run(source, "Net").problems());
  }
}
