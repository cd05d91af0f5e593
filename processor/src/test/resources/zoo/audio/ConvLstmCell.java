package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 20, 26}, name = "input_tensor")
@Input(value = {16, 20, 26}, name = "h_cur")
@Input(value = {16, 20, 26}, name = "c_cur")
@Forward("""
    def forward(self, input_tensor, h_cur, c_cur):
        combined = torch.cat([input_tensor, h_cur], dim=1)  # concatenate along channel axis

        combined_conv = self.conv(combined)
        cc_i, cc_f, cc_o, cc_g = torch.split(combined_conv, 16, dim=1)
        i = torch.sigmoid(cc_i)
        f = torch.sigmoid(cc_f)
        o = torch.sigmoid(cc_o)
        g = torch.tanh(cc_g)

        c_next = f * c_cur + i * g
        h_next = o * torch.tanh(c_next)

        return h_next, c_next
    """)
class ConvLstmCell {
  static class Block {}

  @Conv2d(in = 19, out = 64, k = {3, 5}, p = {1, 2}) Block conv;
}

/* PyTorch 1.13.0:
parameters 18304
sizes N=2 N=3
combined 2,19,20,26 3,19,20,26
combined_conv 2,64,20,26 3,64,20,26
split 2,16,20,26;2,16,20,26;2,16,20,26;2,16,20,26; 3,16,20,26;3,16,20,26;3,16,20,26;3,16,20,26;
i 2,16,20,26 3,16,20,26
f 2,16,20,26 3,16,20,26
o 2,16,20,26 3,16,20,26
g 2,16,20,26 3,16,20,26
mul 2,16,20,26 3,16,20,26
mul_1 2,16,20,26 3,16,20,26
add 2,16,20,26 3,16,20,26
tanh 2,16,20,26 3,16,20,26
mul_2 2,16,20,26 3,16,20,26
*/
