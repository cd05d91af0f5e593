package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {64, 8, 12}, name = "image_embeddings")
@Input(value = {3, 2}, name = "points")
@Params("num_mask_tokens = 4")
@Forward("""
    def forward(self, image_embeddings, points):
        coords = 2 * points - 1
        coords = coords @ self.positional_encoding_gaussian_matrix
        coords = 2 * math.pi * coords
        sparse = torch.cat([torch.sin(coords), torch.cos(coords)], dim=-1)

        output_tokens = torch.cat([self.iou_token.weight, self.mask_tokens.weight], dim=0)
        output_tokens = output_tokens.unsqueeze(0).expand(sparse.size(0), -1, -1)
        tokens = torch.cat((output_tokens, sparse), dim=1)

        src = image_embeddings
        b, c, h, w = src.shape
        image = src.flatten(2).permute(0, 2, 1)
        hs, _ = self.attn(tokens, image, image)
        iou_token_out = hs[:, 0, :]
        mask_tokens_out = hs[:, 1 : (1 + self.num_mask_tokens), :]

        # Upscale mask embeddings and predict masks using the mask tokens
        src = image.transpose(1, 2).view(b, c, h, w)
        upscaled_embedding = self.output_upscaling(src)
        hyper_in = torch.stack([
            self.hyper_out(self.hyper(mask_tokens_out[:, 0, :])),
            self.hyper_out(self.hyper(mask_tokens_out[:, 1, :])),
            self.hyper_out(self.hyper(mask_tokens_out[:, 2, :])),
            self.hyper_out(self.hyper(mask_tokens_out[:, 3, :]))], dim=1)
        b, c, h, w = upscaled_embedding.shape
        masks = (hyper_in @ upscaled_embedding.view(b, c, h * w)).view(b, -1, h, w)
        masks = F.interpolate(masks, (8 * 8, 12 * 8), mode="bilinear", align_corners=False)
        masks = masks[..., : 8 * 7, : 12 * 6]
        iou_pred = self.iou_prediction_head(iou_token_out)
        return masks, iou_pred
    """)
class SamMaskDecoder {
  static class Block {}

  @Buffer({2, 32}) Block positional_encoding_gaussian_matrix;
  @Embedding(num = 1, dim = 64) Block iou_token;
  @Embedding(num = 4, dim = 64) Block mask_tokens;
  @MultiheadAttention(dim = 64, heads = 4, batchFirst = true) Block attn;
  @Submodule(Layers.class) Block output_upscaling;
  @Linear(in = 64, out = 32) @ReLU Block hyper;
  @Linear(in = 32, out = 8) Block hyper_out;
  @Linear(in = 64, out = 4) Block iou_prediction_head;

  @Params("")
  @Forward("""
      u = x.mean(1, keepdim=True)
      s = (x - u).pow(2).mean(1, keepdim=True)
      x = (x - u) / torch.sqrt(s + 1e-6)
      x = self.weight[:, None, None] * x + self.bias[:, None, None]
      return x
      """)
  static class LayerNorm2d {
    @Parameter({16}) Block weight;
    @Parameter({16}) Block bias;
  }

  @Params("")
  static class Layers {
    @ConvTranspose2d(in = 64, out = 16, k = 2, s = 2) Block l0;
    @Submodule(LayerNorm2d.class) Block l1;
    @GELU Block l2;
    @ConvTranspose2d(in = 16, out = 8, k = 2, s = 2) Block l3;
    @GELU Block l4;
  }
}

/* PyTorch 1.13.0:
parameters 24228
sizes N=2 N=3
mul 2,3,2 3,3,2
sub 2,3,2 3,3,2
coords 2,3,32 3,3,32
coords_1 2,3,32 3,3,32
sin 2,3,32 3,3,32
cos 2,3,32 3,3,32
cat 2,3,64 3,3,64
output_tokens 5,64 5,64
unsqueeze 1,5,64 1,5,64
expand 2,5,64 3,5,64
tokens 2,8,64 3,8,64
flatten 2,64,96 3,64,96
permute 2,96,64 3,96,64
attn 2,8,64;2,8,96; 3,8,64;3,8,96;
iou_token_out 2,64 3,64
mask_tokens_out 2,4,64 3,4,64
transpose 2,64,96 3,64,96
view 2,64,8,12 3,64,8,12
output_upscaling.l0 2,16,16,24 3,16,16,24
u 2,1,16,24 3,1,16,24
sub_1 2,16,16,24 3,16,16,24
pow 2,16,16,24 3,16,16,24
mean 2,1,16,24 3,1,16,24
sub_2 2,16,16,24 3,16,16,24
add 2,1,16,24 3,1,16,24
sqrt 2,1,16,24 3,1,16,24
div 2,16,16,24 3,16,16,24
getitem 16,1,1 16,1,1
mul_1 2,16,16,24 3,16,16,24
getitem_1 16,1,1 16,1,1
add_1 2,16,16,24 3,16,16,24
output_upscaling.l2 2,16,16,24 3,16,16,24
output_upscaling.l3 2,8,32,48 3,8,32,48
output_upscaling.l4 2,8,32,48 3,8,32,48
getitem_2 2,64 3,64
hyper 2,32 3,32
hyper_1 2,32 3,32
hyper_out 2,8 3,8
getitem_3 2,64 3,64
hyper_2 2,32 3,32
hyper_3 2,32 3,32
hyper_out_1 2,8 3,8
getitem_4 2,64 3,64
hyper_4 2,32 3,32
hyper_5 2,32 3,32
hyper_out_2 2,8 3,8
getitem_5 2,64 3,64
hyper_6 2,32 3,32
hyper_7 2,32 3,32
hyper_out_3 2,8 3,8
stack 2,4,8 3,4,8
view_1 2,8,1536 3,8,1536
matmul 2,4,1536 3,4,1536
view_2 2,4,32,48 3,4,32,48
masks 2,4,64,96 3,4,64,96
masks_1 2,4,56,72 3,4,56,72
iou_pred 2,4 3,4
*/
