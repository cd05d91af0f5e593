package zoo.synthesis;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 12, 16}, name = "x")
@Input(value = {5, 48, 64}, name = "segmap")
@Input(value = {32, 7, 9}, name = "style_feat")
@Forward("""
    def forward(self, x, segmap, style_feat):
        # Part 1. generate parameter-free normalized activations
        normalized = self.param_free_norm(x)
        # Part 2. produce scaling and bias conditioned on semantic map
        segmap = F.interpolate(segmap, size=x.size()[2:], mode='nearest')
        actv = self.mlp_shared(segmap)
        gamma = self.mlp_gamma(actv)
        beta = self.mlp_beta(actv)
        # apply scale and bias
        out = normalized * (1 + gamma) + beta
        out = x + self.conv_0(F.leaky_relu(out, 2e-1))

        # adaptive_instance_normalization
        size = out.size()
        N, C = size[:2]
        content_var = out.view(N, C, -1).var(dim=2) + 1e-5
        content_std = content_var.sqrt().view(N, C, 1, 1)
        content_mean = out.view(N, C, -1).mean(dim=2).view(N, C, 1, 1)
        style_var = style_feat.reshape(N, C, -1).var(dim=-1) + 1e-5
        style_std = style_var.sqrt().view(N, C, 1, 1)
        style_mean = style_feat.view(N, C, -1).mean(dim=2).view(N, C, 1, 1)
        normalized_feat = (out - content_mean.expand(size)) / content_std.expand(size)
        feat = normalized_feat * style_std.expand(size) + style_mean.expand(size)

        # gram matrix
        b, ch, h, w = feat.size()
        features = feat.view(b, ch, w * h)
        gram = features.bmm(features.transpose(1, 2)) / (ch * h * w)
        return feat, gram
    """)
class SpadeBlock {
  static class Block {}

  @InstanceNorm2d(32) Block param_free_norm;
  @Conv2d(in = 5, out = 24, k = 3, p = 1) @ReLU Block mlp_shared;
  @Conv2d(in = 24, out = 32, k = 3, p = 1) Block mlp_gamma;
  @Conv2d(in = 24, out = 32, k = 3, p = 1) Block mlp_beta;
  @Conv2d(in = 32, out = 32, k = 3, p = 1) Block conv_0;
}

/* PyTorch 1.13.0:
parameters 24240
sizes N=2 N=3
normalized 2,32,12,16 3,32,12,16
segmap_1 2,5,12,16 3,5,12,16
mlp_shared 2,24,12,16 3,24,12,16
mlp_shared_1 2,24,12,16 3,24,12,16
gamma 2,32,12,16 3,32,12,16
beta 2,32,12,16 3,32,12,16
add 2,32,12,16 3,32,12,16
mul 2,32,12,16 3,32,12,16
add_1 2,32,12,16 3,32,12,16
leaky_relu 2,32,12,16 3,32,12,16
conv_0 2,32,12,16 3,32,12,16
add_2 2,32,12,16 3,32,12,16
view 2,32,192 3,32,192
var 2,32 3,32
add_3 2,32 3,32
sqrt 2,32 3,32
view_1 2,32,1,1 3,32,1,1
view_2 2,32,192 3,32,192
mean 2,32 3,32
view_3 2,32,1,1 3,32,1,1
reshape 2,32,63 3,32,63
var_1 2,32 3,32
add_4 2,32 3,32
sqrt_1 2,32 3,32
view_4 2,32,1,1 3,32,1,1
view_5 2,32,63 3,32,63
mean_1 2,32 3,32
view_6 2,32,1,1 3,32,1,1
expand 2,32,12,16 3,32,12,16
sub 2,32,12,16 3,32,12,16
expand_1 2,32,12,16 3,32,12,16
div 2,32,12,16 3,32,12,16
expand_2 2,32,12,16 3,32,12,16
mul_1 2,32,12,16 3,32,12,16
expand_3 2,32,12,16 3,32,12,16
add_5 2,32,12,16 3,32,12,16
features 2,32,192 3,32,192
transpose 2,192,32 3,192,32
bmm 2,32,32 3,32,32
div_1 2,32,32 3,32,32
*/
