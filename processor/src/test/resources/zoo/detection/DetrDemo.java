package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 7, 9}, name = "x")
@Forward("""
    h = self.conv(x)
    H, W = h.shape[-2:]
    pos = torch.cat([
        self.col_embed[:W].unsqueeze(0).repeat(H, 1, 1),
        self.row_embed[:H].unsqueeze(1).repeat(1, W, 1),
    ], dim=-1).flatten(0, 1).unsqueeze(1)
    h = self.transformer(pos + 0.1 * h.flatten(2).permute(2, 0, 1),
                         self.query_pos.unsqueeze(1).repeat(1, x.shape[0], 1)).transpose(0, 1)
    return self.linear_class(h), self.linear_bbox(h).sigmoid()
    """)
class DetrDemo {
  static class Block {}

  @Parameter({100, 64}) Block query_pos;
  @Parameter({50, 32}) Block row_embed;
  @Parameter({50, 32}) Block col_embed;
  @Conv2d(in = 32, out = 64, k = 1) Block conv;
  @Transformer(dim = 64, heads = 8, encoderLayers = 2, decoderLayers = 2, feedforward = 128) Block transformer;
  @Linear(in = 64, out = 92) Block linear_class;
  @Linear(in = 64, out = 4) Block linear_bbox;
}

/* PyTorch 1.13.0:
parameters 185632
sizes N=2 N=3
h 2,64,7,9 3,64,7,9
getitem 9,32 9,32
unsqueeze 1,9,32 1,9,32
repeat 7,9,32 7,9,32
getitem_1 7,32 7,32
unsqueeze_1 7,1,32 7,1,32
repeat_1 7,9,32 7,9,32
cat 7,9,64 7,9,64
flatten 63,64 63,64
unsqueeze_2 63,1,64 63,1,64
flatten_1 2,64,63 3,64,63
permute 63,2,64 63,3,64
mul 63,2,64 63,3,64
add 63,2,64 63,3,64
unsqueeze_3 100,1,64 100,1,64
repeat_2 100,2,64 100,3,64
transformer 100,2,64 100,3,64
transpose 2,100,64 3,100,64
linear_class 2,100,92 3,100,92
linear_bbox 2,100,4 3,100,4
sigmoid 2,100,4 3,100,4
*/
