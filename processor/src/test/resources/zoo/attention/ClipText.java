package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {16}, name = "text", dtype = long.class)
@Input(value = {3, 32, 48}, name = "image")
@Forward("""
    def forward(self, text, image):
        x = self.token_embedding(text)
        x = x + self.positional_embedding
        x = x.permute(1, 0, 2)  # NLD -> LND
        mask = torch.empty(16, 16).fill_(float("-inf")).triu_(1)
        y = self.ln_1(x)
        x = x + self.attn(y, y, y, need_weights=False, attn_mask=mask)[0]
        h = self.c_fc(x)
        x = x + self.c_proj(h * torch.sigmoid(1.702 * h))
        x = x.permute(1, 0, 2)  # LND -> NLD
        x = self.ln_final(x)
        # take features from the eot embedding (eot_token is the highest number in each sequence)
        text_features = x[torch.arange(x.shape[0]), text.argmax(dim=-1)] @ self.text_projection

        v = self.conv1(image)  # shape = [*, width, grid, grid]
        v = v.reshape(v.shape[0], v.shape[1], -1)  # shape = [*, width, grid ** 2]
        v = v.permute(0, 2, 1)  # shape = [*, grid ** 2, width]
        v = torch.cat([self.class_embedding.to(v.dtype) + torch.zeros(v.shape[0], 1, v.shape[-1], dtype=v.dtype, device=v.device), v], dim=1)
        v = v + self.visual_position.to(v.dtype)
        v = self.ln_pre(v).permute(1, 0, 2)
        v = self.visual(v).permute(1, 0, 2)
        image_features = v[:, 0, :] @ self.proj

        image_features = image_features / image_features.norm(dim=-1, keepdim=True)
        text_features = text_features / text_features.norm(dim=1, keepdim=True)
        logit_scale = self.logit_scale.exp()
        logits_per_image = logit_scale * image_features @ text_features.t()
        logits_per_text = logits_per_image.t()
        labels = torch.arange(image.shape[0], device=image.device)
        return (F.cross_entropy(logits_per_image, labels) + F.cross_entropy(logits_per_text, labels)) / 2
    """)
class ClipText {
  static class Block {}

  @Parameter({16, 40}) Block positional_embedding;
  @Parameter({40, 24}) Block text_projection;
  @Parameter({56}) Block class_embedding;
  @Parameter({25, 56}) Block visual_position;
  @Parameter({56, 24}) Block proj;
  @Parameter({}) Block logit_scale;
  @Embedding(num = 200, dim = 40) Block token_embedding;
  @MultiheadAttention(dim = 40, heads = 5) Block attn;
  @LayerNorm({40}) Block ln_1;
  @Linear(in = 40, out = 160) Block c_fc;
  @Linear(in = 160, out = 40) Block c_proj;
  @LayerNorm({40}) Block ln_final;
  @Conv2d(in = 3, out = 56, k = 8, s = 8, bias = false) Block conv1;
  @LayerNorm({56}) Block ln_pre;
  @TransformerEncoderLayer(dim = 56, heads = 7, feedforward = 112) Block visual;
}

/* PyTorch 1.13.0:
parameters 68689
sizes N=2 N=3
x 2,16,40 3,16,40
x_1 2,16,40 3,16,40
x_2 16,2,40 16,3,40
empty 16,16 16,16
fill_ 16,16 16,16
triu_ 16,16 16,16
y 16,2,40 16,3,40
attn 16,2,40; 16,3,40;
add 16,2,40 16,3,40
h 16,2,160 16,3,160
mul 16,2,160 16,3,160
sigmoid 16,2,160 16,3,160
mul_1 16,2,160 16,3,160
c_proj 16,2,40 16,3,40
add_1 16,2,40 16,3,40
x_3 2,16,40 3,16,40
x_4 2,16,40 3,16,40
arange 2 3
argmax 2 3
getitem 2,40 3,40
matmul 2,24 3,24
v 2,56,4,6 3,56,4,6
v_1 2,56,24 3,56,24
v_2 2,24,56 3,24,56
to 56 56
zeros 2,1,56 3,1,56
add_2 2,1,56 3,1,56
cat 2,25,56 3,25,56
to_1 25,56 25,56
add_3 2,25,56 3,25,56
ln_pre 2,25,56 3,25,56
permute 25,2,56 25,3,56
visual 25,2,56 25,3,56
permute_1 2,25,56 3,25,56
getitem_1 2,56 3,56
matmul_1 2,24 3,24
norm 2,1 3,1
div 2,24 3,24
norm_1 2,1 3,1
div_1 2,24 3,24
logit_scale_1 () ()
mul_2 2,24 3,24
t 24,2 24,3
matmul_2 2,2 3,3
logits_per_text 2,2 3,3
labels 2 3
cross_entropy () ()
cross_entropy_1 () ()
add_4 () ()
div_2 () ()
*/
