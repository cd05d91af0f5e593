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
    out = torch.bmm(proj_value, attention.permute(0, 0, 1))
    A = self.convA(out).view(m_batchsize, 20, -1)
    attention_vectors = F.softmax(self.convV(out).view(m_batchsize, 10, -1), dim=1)
    return ocr_context, out
    """)
class FreeAxesPermutedTwice {
  @Conv2d(in = 48, out = 6, k = 1) Block key_conv;
  @Conv2d(in = 48, out = 10, k = 1) Block convB;
  @Conv2d(in = 48, out = 10, k = 1) Block convV;
  @Conv2d(in = 20, out = 48, k = 1) Block proj;
  @Conv2d(in = 48, out = 7, k = 1) Block aux;
}
