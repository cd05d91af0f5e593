package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {14}, name = "sent1", dtype = long.class)
@Input(value = {19}, name = "sent2", dtype = long.class)
@Forward("""
    def forward(self, sent1, sent2):
        x1 = self.bn_embeds(self.embeds(sent1).transpose(1, 2).contiguous()).transpose(1, 2)
        x2 = self.bn_embeds(self.embeds(sent2).transpose(1, 2).contiguous()).transpose(1, 2)
        o1, _ = self.lstm1(x1)
        o2, _ = self.lstm1(x2)
        attention = torch.matmul(o1, o2.transpose(1, 2))
        weight1 = F.softmax(attention, dim=-1)
        x1_align = torch.matmul(weight1, o2)
        weight2 = F.softmax(attention.transpose(1, 2), dim=-1)
        x2_align = torch.matmul(weight2, o1)
        q1 = torch.cat([o1, x1_align, torch.mul(o1, x1_align), o1 - x1_align], -1)
        q2 = torch.cat([o2, x2_align, o2 * x2_align, torch.sub(o2, x2_align)], -1)
        c1, _ = self.lstm2(q1)
        c2, _ = self.lstm2(q2)
        p1 = F.avg_pool1d(c1.transpose(1, 2), c1.size(1)).squeeze(-1)
        p2 = F.max_pool1d(c1.transpose(1, 2), c1.size(1)).squeeze(-1)
        p3 = F.avg_pool1d(c2.transpose(1, 2), c2.size(1)).squeeze(-1)
        p4 = F.max_pool1d(c2.transpose(1, 2), c2.size(1)).squeeze(-1)
        x = torch.cat([p1, p2, p3, p4], 1)
        return self.fc(x)
    """)
class EsimMatch {
  static class Block {}

  @Embedding(num = 3000, dim = 50) Block embeds;
  @BatchNorm1d(50) Block bn_embeds;
  @LSTM(in = 50, hidden = 32, batchFirst = true, bidirectional = true) Block lstm1;
  @LSTM(in = 256, hidden = 32, batchFirst = true, bidirectional = true) Block lstm2;
  @BatchNorm1d(256) @Linear(in = 256, out = 64) @ELU @Dropout @Softmax(dim = -1) Block fc;
}

/* PyTorch 1.13.0:
parameters 262804
sizes N=2 N=3
embeds 2,14,50 3,14,50
transpose 2,50,14 3,50,14
contiguous 2,50,14 3,50,14
bn_embeds 2,50,14 3,50,14
transpose_1 2,14,50 3,14,50
embeds_1 2,19,50 3,19,50
transpose_2 2,50,19 3,50,19
contiguous_1 2,50,19 3,50,19
bn_embeds_1 2,50,19 3,50,19
transpose_3 2,19,50 3,19,50
lstm1 2,14,64;2,2,32;2,2,32; 3,14,64;2,3,32;2,3,32;
lstm1_1 2,19,64;2,2,32;2,2,32; 3,19,64;2,3,32;2,3,32;
transpose_4 2,64,19 3,64,19
matmul 2,14,19 3,14,19
weight1 2,14,19 3,14,19
x1_align 2,14,64 3,14,64
transpose_5 2,19,14 3,19,14
softmax 2,19,14 3,19,14
x2_align 2,19,64 3,19,64
mul 2,14,64 3,14,64
sub 2,14,64 3,14,64
cat 2,14,256 3,14,256
mul_1 2,19,64 3,19,64
sub_1 2,19,64 3,19,64
cat_1 2,19,256 3,19,256
lstm2 2,14,64;2,2,32;2,2,32; 3,14,64;2,3,32;2,3,32;
lstm2_1 2,19,64;2,2,32;2,2,32; 3,19,64;2,3,32;2,3,32;
transpose_6 2,64,14 3,64,14
avg_pool1d 2,64,1 3,64,1
squeeze 2,64 3,64
transpose_7 2,64,14 3,64,14
max_pool1d 2,64,1 3,64,1
squeeze_1 2,64 3,64
transpose_8 2,64,19 3,64,19
avg_pool1d_1 2,64,1 3,64,1
squeeze_2 2,64 3,64
transpose_9 2,64,19 3,64,19
max_pool1d_1 2,64,1 3,64,1
squeeze_3 2,64 3,64
x 2,256 3,256
fc 2,256 3,256
fc_1 2,64 3,64
fc_2 2,64 3,64
fc_3 2,64 3,64
fc_4 2,64 3,64
*/
