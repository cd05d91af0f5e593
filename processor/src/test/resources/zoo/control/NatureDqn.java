package zoo.control;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {4, 84, 84}, name = "x")
@Forward("""
    x = x.float() / 256
    x = F.relu(self.conv1(x))
    x = F.relu(self.conv2(x))
    x = F.relu(self.conv3(x))
    x = F.relu(self.fc4(x.view(x.size(0), -1)))
    return self.head(x)
    """)
class NatureDqn {
  static class Block {}

  @Conv2d(in = 4, out = 32, k = 8, s = 4) Block conv1;
  @Conv2d(in = 32, out = 64, k = 4, s = 2) Block conv2;
  @Conv2d(in = 64, out = 64, k = 3) Block conv3;
  @Linear(in = 3136, out = 512) Block fc4;
  @Linear(in = 512, out = 18) Block head;
}

/* PyTorch 1.13.0:
parameters 1693362
sizes N=2 N=3
float 2,4,84,84 3,4,84,84
div 2,4,84,84 3,4,84,84
conv1 2,32,20,20 3,32,20,20
relu 2,32,20,20 3,32,20,20
conv2 2,64,9,9 3,64,9,9
relu_1 2,64,9,9 3,64,9,9
conv3 2,64,7,7 3,64,7,7
relu_2 2,64,7,7 3,64,7,7
view 2,3136 3,3136
fc4 2,512 3,512
relu_3 2,512 3,512
head 2,18 3,18
*/
