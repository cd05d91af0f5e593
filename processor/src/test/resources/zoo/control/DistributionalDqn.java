package zoo.control;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {8}, name = "x")
@Forward("""
    x = F.relu(self.linear1(x))
    x = self.linear2(x)
    x = F.softmax(x.view(-1, 51), dim=1).view(-1, 4, 51)
    dist = x * self.support
    q = dist.sum(2)
    action = q.max(1)[1]
    return q, action
    """)
class DistributionalDqn {
  static class Block {}

  @Buffer({51}) Block support;
  @Linear(in = 8, out = 32) Block linear1;
  @Linear(in = 32, out = 204) Block linear2;
}

/* PyTorch 1.13.0:
parameters 7020
sizes N=2 N=3
linear1 2,32 3,32
relu 2,32 3,32
x_1 2,204 3,204
view 8,51 12,51
softmax 8,51 12,51
view_1 2,4,51 3,4,51
dist 2,4,51 3,4,51
q 2,4 3,4
action 2;2; 3;3;
*/
