package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 32, 100}, name = "input")
@Forward("""
    conv = self.cnn(input)
    conv = conv.squeeze(2)
    conv = conv.permute(2, 0, 1)  # [w, b, c]
    recurrent, _ = self.rnn(conv)
    T, b, h = recurrent.size()
    t_rec = recurrent.view(T * b, h)
    output = self.embedding(t_rec)  # [T * b, nOut]
    output = output.view(T, b, -1)
    return output
    """)
class Crnn {
  static class Block {}

  @Submodule(Layers.class) Block cnn;
  @LSTM(in = 512, hidden = 256, bidirectional = true) Block rnn;
  @Linear(in = 512, out = 37) Block embedding;

  @Params("")
  static class Layers {
    @Conv2d(in = 1, out = 64, k = 3, p = 1) Block l0;
    @ReLU Block l1;
    @MaxPool2d(k = 2) Block l2;
    @Conv2d(in = 64, out = 128, k = 3, p = 1) Block l3;
    @ReLU Block l4;
    @MaxPool2d(k = 2) Block l5;
    @Conv2d(in = 128, out = 256, k = 3, p = 1) Block l6;
    @BatchNorm2d(256) Block l7;
    @ReLU Block l8;
    @MaxPool2d(k = 2, s = {2, 1}, p = {0, 1}) Block l9;
    @Conv2d(in = 256, out = 512, k = 3, p = 1) Block l10;
    @ReLU Block l11;
    @MaxPool2d(k = 2, s = {2, 1}, p = {0, 1}) Block l12;
    @Conv2d(in = 512, out = 512, k = 2) Block l13;
    @ReLU Block l14;
  }
}

/* PyTorch 1.13.0:
parameters 4195365
sizes N=2 N=3
cnn.l0 2,64,32,100 3,64,32,100
cnn.l1 2,64,32,100 3,64,32,100
cnn.l2 2,64,16,50 3,64,16,50
cnn.l3 2,128,16,50 3,128,16,50
cnn.l4 2,128,16,50 3,128,16,50
cnn.l5 2,128,8,25 3,128,8,25
cnn.l6 2,256,8,25 3,256,8,25
cnn.l7 2,256,8,25 3,256,8,25
cnn.l8 2,256,8,25 3,256,8,25
cnn.l9 2,256,4,26 3,256,4,26
cnn.l10 2,512,4,26 3,512,4,26
cnn.l11 2,512,4,26 3,512,4,26
cnn.l12 2,512,2,27 3,512,2,27
cnn.l13 2,512,1,26 3,512,1,26
cnn.l14 2,512,1,26 3,512,1,26
conv 2,512,26 3,512,26
conv_1 26,2,512 26,3,512
rnn 26,2,512;2,2,256;2,2,256; 26,3,512;2,3,256;2,3,256;
t_rec 52,512 78,512
output 52,37 78,37
output_1 26,2,37 26,3,37
*/
