package zoo.points;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 500}, name = "x")
@Forward("""
    n_pts = x.size()[2]
    trans = self.stn(x)
    x = x.transpose(2, 1)
    x = torch.bmm(x, trans)
    x = x.transpose(2, 1)
    x = F.relu(self.bn1(self.conv1(x)))

    trans_feat = self.fstn(x)
    x = x.transpose(2, 1)
    x = torch.bmm(x, trans_feat)
    x = x.transpose(2, 1)

    pointfeat = x
    x = F.relu(self.bn2(self.conv2(x)))
    x = self.bn3(self.conv3(x))
    x = torch.max(x, 2, keepdim=True)[0]
    x = x.view(-1, 1024)
    x = x.view(-1, 1024, 1).repeat(1, 1, n_pts)
    x = torch.cat([x, pointfeat], 1)
    x = self.seg(x)
    x = x.transpose(2, 1).contiguous()
    x = F.log_softmax(x.view(-1, 5), dim=-1)
    x = x.view(trans.size(0), n_pts, 5)
    return x, trans, trans_feat
    """)
class PointNet {
  static class Block {}

  @Submodule(TNet.class) Block stn;
  @Submodule(TNet2.class) Block fstn;
  @Conv1d(in = 3, out = 64, k = 1) Block conv1;
  @Conv1d(in = 64, out = 128, k = 1) Block conv2;
  @Conv1d(in = 128, out = 1024, k = 1) Block conv3;
  @BatchNorm1d(64) Block bn1;
  @BatchNorm1d(128) Block bn2;
  @BatchNorm1d(1024) Block bn3;
  @Conv1d(in = 1088, out = 5, k = 1) Block seg;

  @Params("k = 3")
  @Forward("""
      batchsize = x.size()[0]
      x = F.relu(self.bn1(self.conv1(x)))
      x = F.relu(self.bn2(self.conv2(x)))
      x = F.relu(self.bn3(self.conv3(x)))
      x = torch.max(x, 2, keepdim=True)[0]
      x = x.view(-1, 1024)

      x = F.relu(self.bn4(self.fc1(x)))
      x = F.relu(self.bn5(self.fc2(x)))
      x = self.fc3(x)

      iden = torch.eye(self.k).flatten().view(1, self.k * self.k).repeat(batchsize, 1)
      x = x + iden
      x = x.view(-1, self.k, self.k)
      return x
      """)
  static class TNet {
    @Conv1d(in = 3, out = 64, k = 1) Block conv1;
    @Conv1d(in = 64, out = 128, k = 1) Block conv2;
    @Conv1d(in = 128, out = 1024, k = 1) Block conv3;
    @Linear(in = 1024, out = 512) Block fc1;
    @Linear(in = 512, out = 256) Block fc2;
    @Linear(in = 256, out = 9) Block fc3;
    @BatchNorm1d(64) Block bn1;
    @BatchNorm1d(128) Block bn2;
    @BatchNorm1d(1024) Block bn3;
    @BatchNorm1d(512) Block bn4;
    @BatchNorm1d(256) Block bn5;
  }

  @Params("k = 64")
  @Forward("""
      batchsize = x.size()[0]
      x = F.relu(self.bn1(self.conv1(x)))
      x = F.relu(self.bn2(self.conv2(x)))
      x = F.relu(self.bn3(self.conv3(x)))
      x = torch.max(x, 2, keepdim=True)[0]
      x = x.view(-1, 1024)

      x = F.relu(self.bn4(self.fc1(x)))
      x = F.relu(self.bn5(self.fc2(x)))
      x = self.fc3(x)

      iden = torch.eye(self.k).flatten().view(1, self.k * self.k).repeat(batchsize, 1)
      x = x + iden
      x = x.view(-1, self.k, self.k)
      return x
      """)
  static class TNet2 {
    @Conv1d(in = 64, out = 64, k = 1) Block conv1;
    @Conv1d(in = 64, out = 128, k = 1) Block conv2;
    @Conv1d(in = 128, out = 1024, k = 1) Block conv3;
    @Linear(in = 1024, out = 512) Block fc1;
    @Linear(in = 512, out = 256) Block fc2;
    @Linear(in = 256, out = 4096) Block fc3;
    @BatchNorm1d(64) Block bn1;
    @BatchNorm1d(128) Block bn2;
    @BatchNorm1d(1024) Block bn3;
    @BatchNorm1d(512) Block bn4;
    @BatchNorm1d(256) Block bn5;
  }
}

/* PyTorch 1.13.0:
parameters 2808974
sizes N=2 N=3
stn.conv1 2,64,500 3,64,500
stn.bn1 2,64,500 3,64,500
relu 2,64,500 3,64,500
stn.conv2 2,128,500 3,128,500
stn.bn2 2,128,500 3,128,500
relu_1 2,128,500 3,128,500
stn.conv3 2,1024,500 3,1024,500
stn.bn3 2,1024,500 3,1024,500
relu_2 2,1024,500 3,1024,500
x_1 2,1024,1;2,1024,1; 3,1024,1;3,1024,1;
x_2 2,1024 3,1024
stn.fc1 2,512 3,512
stn.bn4 2,512 3,512
relu_3 2,512 3,512
stn.fc2 2,256 3,256
stn.bn5 2,256 3,256
relu_4 2,256 3,256
x_3 2,9 3,9
eye 3,3 3,3
flatten 9 9
view 1,9 1,9
repeat 2,9 3,9
x_4 2,9 3,9
x_5 2,3,3 3,3,3
x_6 2,500,3 3,500,3
x_7 2,500,3 3,500,3
x_8 2,3,500 3,3,500
conv1 2,64,500 3,64,500
bn1 2,64,500 3,64,500
relu_5 2,64,500 3,64,500
fstn.conv1 2,64,500 3,64,500
fstn.bn1 2,64,500 3,64,500
relu_6 2,64,500 3,64,500
fstn.conv2 2,128,500 3,128,500
fstn.bn2 2,128,500 3,128,500
relu_7 2,128,500 3,128,500
fstn.conv3 2,1024,500 3,1024,500
fstn.bn3 2,1024,500 3,1024,500
relu_8 2,1024,500 3,1024,500
x_9 2,1024,1;2,1024,1; 3,1024,1;3,1024,1;
x_10 2,1024 3,1024
fstn.fc1 2,512 3,512
fstn.bn4 2,512 3,512
relu_9 2,512 3,512
fstn.fc2 2,256 3,256
fstn.bn5 2,256 3,256
relu_10 2,256 3,256
x_11 2,4096 3,4096
eye_1 64,64 64,64
flatten_1 4096 4096
view_1 1,4096 1,4096
repeat_1 2,4096 3,4096
x_12 2,4096 3,4096
x_13 2,64,64 3,64,64
x_14 2,500,64 3,500,64
x_15 2,500,64 3,500,64
x_16 2,64,500 3,64,500
conv2 2,128,500 3,128,500
bn2 2,128,500 3,128,500
relu_11 2,128,500 3,128,500
conv3 2,1024,500 3,1024,500
bn3 2,1024,500 3,1024,500
x_17 2,1024,1;2,1024,1; 3,1024,1;3,1024,1;
x_18 2,1024 3,1024
view_2 2,1024,1 3,1024,1
repeat_2 2,1024,500 3,1024,500
x_19 2,1088,500 3,1088,500
x_20 2,5,500 3,5,500
transpose 2,500,5 3,500,5
contiguous 2,500,5 3,500,5
view_3 1000,5 1500,5
log_softmax 1000,5 1500,5
x_21 2,500,5 3,500,5
*/
