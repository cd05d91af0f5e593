package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {48, -1, -1}, name = "x")
@Forward("""
    m_batchsize, C, height, width = x.size()
    proj_query = self.query_conv(x).view(m_batchsize, -1, width * height).permute(0, 2, 1)
    proj_key = self.key_conv(x).view(m_batchsize, -1, width * height)
    energy = torch.bmm(proj_query, proj_key)
    attention = F.softmax(energy, -1)
    proj_value = self.value_conv(x).view(m_batchsize, -1, width * height)
    out = torch.bmm(proj_value, attention.permute(0, 2, 1))
    out = out.view(m_batchsize, C, height, width)
    out = self.gamma * out + x

    proj_query = out.view(m_batchsize, C, -1)
    proj_key = out.view(m_batchsize, C, -1).permute(0, 2, 1)
    energy = torch.bmm(proj_query, proj_key)
    energy_new = torch.max(energy, -1, keepdim=True)[0].expand_as(energy) - energy
    attention = F.softmax(energy_new, dim=-1)
    out = torch.bmm(attention, out.view(m_batchsize, C, -1)).view(m_batchsize, C, height, width)

    A = self.convA(out).view(m_batchsize, 20, -1)
    attention_maps = F.softmax(self.convB(out).view(m_batchsize, 10, -1), dim=-1)
    attention_vectors = F.softmax(self.convV(out).view(m_batchsize, 10, -1), dim=1)
    global_descriptors = torch.bmm(A, attention_maps.permute(0, 2, 1))
    tmpZ = global_descriptors.matmul(attention_vectors)
    out = out + self.proj(tmpZ.view(m_batchsize, 20, height, width))

    # OCR's spatial gather
    probs = self.aux(out)
    batch_size, c, h, w = probs.size(0), probs.size(1), probs.size(2), probs.size(3)
    probs = F.softmax(probs.view(batch_size, c, -1), dim=2)
    feats = out.view(batch_size, out.size(1), -1).permute(0, 2, 1)
    ocr_context = torch.matmul(probs, feats).permute(0, 2, 1).unsqueeze(3)
    return ocr_context, out
    """)
class DualAttention {
  static class Block {}

  @Parameter({1}) Block gamma;
  @Conv2d(in = 48, out = 6, k = 1) Block query_conv;
  @Conv2d(in = 48, out = 6, k = 1) Block key_conv;
  @Conv2d(in = 48, out = 48, k = 1) Block value_conv;
  @Conv2d(in = 48, out = 20, k = 1) Block convA;
  @Conv2d(in = 48, out = 10, k = 1) Block convB;
  @Conv2d(in = 48, out = 10, k = 1) Block convV;
  @Conv2d(in = 20, out = 48, k = 1) Block proj;
  @Conv2d(in = 48, out = 7, k = 1) Block aux;
}

/* PyTorch 1.13.0:
parameters 6252
sizes N=2,H=9,W=13 N=3,H=6,W=4
query_conv 2,6,9,13 3,6,6,4
view 2,6,117 3,6,24
permute 2,117,6 3,24,6
key_conv 2,6,9,13 3,6,6,4
view_1 2,6,117 3,6,24
energy 2,117,117 3,24,24
attention 2,117,117 3,24,24
value_conv 2,48,9,13 3,48,6,4
view_2 2,48,117 3,48,24
permute_1 2,117,117 3,24,24
bmm 2,48,117 3,48,24
out 2,48,9,13 3,48,6,4
mul 2,48,9,13 3,48,6,4
add 2,48,9,13 3,48,6,4
proj_query 2,48,117 3,48,24
view_3 2,48,117 3,48,24
permute_2 2,117,48 3,24,48
energy_1 2,48,48 3,48,48
max 2,48,1;2,48,1; 3,48,1;3,48,1;
expand_as 2,48,48 3,48,48
sub 2,48,48 3,48,48
attention_1 2,48,48 3,48,48
view_4 2,48,117 3,48,24
bmm_1 2,48,117 3,48,24
view_5 2,48,9,13 3,48,6,4
convA 2,20,9,13 3,20,6,4
view_6 2,20,117 3,20,24
convB 2,10,9,13 3,10,6,4
view_7 2,10,117 3,10,24
softmax 2,10,117 3,10,24
convV 2,10,9,13 3,10,6,4
view_8 2,10,117 3,10,24
softmax_1 2,10,117 3,10,24
permute_3 2,117,10 3,24,10
bmm_2 2,20,10 3,20,10
tmpZ 2,20,117 3,20,24
view_9 2,20,9,13 3,20,6,4
proj 2,48,9,13 3,48,6,4
add_1 2,48,9,13 3,48,6,4
probs 2,7,9,13 3,7,6,4
view_10 2,7,117 3,7,24
softmax_2 2,7,117 3,7,24
view_11 2,48,117 3,48,24
permute_4 2,117,48 3,24,48
matmul 2,7,48 3,7,48
permute_5 2,48,7 3,48,7
unsqueeze 2,48,7,1 3,48,7,1
*/
