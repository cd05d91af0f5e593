package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 64, 48}, name = "x")
@Forward("""
    x = self.conv1(x)
    x = self.maxpool(x)
    x = self.stage(x)
    x = self.conv5(x)
    x = x.mean([2, 3])  # globalpool
    x = self.fc(x)
    return x
    """)
class ShuffleNet {
  static class Block {}

  @Conv2d(in = 3, out = 24, k = 3, s = 2, p = 1, bias = false) @BatchNorm2d(24) @ReLU Block conv1;
  @MaxPool2d(k = 3, s = 2, p = 1) Block maxpool;
  @Submodule(value = ShuffleUnit.class, repeat = 3) Block stage;
  @Conv2d(in = 24, out = 256, k = 1) Block conv5;
  @Linear(in = 256, out = 20) Block fc;

  @Params("")
  @Forward("""
      x1, x2 = x.chunk(2, dim=1)
      x2 = F.relu(self.bn1(self.conv1(x2)))
      x2 = self.bn2(self.dw(x2))
      x2 = F.relu(self.bn3(self.conv3(x2)))
      out = torch.cat((x1, x2), dim=1)
      # channel shuffle
      batchsize, num_channels, height, width = out.size()
      channels_per_group = num_channels // 2
      out = out.view(batchsize, 2, channels_per_group, height, width)
      out = torch.transpose(out, 1, 2).contiguous()
      out = out.view(batchsize, -1, height, width)
      return out
      """)
  static class ShuffleUnit {
    @Conv2d(in = 12, out = 12, k = 1, bias = false) Block conv1;
    @BatchNorm2d(12) Block bn1;
    @Conv2d(in = 12, out = 12, k = 3, p = 1, groups = 12, bias = false) Block dw;
    @BatchNorm2d(12) Block bn2;
    @Conv2d(in = 12, out = 12, k = 1, bias = false) Block conv3;
    @BatchNorm2d(12) Block bn3;
  }
}

/* PyTorch 1.13.0:
parameters 13640
sizes N=2 N=3
conv1 2,24,32,24 3,24,32,24
conv1_1 2,24,32,24 3,24,32,24
conv1_2 2,24,32,24 3,24,32,24
x_1 2,24,16,12 3,24,16,12
chunk 2,12,16,12;2,12,16,12; 3,12,16,12;3,12,16,12;
stage.0.conv1 2,12,16,12 3,12,16,12
stage.0.bn1 2,12,16,12 3,12,16,12
relu 2,12,16,12 3,12,16,12
stage.0.dw 2,12,16,12 3,12,16,12
stage.0.bn2 2,12,16,12 3,12,16,12
stage.0.conv3 2,12,16,12 3,12,16,12
stage.0.bn3 2,12,16,12 3,12,16,12
relu_1 2,12,16,12 3,12,16,12
out 2,24,16,12 3,24,16,12
out_1 2,2,12,16,12 3,2,12,16,12
transpose 2,12,2,16,12 3,12,2,16,12
contiguous 2,12,2,16,12 3,12,2,16,12
out_2 2,24,16,12 3,24,16,12
chunk_1 2,12,16,12;2,12,16,12; 3,12,16,12;3,12,16,12;
stage.1.conv1 2,12,16,12 3,12,16,12
stage.1.bn1 2,12,16,12 3,12,16,12
relu_2 2,12,16,12 3,12,16,12
stage.1.dw 2,12,16,12 3,12,16,12
stage.1.bn2 2,12,16,12 3,12,16,12
stage.1.conv3 2,12,16,12 3,12,16,12
stage.1.bn3 2,12,16,12 3,12,16,12
relu_3 2,12,16,12 3,12,16,12
out_3 2,24,16,12 3,24,16,12
out_4 2,2,12,16,12 3,2,12,16,12
transpose_1 2,12,2,16,12 3,12,2,16,12
contiguous_1 2,12,2,16,12 3,12,2,16,12
out_5 2,24,16,12 3,24,16,12
chunk_2 2,12,16,12;2,12,16,12; 3,12,16,12;3,12,16,12;
stage.2.conv1 2,12,16,12 3,12,16,12
stage.2.bn1 2,12,16,12 3,12,16,12
relu_4 2,12,16,12 3,12,16,12
stage.2.dw 2,12,16,12 3,12,16,12
stage.2.bn2 2,12,16,12 3,12,16,12
stage.2.conv3 2,12,16,12 3,12,16,12
stage.2.bn3 2,12,16,12 3,12,16,12
relu_5 2,12,16,12 3,12,16,12
out_6 2,24,16,12 3,24,16,12
out_7 2,2,12,16,12 3,2,12,16,12
transpose_2 2,12,2,16,12 3,12,2,16,12
contiguous_2 2,12,2,16,12 3,12,2,16,12
out_8 2,24,16,12 3,24,16,12
x_2 2,256,16,12 3,256,16,12
x_3 2,256 3,256
x_4 2,20 3,20
*/
