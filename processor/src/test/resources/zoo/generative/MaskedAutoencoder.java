package zoo.generative;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 64, 64}, name = "imgs")
@Input(value = {16}, name = "noise")
@Forward("""
    def forward(self, imgs, noise):
        x = self.patch_embed(imgs).flatten(2).transpose(1, 2)
        x = x + self.pos_embed[:, 1:, :]
        N, L, D = x.shape
        len_keep = int(L * (1 - 0.75))
        ids_shuffle = torch.argsort(noise, dim=1)
        ids_restore = torch.argsort(ids_shuffle, dim=1)
        ids_keep = ids_shuffle[:, :len_keep]
        x_masked = torch.gather(x, dim=1, index=ids_keep.unsqueeze(-1).repeat(1, 1, D))
        cls_token = self.cls_token + self.pos_embed[:, :1, :]
        cls_tokens = cls_token.expand(x_masked.shape[0], -1, -1)
        x = torch.cat((cls_tokens, x_masked), dim=1)
        x = self.block(x)
        mask_tokens = self.mask_token.repeat(x.shape[0], ids_restore.shape[1] + 1 - x.shape[1], 1)
        x_ = torch.cat([x[:, 1:, :], mask_tokens], dim=1)
        x_ = torch.gather(x_, dim=1, index=ids_restore.unsqueeze(-1).repeat(1, 1, x.shape[2]))
        x = torch.cat([x[:, :1, :], x_], dim=1)
        pred = self.pred(x)[:, 1:, :]
        # patchify
        target = imgs.reshape(shape=(imgs.shape[0], 3, 4, 16, 4, 16))
        target = torch.einsum('nchpwq->nhwpqc', target)
        target = target.reshape(shape=(imgs.shape[0], 4 * 4, 16 ** 2 * 3))
        loss = (pred - target) ** 2
        loss = loss.mean(dim=-1)
        return loss.sum() / N
    """)
class MaskedAutoencoder {
  static class Block {}

  @Parameter({1, 1, 96}) Block cls_token;
  @Parameter({1, 1, 96}) Block mask_token;
  @Parameter({1, 17, 96}) Block pos_embed;
  @Conv2d(in = 3, out = 96, k = 16, s = 16) Block patch_embed;
  @TransformerEncoderLayer(dim = 96, heads = 6, feedforward = 192, batchFirst = true, normFirst = true) Block block;
  @Linear(in = 96, out = 768) Block pred;
}

/* PyTorch 1.13.0:
parameters 224928
sizes N=2 N=3
patch_embed 2,96,4,4 3,96,4,4
flatten 2,96,16 3,96,16
transpose 2,16,96 3,16,96
getitem 1,16,96 1,16,96
add 2,16,96 3,16,96
ids_shuffle 2,16 3,16
ids_restore 2,16 3,16
ids_keep 2,4 3,4
unsqueeze 2,4,1 3,4,1
repeat 2,4,96 3,4,96
gather 2,4,96 3,4,96
getitem_1 1,1,96 1,1,96
add_1 1,1,96 1,1,96
cls_tokens 2,1,96 3,1,96
x 2,5,96 3,5,96
x_1 2,5,96 3,5,96
mask_tokens 2,12,96 3,12,96
getitem_2 2,4,96 3,4,96
cat 2,16,96 3,16,96
unsqueeze_1 2,16,1 3,16,1
repeat_1 2,16,96 3,16,96
gather_1 2,16,96 3,16,96
getitem_3 2,1,96 3,1,96
cat_1 2,17,96 3,17,96
pred 2,17,768 3,17,768
getitem_4 2,16,768 3,16,768
target 2,3,4,16,4,16 3,3,4,16,4,16
target_1 2,4,4,16,16,3 3,4,4,16,16,3
target_2 2,16,768 3,16,768
sub 2,16,768 3,16,768
pow 2,16,768 3,16,768
loss 2,16 3,16
sum () ()
div () ()
*/
