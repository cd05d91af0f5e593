package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 16, 24}, name = "x")
@Params("patch_h = 2, patch_w = 2")
@Forward("""
    res = x
    fm = self.conv_1x1(self.conv_kxk(x))
    patch_area = int(self.patch_w * self.patch_h)
    batch_size, in_channels, orig_h, orig_w = fm.shape
    new_h = int(math.ceil(orig_h / self.patch_h) * self.patch_h)
    new_w = int(math.ceil(orig_w / self.patch_w) * self.patch_w)
    num_patch_w = new_w // self.patch_w  # n_w
    num_patch_h = new_h // self.patch_h  # n_h
    num_patches = num_patch_h * num_patch_w  # N
    # [B, C, H, W] --> [B * C * n_h, p_h, n_w, p_w]
    reshaped_fm = fm.reshape(batch_size * in_channels * num_patch_h, self.patch_h, num_patch_w, self.patch_w)
    # [B * C * n_h, p_h, n_w, p_w] --> [B * C * n_h, n_w, p_h, p_w]
    transposed_fm = reshaped_fm.transpose(1, 2)
    # [B * C * n_h, n_w, p_h, p_w] --> [B, C, N, P] where P = p_h * p_w and N = n_h * n_w
    reshaped_fm = transposed_fm.reshape(batch_size, in_channels, num_patches, patch_area)
    # [B, C, N, P] --> [B, P, N, C]
    transposed_fm = reshaped_fm.transpose(1, 3)
    # [B, P, N, C] --> [BP, N, C]
    patches = transposed_fm.reshape(batch_size * patch_area, num_patches, -1)
    patches = self.norm(self.global_rep(patches))
    # [BP, N, C] --> [B, P, N, C]
    patches = patches.contiguous().view(batch_size, patch_area, num_patches, -1)
    batch_size, pixels, num_patches, channels = patches.size()
    # [B, P, N, C] --> [B, C, N, P]
    patches = patches.transpose(1, 3)
    # [B, C, N, P] --> [B*C*n_h, n_w, p_h, p_w]
    feature_map = patches.reshape(batch_size * channels * num_patch_h, num_patch_w, self.patch_h, self.patch_w)
    feature_map = feature_map.transpose(1, 2)
    feature_map = feature_map.reshape(batch_size, channels, num_patch_h * self.patch_h, num_patch_w * self.patch_w)
    fm = self.conv_proj(feature_map)
    return self.fusion(torch.cat((res, fm), dim=1))
    """)
class MobileVitBlock {
  static class Block {}

  @Conv2d(in = 32, out = 32, k = 3, p = 1) Block conv_kxk;
  @Conv2d(in = 32, out = 48, k = 1, bias = false) Block conv_1x1;
  @TransformerEncoderLayer(dim = 48, heads = 4, feedforward = 96, batchFirst = true, normFirst = true) Block global_rep;
  @LayerNorm({48}) Block norm;
  @Conv2d(in = 48, out = 32, k = 1) Block conv_proj;
  @Conv2d(in = 64, out = 32, k = 3, p = 1) Block fusion;
}

/* PyTorch 1.13.0:
parameters 49872
sizes N=2 N=3
conv_kxk 2,32,16,24 3,32,16,24
conv_1x1 2,48,16,24 3,48,16,24
reshaped_fm 768,2,12,2 1152,2,12,2
transposed_fm 768,12,2,2 1152,12,2,2
reshaped_fm_1 2,48,96,4 3,48,96,4
transposed_fm_1 2,4,96,48 3,4,96,48
patches 8,96,48 12,96,48
global_rep 8,96,48 12,96,48
norm 8,96,48 12,96,48
contiguous 8,96,48 12,96,48
view 2,4,96,48 3,4,96,48
patches_1 2,48,96,4 3,48,96,4
feature_map 768,12,2,2 1152,12,2,2
feature_map_1 768,2,12,2 1152,2,12,2
feature_map_2 2,48,16,24 3,48,16,24
fm 2,32,16,24 3,32,16,24
cat 2,64,16,24 3,64,16,24
fusion 2,32,16,24 3,32,16,24
*/
