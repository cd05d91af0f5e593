package zoo.speech;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {13, -1}, name = "x", where = "L >= 40")
@Forward("""
    x = self.acoustic_model(x)
    x = nn.functional.log_softmax(x, dim=1)
    return x
    """)
class Wav2Letter {
  static class Block {}

  @Submodule(Layers.class) Block acoustic_model;

  @Params("")
  static class Layers {
    @Conv1d(in = 13, out = 25, k = 48, s = 2, p = 23) Block l0;
    @ReLU Block l1;
    @Conv1d(in = 25, out = 25, k = 7, p = 3) Block l2;
    @ReLU Block l3;
    @Conv1d(in = 25, out = 40, k = 32, p = 16) Block l4;
    @ReLU Block l5;
    @Conv1d(in = 40, out = 40, k = 1) Block l6;
    @ReLU Block l7;
    @Conv1d(in = 40, out = 29, k = 1) Block l8;
    @ReLU Block l9;
  }
}

/* PyTorch 1.13.0:
parameters 54894
sizes N=2,L=70 N=3,L=41
acoustic_model.l0 2,25,35 3,25,20
acoustic_model.l1 2,25,35 3,25,20
acoustic_model.l2 2,25,35 3,25,20
acoustic_model.l3 2,25,35 3,25,20
acoustic_model.l4 2,40,36 3,40,21
acoustic_model.l5 2,40,36 3,40,21
acoustic_model.l6 2,40,36 3,40,21
acoustic_model.l7 2,40,36 3,40,21
acoustic_model.l8 2,29,36 3,29,21
acoustic_model.l9 2,29,36 3,29,21
x_1 2,29,36 3,29,21
*/
