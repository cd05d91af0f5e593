package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 36, 52}, name = "x")
@Forward("""
    x = self.stem(x)
    x = self.ghost1(x)
    x = self.ghost2(x)
    x = F.adaptive_avg_pool2d(x, 1)
    x = x.view(x.size(0), -1)
    x = F.dropout(x, 0.2, training=self.training)
    return self.classifier(x)
    """)
class GhostNet {
  static class Block {}

  @Conv2d(in = 3, out = 16, k = 3, s = 2, p = 1) Block stem;
  @Submodule(GhostModule.class) Block ghost1;
  @Submodule(GhostModule2.class) Block ghost2;
  @Linear(in = 24, out = 10) Block classifier;

  @Params("oup = 33")
  @Forward("""
      x1 = self.primary_conv(x)
      x2 = self.cheap_operation(x1)
      out = torch.cat([x1, x2], dim=1)
      return out[:, :self.oup, :, :]
      """)
  static class GhostModule {
    @Conv2d(in = 16, out = 16, k = 1, bias = false) @BatchNorm2d(16) @ReLU Block primary_conv;
    @Conv2d(in = 16, out = 16, k = 3, p = 1, groups = 16, bias = false) @BatchNorm2d(16) @ReLU Block cheap_operation;
  }

  @Params("oup = 24")
  @Forward("""
      x1 = self.primary_conv(x)
      x2 = self.cheap_operation(x1)
      out = torch.cat([x1, x2], dim=1)
      return out[:, :self.oup, :, :]
      """)
  static class GhostModule2 {
    @Conv2d(in = 32, out = 12, k = 1, bias = false) @BatchNorm2d(12) @ReLU Block primary_conv;
    @Conv2d(in = 12, out = 12, k = 3, p = 1, groups = 12, bias = false) @BatchNorm2d(12) @ReLU Block cheap_operation;
  }
}

/* PyTorch 1.13.0:
parameters 1702
sizes N=2 N=3
x_1 2,16,18,26 3,16,18,26
ghost1.primary_conv 2,16,18,26 3,16,18,26
ghost1.primary_conv_1 2,16,18,26 3,16,18,26
ghost1.primary_conv_2 2,16,18,26 3,16,18,26
ghost1.cheap_operation 2,16,18,26 3,16,18,26
ghost1.cheap_operation_1 2,16,18,26 3,16,18,26
ghost1.cheap_operation_2 2,16,18,26 3,16,18,26
out 2,32,18,26 3,32,18,26
getitem 2,32,18,26 3,32,18,26
ghost2.primary_conv 2,12,18,26 3,12,18,26
ghost2.primary_conv_1 2,12,18,26 3,12,18,26
ghost2.primary_conv_2 2,12,18,26 3,12,18,26
ghost2.cheap_operation 2,12,18,26 3,12,18,26
ghost2.cheap_operation_1 2,12,18,26 3,12,18,26
ghost2.cheap_operation_2 2,12,18,26 3,12,18,26
out_1 2,24,18,26 3,24,18,26
getitem_1 2,24,18,26 3,24,18,26
x_2 2,24,1,1 3,24,1,1
x_3 2,24 3,24
x_4 2,24 3,24
classifier 2,10 3,10
*/
