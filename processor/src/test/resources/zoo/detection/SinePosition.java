package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {-1, -1}, name = "mask", axes = {"H", "W"}, dtype = boolean.class)
@Input(value = {64, -1, -1}, name = "x")
@Params("num_pos_feats = 32, temperature = 10000, scale = 6.283185307179586")
@Forward("""
    def forward(self, mask, x):
        not_mask = ~mask
        y_embed = not_mask.cumsum(1, dtype=torch.float32)
        x_embed = not_mask.cumsum(2, dtype=torch.float32)
        eps = 1e-6
        y_embed = y_embed / (y_embed[:, -1:, :] + eps) * self.scale
        x_embed = x_embed / (x_embed[:, :, -1:] + eps) * self.scale

        dim_t = torch.arange(self.num_pos_feats, dtype=torch.float32, device=x.device)
        dim_t = self.temperature ** (2 * (torch.div(dim_t, 2, rounding_mode='floor')) / self.num_pos_feats)

        pos_x = x_embed[:, :, :, None] / dim_t
        pos_y = y_embed[:, :, :, None] / dim_t
        pos_x = torch.stack((pos_x[:, :, :, 0::2].sin(), pos_x[:, :, :, 1::2].cos()), dim=4).flatten(3)
        pos_y = torch.stack((pos_y[:, :, :, 0::2].sin(), pos_y[:, :, :, 1::2].cos()), dim=4).flatten(3)
        pos = torch.cat((pos_y, pos_x), dim=3).permute(0, 3, 1, 2)
        src = x + pos
        mask = F.interpolate(mask[None].float(), size=x.shape[-2:]).to(torch.bool)[0]
        bs, c, h, w = src.shape
        src = src.flatten(2).permute(2, 0, 1)
        mask = mask.flatten(1)
        return src.masked_fill(mask.transpose(0, 1).unsqueeze(-1), 0.0)
    """)
class SinePosition {
  static class Block {}

}

/* PyTorch 1.13.0:
parameters 0
sizes N=2,H=6,W=11 N=3,H=9,W=5
not_mask 2,6,11 3,9,5
y_embed 2,6,11 3,9,5
x_embed 2,6,11 3,9,5
getitem 2,1,11 3,1,5
add 2,1,11 3,1,5
div 2,6,11 3,9,5
mul 2,6,11 3,9,5
getitem_1 2,6,1 3,9,1
add_1 2,6,1 3,9,1
div_1 2,6,11 3,9,5
mul_1 2,6,11 3,9,5
dim_t 32 32
div_2 32 32
mul_2 32 32
div_3 32 32
pow 32 32
getitem_2 2,6,11,1 3,9,5,1
div_4 2,6,11,32 3,9,5,32
getitem_3 2,6,11,1 3,9,5,1
div_5 2,6,11,32 3,9,5,32
getitem_4 2,6,11,16 3,9,5,16
sin 2,6,11,16 3,9,5,16
getitem_5 2,6,11,16 3,9,5,16
cos 2,6,11,16 3,9,5,16
stack 2,6,11,16,2 3,9,5,16,2
flatten 2,6,11,32 3,9,5,32
getitem_6 2,6,11,16 3,9,5,16
sin_1 2,6,11,16 3,9,5,16
getitem_7 2,6,11,16 3,9,5,16
cos_1 2,6,11,16 3,9,5,16
stack_1 2,6,11,16,2 3,9,5,16,2
flatten_1 2,6,11,32 3,9,5,32
cat 2,6,11,64 3,9,5,64
permute 2,64,6,11 3,64,9,5
src 2,64,6,11 3,64,9,5
getitem_8 1,2,6,11 1,3,9,5
float 1,2,6,11 1,3,9,5
interpolate 1,2,6,11 1,3,9,5
to 1,2,6,11 1,3,9,5
getitem_9 2,6,11 3,9,5
flatten_2 2,64,66 3,64,45
permute_1 66,2,64 45,3,64
mask_1 2,66 3,45
transpose 66,2 45,3
unsqueeze 66,2,1 45,3,1
masked_fill 66,2,64 45,3,64
*/
