package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, -1, -1}, name = "x", where = "H % 8 == 0 and W % 8 == 0")
@Forward("""
    x = self.pool(self.relu(self.conv1a(x)))
    x = self.pool(self.relu(self.conv2a(x)))
    x = self.pool(self.relu(self.conv3a(x)))
    scores = self.convPa(x)
    scores = torch.nn.functional.softmax(scores, 1)[:, :-1]
    b, _, h, w = scores.shape
    scores = scores.permute(0, 2, 3, 1).reshape(b, h, w, 8, 8)
    scores = scores.permute(0, 1, 3, 2, 4).reshape(b, h * 8, w * 8)
    # simple_nms
    zeros = torch.zeros_like(scores)
    max_mask = scores == F.max_pool2d(scores, kernel_size=9, stride=1, padding=4)
    supp_mask = F.max_pool2d(max_mask.float(), kernel_size=9, stride=1, padding=4) > 0
    supp_scores = torch.where(supp_mask, zeros, scores)
    new_max_mask = supp_scores == F.max_pool2d(supp_scores, kernel_size=9, stride=1, padding=4)
    max_mask = max_mask | (new_max_mask & (~supp_mask))
    scores = torch.where(max_mask, scores, zeros)
    descriptors = self.convDa(x)
    descriptors = torch.nn.functional.normalize(descriptors, p=2, dim=1)
    return scores, descriptors
    """)
class SuperPoint {
  static class Block {}

  @ReLU Block relu;
  @MaxPool2d(k = 2) Block pool;
  @Conv2d(in = 1, out = 16, k = 3, p = 1) Block conv1a;
  @Conv2d(in = 16, out = 24, k = 3, p = 1) Block conv2a;
  @Conv2d(in = 24, out = 32, k = 3, p = 1) Block conv3a;
  @Conv2d(in = 32, out = 65, k = 1) Block convPa;
  @Conv2d(in = 32, out = 48, k = 1) Block convDa;
}

/* PyTorch 1.13.0:
parameters 14313
sizes N=2,H=24,W=40 N=3,H=16,W=8
conv1a 2,16,24,40 3,16,16,8
relu 2,16,24,40 3,16,16,8
pool 2,16,12,20 3,16,8,4
conv2a 2,24,12,20 3,24,8,4
relu_1 2,24,12,20 3,24,8,4
pool_1 2,24,6,10 3,24,4,2
conv3a 2,32,6,10 3,32,4,2
relu_2 2,32,6,10 3,32,4,2
pool_2 2,32,3,5 3,32,2,1
scores 2,65,3,5 3,65,2,1
softmax 2,65,3,5 3,65,2,1
getitem 2,64,3,5 3,64,2,1
permute 2,3,5,64 3,2,1,64
reshape 2,3,5,8,8 3,2,1,8,8
permute_1 2,3,8,5,8 3,2,8,1,8
reshape_1 2,24,40 3,16,8
zeros 2,24,40 3,16,8
max_pool2d 2,24,40 3,16,8
eq 2,24,40 3,16,8
float 2,24,40 3,16,8
max_pool2d_1 2,24,40 3,16,8
gt 2,24,40 3,16,8
supp_scores 2,24,40 3,16,8
max_pool2d_2 2,24,40 3,16,8
eq_1 2,24,40 3,16,8
bitwise_not 2,24,40 3,16,8
bitwise_and 2,24,40 3,16,8
bitwise_or 2,24,40 3,16,8
scores_1 2,24,40 3,16,8
descriptors 2,48,3,5 3,48,2,1
descriptors_1 2,48,3,5 3,48,2,1
*/
