package zoo.series;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {48, 16}, name = "x")
@Forward("""
    x = self.tokenConv(x.permute(0, 2, 1)).transpose(1, 2)
    B, L, _ = x.shape
    H = 4
    queries = self.query_projection(x).view(B, L, H, -1)
    keys = self.key_projection(x).view(B, L, H, -1)
    values = self.value_projection(x).view(B, L, H, -1)

    # period-based dependencies
    q_fft = torch.fft.rfft(queries.permute(0, 2, 3, 1).contiguous(), dim=-1)
    k_fft = torch.fft.rfft(keys.permute(0, 2, 3, 1).contiguous(), dim=-1)
    res = q_fft * torch.conj(k_fft)
    corr = torch.fft.irfft(res, n=L, dim=-1)

    # time delay agg
    values = values.permute(0, 2, 3, 1).contiguous()
    head, channel, length = values.shape[1], values.shape[2], values.shape[3]
    top_k = int(1 * math.log(length))
    mean_value = torch.mean(torch.mean(corr, dim=1), dim=1)
    index = torch.topk(torch.mean(mean_value, dim=0), top_k, dim=-1)[1]
    weights = torch.stack([mean_value[:, index[0]], mean_value[:, index[1]], mean_value[:, index[2]]], dim=-1)
    tmp_corr = torch.softmax(weights, dim=-1)
    init_index = torch.arange(length).unsqueeze(0).unsqueeze(0).unsqueeze(0).repeat(B, head, channel, 1)
    tmp_values = values.repeat(1, 1, 1, 2)
    tmp_delay = init_index + index[0].unsqueeze(0).unsqueeze(1).unsqueeze(1).unsqueeze(1).repeat(B, head, channel, length)
    pattern = torch.gather(tmp_values, dim=-1, index=tmp_delay)
    delays_agg = pattern * (tmp_corr[:, 0].unsqueeze(1).unsqueeze(1).unsqueeze(1).repeat(1, head, channel, length))
    V = delays_agg.permute(0, 3, 1, 2)
    new_x = self.out_projection(V.contiguous().view(B, L, -1))
    x = x + new_x

    # moving average with the ends repeated
    front = x[:, 0:1, :].repeat(1, (25 - 1) // 2, 1)
    end = x[:, -1:, :].repeat(1, (25 - 1) // 2, 1)
    padded = torch.cat([front, x, end], dim=1)
    moving_mean = self.avg(padded.permute(0, 2, 1)).permute(0, 2, 1)
    x = x - moving_mean
    y = F.relu(self.conv1(x.transpose(-1, 1)))
    y = self.conv2(y).transpose(-1, 1)
    return self.projection(x + y)[:, -24:, :]
    """)
class Autoformer {
  static class Block {}

  @AvgPool1d(k = 25, s = 1) Block avg;
  @Linear(in = 16, out = 32) Block query_projection;
  @Linear(in = 16, out = 32) Block key_projection;
  @Linear(in = 16, out = 32) Block value_projection;
  @Linear(in = 32, out = 16) Block out_projection;
  @Conv1d(in = 16, out = 64, k = 1, bias = false) Block conv1;
  @Conv1d(in = 64, out = 16, k = 1, bias = false) Block conv2;
  @Conv1d(in = 16, out = 16, k = 3, p = 1, bias = false, paddingMode = PaddingMode.CIRCULAR) Block tokenConv;
  @Linear(in = 16, out = 7) Block projection;
}

/* PyTorch 1.13.0:
parameters 5095
sizes N=2 N=3
permute 2,16,48 3,16,48
tokenConv 2,16,48 3,16,48
transpose 2,48,16 3,48,16
query_projection 2,48,32 3,48,32
view 2,48,4,8 3,48,4,8
key_projection 2,48,32 3,48,32
view_1 2,48,4,8 3,48,4,8
value_projection 2,48,32 3,48,32
view_2 2,48,4,8 3,48,4,8
permute_1 2,4,8,48 3,4,8,48
contiguous 2,4,8,48 3,4,8,48
rfft 2,4,8,25 3,4,8,25
permute_2 2,4,8,48 3,4,8,48
contiguous_1 2,4,8,48 3,4,8,48
rfft_1 2,4,8,25 3,4,8,25
conj 2,4,8,25 3,4,8,25
mul 2,4,8,25 3,4,8,25
corr 2,4,8,48 3,4,8,48
permute_3 2,4,8,48 3,4,8,48
contiguous_2 2,4,8,48 3,4,8,48
mean 2,8,48 3,8,48
mean_1 2,48 3,48
mean_2 48 48
topk 3;3; 3;3;
getitem () ()
getitem_1 2 3
getitem_2 () ()
getitem_3 2 3
getitem_4 () ()
getitem_5 2 3
stack 2,3 3,3
tmp_corr 2,3 3,3
arange 48 48
unsqueeze 1,48 1,48
unsqueeze_1 1,1,48 1,1,48
unsqueeze_2 1,1,1,48 1,1,1,48
repeat 2,4,8,48 3,4,8,48
tmp_values 2,4,8,96 3,4,8,96
getitem_6 () ()
unsqueeze_3 1 1
unsqueeze_4 1,1 1,1
unsqueeze_5 1,1,1 1,1,1
unsqueeze_6 1,1,1,1 1,1,1,1
repeat_1 2,4,8,48 3,4,8,48
add 2,4,8,48 3,4,8,48
pattern 2,4,8,48 3,4,8,48
getitem_7 2 3
unsqueeze_7 2,1 3,1
unsqueeze_8 2,1,1 3,1,1
unsqueeze_9 2,1,1,1 3,1,1,1
repeat_2 2,4,8,48 3,4,8,48
mul_1 2,4,8,48 3,4,8,48
V 2,48,4,8 3,48,4,8
contiguous_3 2,48,4,8 3,48,4,8
view_3 2,48,32 3,48,32
out_projection 2,48,16 3,48,16
x_1 2,48,16 3,48,16
getitem_8 2,1,16 3,1,16
repeat_3 2,12,16 3,12,16
getitem_9 2,1,16 3,1,16
repeat_4 2,12,16 3,12,16
padded 2,72,16 3,72,16
permute_4 2,16,72 3,16,72
avg 2,16,48 3,16,48
permute_5 2,48,16 3,48,16
x_2 2,48,16 3,48,16
transpose_1 2,16,48 3,16,48
conv1 2,64,48 3,64,48
relu 2,64,48 3,64,48
conv2 2,16,48 3,16,48
transpose_2 2,48,16 3,48,16
add_1 2,48,16 3,48,16
projection 2,48,7 3,48,7
getitem_10 2,24,7 3,24,7
*/
