package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 30, 44}, name = "x")
@Forward("""
    out = F.relu(self.conv(x))
    residual = out
    out = self.channel(out)
    out = self.spatial(out)
    out += residual
    out = F.adaptive_max_pool2d(out, 1).squeeze(-1).squeeze(-1)
    return self.fc(out)
    """)
class CbamNet {
  static class Block {}

  @Conv2d(in = 3, out = 32, k = 3, p = 1) Block conv;
  @Submodule(ChannelGate.class) Block channel;
  @Submodule(SpatialGate.class) Block spatial;
  @Linear(in = 32, out = 7) Block fc;

  @Params("")
  static class Layers {
    @Flatten Block l0;
    @Linear(in = 32, out = 4) Block l1;
    @ReLU Block l2;
    @Linear(in = 4, out = 32) Block l3;
  }

  @Params("")
  @Forward("""
      avg_pool = F.avg_pool2d(x, (x.size(2), x.size(3)), stride=(x.size(2), x.size(3)))
      channel_att_sum = self.mlp(avg_pool)
      max_pool = F.max_pool2d(x, (x.size(2), x.size(3)), stride=(x.size(2), x.size(3)))
      channel_att_sum = channel_att_sum + self.mlp(max_pool)
      scale = torch.sigmoid(channel_att_sum).unsqueeze(2).unsqueeze(3).expand_as(x)
      return x * scale
      """)
  static class ChannelGate {
    @Submodule(Layers.class) Block mlp;
  }

  @Params("")
  @Forward("""
      x_compress = torch.cat((torch.max(x, 1)[0].unsqueeze(1), torch.mean(x, 1).unsqueeze(1)), dim=1)
      x_out = self.bn(self.conv(x_compress))
      scale = torch.sigmoid(x_out)  # broadcasting
      return x * scale
      """)
  static class SpatialGate {
    @Conv2d(in = 2, out = 1, k = 7, p = 3, bias = false) Block conv;
    @BatchNorm2d(1) Block bn;
  }
}

/* PyTorch 1.13.0:
parameters 1519
sizes N=2 N=3
conv 2,32,30,44 3,32,30,44
relu 2,32,30,44 3,32,30,44
avg_pool 2,32,1,1 3,32,1,1
channel.mlp.l0 2,32 3,32
channel.mlp.l1 2,4 3,4
channel.mlp.l2 2,4 3,4
channel.mlp.l3 2,32 3,32
max_pool 2,32,1,1 3,32,1,1
channel.mlp.l0_1 2,32 3,32
channel.mlp.l1_1 2,4 3,4
channel.mlp.l2_1 2,4 3,4
channel.mlp.l3_1 2,32 3,32
add 2,32 3,32
sigmoid 2,32 3,32
unsqueeze 2,32,1 3,32,1
unsqueeze_1 2,32,1,1 3,32,1,1
expand_as 2,32,30,44 3,32,30,44
mul 2,32,30,44 3,32,30,44
max 2,30,44;2,30,44; 3,30,44;3,30,44;
unsqueeze_2 2,1,30,44 3,1,30,44
mean 2,30,44 3,30,44
unsqueeze_3 2,1,30,44 3,1,30,44
cat 2,2,30,44 3,2,30,44
spatial.conv 2,1,30,44 3,1,30,44
spatial.bn 2,1,30,44 3,1,30,44
scale 2,1,30,44 3,1,30,44
mul_1 2,32,30,44 3,32,30,44
out 2,32,30,44 3,32,30,44
adaptive_max_pool2d 2,32,1,1 3,32,1,1
squeeze 2,32,1 3,32,1
squeeze_1 2,32 3,32
fc 2,7 3,7
*/
