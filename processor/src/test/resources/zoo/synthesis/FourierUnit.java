package zoo.synthesis;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {16, 12, 20}, name = "x")
@Forward("""
    batch = x.shape[0]
    fft_dim = (-2, -1)
    ffted = torch.fft.rfftn(x, dim=fft_dim, norm='ortho')
    ffted = torch.stack((ffted.real, ffted.imag), dim=-1)
    ffted = ffted.permute(0, 1, 4, 2, 3).contiguous()  # (batch, c, 2, h, w/2+1)
    ffted = ffted.view((batch, -1,) + ffted.size()[3:])
    ffted = self.conv_layer(ffted)  # (batch, c*2, h, w/2+1)
    ffted = F.relu(self.bn(ffted))
    ffted = ffted.view((batch, -1, 2,) + ffted.size()[2:]).permute(0, 1, 3, 4, 2).contiguous()
    ffted = torch.complex(ffted[..., 0], ffted[..., 1])
    output = torch.fft.irfftn(ffted, s=x.shape[-2:], dim=fft_dim, norm='ortho')

    # GFNet's global filter
    y = output.permute(0, 2, 3, 1)
    y = torch.fft.rfft2(y, dim=(1, 2), norm='ortho')
    weight = torch.view_as_complex(self.complex_weight)
    y = y * weight
    y = torch.fft.irfft2(y, s=(12, 20), dim=(1, 2), norm='ortho')

    # FNet
    z = torch.fft.fft(torch.fft.fft(y.flatten(1, 2), dim=-1), dim=-2).real
    s = torch.view_as_real(torch.fft.fft2(x)).sum(-1)
    return output + y.permute(0, 3, 1, 2), z, torch.fft.fftshift(s)
    """)
class FourierUnit {
  static class Block {}

  @Parameter({12, 11, 16, 2}) Block complex_weight;
  @Conv2d(in = 32, out = 32, k = 1, bias = false) Block conv_layer;
  @BatchNorm2d(32) Block bn;
}

/* PyTorch 1.13.0:
parameters 5312
sizes N=2 N=3
ffted 2,16,12,11 3,16,12,11
real 2,16,12,11 3,16,12,11
imag 2,16,12,11 3,16,12,11
stack 2,16,12,11,2 3,16,12,11,2
permute 2,16,2,12,11 3,16,2,12,11
contiguous 2,16,2,12,11 3,16,2,12,11
ffted_1 2,32,12,11 3,32,12,11
ffted_2 2,32,12,11 3,32,12,11
bn 2,32,12,11 3,32,12,11
relu 2,32,12,11 3,32,12,11
view 2,16,2,12,11 3,16,2,12,11
permute_1 2,16,12,11,2 3,16,12,11,2
contiguous_1 2,16,12,11,2 3,16,12,11,2
getitem 2,16,12,11 3,16,12,11
getitem_1 2,16,12,11 3,16,12,11
complex 2,16,12,11 3,16,12,11
output 2,16,12,20 3,16,12,20
y 2,12,20,16 3,12,20,16
y_1 2,12,11,16 3,12,11,16
weight 12,11,16 12,11,16
y_2 2,12,11,16 3,12,11,16
y_3 2,12,20,16 3,12,20,16
flatten 2,240,16 3,240,16
fft 2,240,16 3,240,16
fft_1 2,240,16 3,240,16
real_1 2,240,16 3,240,16
fft2 2,16,12,20 3,16,12,20
view_as_real 2,16,12,20,2 3,16,12,20,2
sum 2,16,12,20 3,16,12,20
permute_2 2,16,12,20 3,16,12,20
add 2,16,12,20 3,16,12,20
fftshift 2,16,12,20 3,16,12,20
*/
