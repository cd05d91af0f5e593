package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 96, 130}, name = "x")
@Forward("""
    h = F.max_pool2d(F.relu(self.conv1(x)), 2, stride=2, ceil_mode=True)  # 1/2
    h = F.max_pool2d(F.relu(self.conv2(h)), 2, stride=2, ceil_mode=True)  # 1/4
    h = F.max_pool2d(F.relu(self.conv3(h)), 2, stride=2, ceil_mode=True)
    pool3 = h  # 1/8
    h = F.max_pool2d(F.relu(self.conv4(h)), 2, stride=2, ceil_mode=True)
    pool4 = h  # 1/16
    h = F.max_pool2d(F.relu(self.conv5(h)), 2, stride=2, ceil_mode=True)
    h = F.dropout2d(F.relu(self.fc6(h)))
    h = self.score_fr(h)
    h = self.upscore2(h)
    upscore2 = h  # 1/16

    h = self.score_pool4(pool4)
    h = h[:, :, 5:5 + upscore2.size()[2], 5:5 + upscore2.size()[3]]
    score_pool4c = h  # 1/16

    h = upscore2 + score_pool4c  # 1/16
    h = self.upscore_pool4(h)
    upscore_pool4 = h  # 1/8

    h = self.score_pool3(pool3)
    h = h[:, :,
          9:9 + upscore_pool4.size()[2],
          9:9 + upscore_pool4.size()[3]]
    score_pool3c = h  # 1/8

    h = upscore_pool4 + score_pool3c  # 1/8

    h = self.upscore8(h)
    h = h[:, :, 31:31 + x.size()[2], 31:31 + x.size()[3]].contiguous()
    return h
    """)
class FcnHead {
  static class Block {}

  @Conv2d(in = 3, out = 16, k = 3, p = 100) Block conv1;
  @Conv2d(in = 16, out = 32, k = 3, p = 1) Block conv2;
  @Conv2d(in = 32, out = 64, k = 3, p = 1) Block conv3;
  @Conv2d(in = 64, out = 64, k = 3, p = 1) Block conv4;
  @Conv2d(in = 64, out = 64, k = 3, p = 1) Block conv5;
  @Conv2d(in = 64, out = 128, k = 7) Block fc6;
  @Conv2d(in = 128, out = 21, k = 1) Block score_fr;
  @Conv2d(in = 64, out = 21, k = 1) Block score_pool3;
  @Conv2d(in = 64, out = 21, k = 1) Block score_pool4;
  @ConvTranspose2d(in = 21, out = 21, k = 4, s = 2, bias = false) Block upscore2;
  @ConvTranspose2d(in = 21, out = 21, k = 16, s = 8, bias = false) Block upscore8;
  @ConvTranspose2d(in = 21, out = 21, k = 4, s = 2, bias = false) Block upscore_pool4;
}

/* PyTorch 1.13.0:
parameters 631423
sizes N=2 N=3
conv1 2,16,294,328 3,16,294,328
relu 2,16,294,328 3,16,294,328
max_pool2d 2,16,147,164 3,16,147,164
conv2 2,32,147,164 3,32,147,164
relu_1 2,32,147,164 3,32,147,164
max_pool2d_1 2,32,74,82 3,32,74,82
conv3 2,64,74,82 3,64,74,82
relu_2 2,64,74,82 3,64,74,82
max_pool2d_2 2,64,37,41 3,64,37,41
conv4 2,64,37,41 3,64,37,41
relu_3 2,64,37,41 3,64,37,41
max_pool2d_3 2,64,19,21 3,64,19,21
conv5 2,64,19,21 3,64,19,21
relu_4 2,64,19,21 3,64,19,21
max_pool2d_4 2,64,10,11 3,64,10,11
fc6 2,128,4,5 3,128,4,5
relu_5 2,128,4,5 3,128,4,5
dropout2d 2,128,4,5 3,128,4,5
h 2,21,4,5 3,21,4,5
h_1 2,21,10,12 3,21,10,12
h_2 2,21,19,21 3,21,19,21
h_3 2,21,10,12 3,21,10,12
h_4 2,21,10,12 3,21,10,12
h_5 2,21,22,26 3,21,22,26
h_6 2,21,37,41 3,21,37,41
h_7 2,21,22,26 3,21,22,26
h_8 2,21,22,26 3,21,22,26
h_9 2,21,184,216 3,21,184,216
getitem 2,21,96,130 3,21,96,130
contiguous 2,21,96,130 3,21,96,130
*/
