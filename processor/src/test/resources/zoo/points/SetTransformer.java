package zoo.points;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {60, 16}, name = "X")
@Forward("""
    X = self.proj(X)
    Q = self.fc_q(self.I.repeat(X.size(0), 1, 1))
    K, V = self.fc_k(X), self.fc_v(X)
    Q_ = torch.cat(Q.split(8, 2), 0)
    K_ = torch.cat(K.split(8, 2), 0)
    V_ = torch.cat(V.split(8, 2), 0)
    A = torch.softmax(Q_.bmm(K_.transpose(1, 2)) / 32 ** 0.5, 2)
    O = torch.cat((Q_ + A.bmm(V_)).split(Q.size(0), 0), 2)
    O = O + F.relu(self.fc_o(O))
    return O
    """)
class SetTransformer {
  static class Block {}

  @Parameter({1, 8, 32}) Block I;
  @Linear(in = 16, out = 32) Block proj;
  @Linear(in = 32, out = 32) Block fc_q;
  @Linear(in = 32, out = 32) Block fc_k;
  @Linear(in = 32, out = 32) Block fc_v;
  @Linear(in = 32, out = 32) Block fc_o;
}

/* PyTorch 1.13.0:
parameters 5024
sizes N=2 N=3
X_1 2,60,32 3,60,32
repeat 2,8,32 3,8,32
fc_q 2,8,32 3,8,32
fc_k 2,60,32 3,60,32
fc_v 2,60,32 3,60,32
split 2,8,8;2,8,8;2,8,8;2,8,8; 3,8,8;3,8,8;3,8,8;3,8,8;
cat 8,8,8 12,8,8
split_1 2,60,8;2,60,8;2,60,8;2,60,8; 3,60,8;3,60,8;3,60,8;3,60,8;
cat_1 8,60,8 12,60,8
split_2 2,60,8;2,60,8;2,60,8;2,60,8; 3,60,8;3,60,8;3,60,8;3,60,8;
cat_2 8,60,8 12,60,8
transpose 8,8,60 12,8,60
bmm 8,8,60 12,8,60
div 8,8,60 12,8,60
softmax 8,8,60 12,8,60
bmm_1 8,8,8 12,8,8
add 8,8,8 12,8,8
split_3 2,8,8;2,8,8;2,8,8;2,8,8; 3,8,8;3,8,8;3,8,8;3,8,8;
cat_3 2,8,32 3,8,32
fc_o 2,8,32 3,8,32
relu 2,8,32 3,8,32
add_1 2,8,32 3,8,32
*/
