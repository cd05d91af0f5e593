package zoo.speech;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1600}, name = "y")
@Forward("""
    num_batches = y.size(0)
    num_samples = y.size(1)
    y = y.view(num_batches, 1, num_samples)
    y = F.pad(y.unsqueeze(1), (200, 200, 0, 0), mode='reflect')
    y = y.squeeze(1)
    forward_transform = F.conv1d(y, self.forward_basis, stride=160, padding=0)
    cutoff = int((400 / 2) + 1)
    real_part = forward_transform[:, :cutoff, :]
    imag_part = forward_transform[:, cutoff:, :]
    magnitude = torch.sqrt(real_part**2 + imag_part**2)
    phase = torch.atan2(imag_part.data, real_part.data)
    mel = torch.matmul(self.mel_basis, magnitude)
    mel = torch.log(torch.clamp(mel, min=1e-5) * 1)
    spec = torch.stft(y.squeeze(1), 400, hop_length=160, win_length=400, window=torch.hann_window(400),
                      center=True, return_complex=True)
    power = spec.abs().pow(2.0)
    m = mel.unsqueeze(1)
    m = self.bn(m).squeeze(1)
    delta = F.pad(m, (1, 1), mode="replicate")
    delta = (delta[:, :, 2:] - delta[:, :, :-2]) / 2
    feats = torch.cat([m, delta], dim=1)
    feats = (feats - feats.mean(-1, keepdim=True)) / (feats.std(-1, keepdim=True) + 1e-5)
    out, h_n = self.gru(feats.transpose(1, 2))
    return out[:, -1, :], h_n[-1], power.mean(dim=-1), phase
    """)
class Spectral {
  static class Block {}

  @Parameter({402, 1, 400}) Block forward_basis;
  @Parameter({80, 201}) Block mel_basis;
  @BatchNorm2d(1) Block bn;
  @GRU(in = 160, hidden = 32, layers = 2, batchFirst = true) Block gru;
}

/* PyTorch 1.13.0:
parameters 201842
sizes N=2 N=3
y_1 2,1,1600 3,1,1600
unsqueeze 2,1,1,1600 3,1,1,1600
pad 2,1,1,2000 3,1,1,2000
y_2 2,1,2000 3,1,2000
forward_transform 2,402,11 3,402,11
real_part 2,201,11 3,201,11
imag_part 2,201,11 3,201,11
pow 2,201,11 3,201,11
pow_1 2,201,11 3,201,11
add 2,201,11 3,201,11
sqrt 2,201,11 3,201,11
phase 2,201,11 3,201,11
mel 2,80,11 3,80,11
clamp 2,80,11 3,80,11
mul 2,80,11 3,80,11
log 2,80,11 3,80,11
squeeze 2,2000 3,2000
hann_window 400 400
stft 2,201,13 3,201,13
abs 2,201,13 3,201,13
pow_2 2,201,13 3,201,13
m 2,1,80,11 3,1,80,11
bn 2,1,80,11 3,1,80,11
squeeze_1 2,80,11 3,80,11
delta 2,80,13 3,80,13
getitem 2,80,11 3,80,11
getitem_1 2,80,11 3,80,11
sub 2,80,11 3,80,11
div 2,80,11 3,80,11
feats 2,160,11 3,160,11
mean 2,160,1 3,160,1
sub_1 2,160,11 3,160,11
std 2,160,1 3,160,1
add_1 2,160,1 3,160,1
div_1 2,160,11 3,160,11
transpose 2,11,160 3,11,160
gru 2,11,32;2,2,32; 3,11,32;2,3,32;
getitem_2 2,32 3,32
getitem_3 2,32 3,32
mean_1 2,201 3,201
*/
