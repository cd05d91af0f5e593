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
energy_new, dim=-1)
    out = torch.bmm(attention, out.view(m_batchsize, C, -1)).view(m_batchsize, C, height, width)
    """)
class FreeAxesBehindCutLine {
  @Conv2d(in = 48, out = 6, k = 1) Block query_conv;
  @Conv2d(in = 48, out = 6, k = 1) Block key_conv;
  @Conv2d(in = 48, out = 48, k = 1) Block value_conv;
}
