package zoo.speech;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 200}, name = "input")
@Forward("""
    # segmentation
    K = 20
    B, N, L = input.shape
    P = K // 2
    gap = K - (P + L % K) % K
    pad = torch.Tensor(torch.zeros(B, N, gap)).type(input.type())
    input = torch.cat([input, pad], dim=2)
    _pad = torch.Tensor(torch.zeros(B, N, P)).type(input.type())
    input = torch.cat([_pad, input, _pad], dim=2)
    input1 = input[:, :, :-P].contiguous().view(B, N, -1, K)
    input2 = input[:, :, P:].contiguous().view(B, N, -1, K)
    x = torch.cat([input1, input2], dim=3).view(B, N, -1, K).transpose(2, 3).contiguous()

    B, N, K, S = x.shape
    # intra RNN
    intra_rnn = x.permute(0, 3, 2, 1).contiguous().view(B * S, K, N)
    intra_rnn, _ = self.intra_rnn(intra_rnn)
    intra_rnn = self.intra_linear(intra_rnn.contiguous().view(B * S * K, -1)).view(B * S, K, -1)
    intra_rnn = intra_rnn.view(B, S, K, N)
    intra_rnn = intra_rnn.permute(0, 3, 2, 1).contiguous()
    intra_rnn = self.intra_norm(intra_rnn)
    intra_rnn = intra_rnn + x
    # inter RNN
    inter_rnn = intra_rnn.permute(0, 2, 3, 1).contiguous().view(B * K, S, N)
    inter_rnn, _ = self.inter_rnn(inter_rnn)
    inter_rnn = self.inter_linear(inter_rnn.contiguous().view(B * S * K, -1)).view(B * K, S, -1)
    inter_rnn = inter_rnn.view(B, K, S, N)
    inter_rnn = inter_rnn.permute(0, 3, 1, 2).contiguous()
    out = inter_rnn + intra_rnn

    x = self.mask(self.prelu(out)).view(B * 2, -1, K, S)
    # over_add
    input = x.transpose(2, 3).contiguous().view(B * 2, 32, -1, K * 2)
    input1 = input[:, :, :, :K].contiguous().view(B * 2, 32, -1)[:, :, P:]
    input2 = input[:, :, :, K:].contiguous().view(B * 2, 32, -1)[:, :, :-P]
    input = input1 + input2
    input = input[:, :, :-gap]
    return input.view(B, 2, 32, -1)
    """)
class DualPath {
  static class Block {}

  @LSTM(in = 32, hidden = 24, batchFirst = true, bidirectional = true) Block intra_rnn;
  @Linear(in = 48, out = 32) Block intra_linear;
  @GroupNorm(groups = 1, channels = 32) Block intra_norm;
  @LSTM(in = 32, hidden = 24, batchFirst = true, bidirectional = true) Block inter_rnn;
  @Linear(in = 48, out = 32) Block inter_linear;
  @PReLU Block prelu;
  @Conv2d(in = 32, out = 64, k = 1) Block mask;
}

/* PyTorch 1.13.0:
parameters 27585
sizes N=2 N=3
zeros 2,32,10 3,32,10
Tensor 2,32,10 3,32,10
type 2,32,10 3,32,10
input_1 2,32,210 3,32,210
zeros_1 2,32,10 3,32,10
Tensor_1 2,32,10 3,32,10
type_1 2,32,10 3,32,10
input_2 2,32,230 3,32,230
getitem 2,32,220 3,32,220
contiguous 2,32,220 3,32,220
view 2,32,11,20 3,32,11,20
getitem_1 2,32,220 3,32,220
contiguous_1 2,32,220 3,32,220
view_1 2,32,11,20 3,32,11,20
cat 2,32,11,40 3,32,11,40
view_2 2,32,22,20 3,32,22,20
transpose 2,32,20,22 3,32,20,22
contiguous_2 2,32,20,22 3,32,20,22
permute 2,22,20,32 3,22,20,32
contiguous_3 2,22,20,32 3,22,20,32
view_3 44,20,32 66,20,32
intra_rnn 44,20,48;2,44,24;2,44,24; 66,20,48;2,66,24;2,66,24;
contiguous_4 44,20,48 66,20,48
view_4 880,48 1320,48
intra_linear 880,32 1320,32
view_5 44,20,32 66,20,32
intra_rnn_1 2,22,20,32 3,22,20,32
permute_1 2,32,20,22 3,32,20,22
contiguous_5 2,32,20,22 3,32,20,22
intra_rnn_2 2,32,20,22 3,32,20,22
intra_rnn_3 2,32,20,22 3,32,20,22
permute_2 2,20,22,32 3,20,22,32
contiguous_6 2,20,22,32 3,20,22,32
view_6 40,22,32 60,22,32
inter_rnn 40,22,48;2,40,24;2,40,24; 60,22,48;2,60,24;2,60,24;
contiguous_7 40,22,48 60,22,48
view_7 880,48 1320,48
inter_linear 880,32 1320,32
view_8 40,22,32 60,22,32
inter_rnn_1 2,20,22,32 3,20,22,32
permute_3 2,32,20,22 3,32,20,22
contiguous_8 2,32,20,22 3,32,20,22
out 2,32,20,22 3,32,20,22
prelu 2,32,20,22 3,32,20,22
mask 2,64,20,22 3,64,20,22
view_9 4,32,20,22 6,32,20,22
transpose_1 4,32,22,20 6,32,22,20
contiguous_9 4,32,22,20 6,32,22,20
view_10 4,32,11,40 6,32,11,40
getitem_2 4,32,11,20 6,32,11,20
contiguous_10 4,32,11,20 6,32,11,20
view_11 4,32,220 6,32,220
getitem_3 4,32,210 6,32,210
getitem_4 4,32,11,20 6,32,11,20
contiguous_11 4,32,11,20 6,32,11,20
view_12 4,32,220 6,32,220
getitem_5 4,32,210 6,32,210
input_3 4,32,210 6,32,210
input_4 4,32,200 6,32,200
view_13 2,2,32,200 3,2,32,200
*/
