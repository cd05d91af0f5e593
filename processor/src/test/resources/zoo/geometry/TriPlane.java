package zoo.geometry;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {50, 3}, name = "coordinates")
@Input(value = {96, 16, 16}, name = "planes")
@Forward("""
    def forward(self, coordinates, planes):
        N, M, _ = coordinates.shape
        planes = planes.view(N, 3, 32, 16, 16)
        n_planes, C, H, W = planes.shape[1:]
        plane_features = planes.view(N * n_planes, C, H, W)
        xy = coordinates[..., [0, 1]]
        xz = coordinates[..., [0, 2]]
        zx = coordinates[..., [2, 0]]
        projected = torch.stack([xy, xz, zx], dim=1).reshape(N * n_planes, M, 2).unsqueeze(1)
        output = torch.nn.functional.grid_sample(plane_features, projected.float(), mode='bilinear', padding_mode='zeros', align_corners=False)
        output = output.permute(0, 3, 2, 1).reshape(N, n_planes, M, C)
        features = output.mean(1)
        # hash encoding
        x = coordinates.reshape(-1, 3)
        grid_size = 1.0 / 16
        bottom_left_idx = torch.floor(x / grid_size).int()
        corners = bottom_left_idx.unsqueeze(1) + self.offsets
        hashed = (corners[..., 0] ^ (corners[..., 1] * 19349663)) ^ (corners[..., 2] * 83492791)
        hashed = torch.tensor((1 << 8) - 1) & hashed
        embeds = self.table(hashed)
        weights = (x - bottom_left_idx * grid_size) / grid_size
        c00 = embeds[:, 0] * (1 - weights[:, 0][:, None]) + embeds[:, 4] * weights[:, 0][:, None]
        c01 = embeds[:, 1] * (1 - weights[:, 0][:, None]) + embeds[:, 5] * weights[:, 0][:, None]
        c = c00 * (1 - weights[:, 1:2]) + c01 * weights[:, 1:2]
        h = torch.cat([features, c.view(N, M, 2)], dim=-1)
        h = torch.sin(30 * self.siren(h))
        sigma, rgb = torch.split(self.out(h), [1, 3], dim=-1)
        return torch.sigmoid(rgb) * (1 + 2 * 0.001) - 0.001, F.softplus(sigma.squeeze(-1) - 1)
    """)
class TriPlane {
  static class Block {}

  @Buffer({1, 8, 3}) Block offsets;
  @Embedding(num = 256, dim = 2) Block table;
  @Linear(in = 34, out = 32) Block siren;
  @Linear(in = 32, out = 4) Block out;
}

/* PyTorch 1.13.0:
parameters 1764
sizes N=2 N=3
planes_1 2,3,32,16,16 3,3,32,16,16
plane_features 6,32,16,16 9,32,16,16
xy 2,50,2 3,50,2
xz 2,50,2 3,50,2
zx 2,50,2 3,50,2
stack 2,3,50,2 3,3,50,2
reshape 6,50,2 9,50,2
unsqueeze 6,1,50,2 9,1,50,2
float 6,1,50,2 9,1,50,2
grid_sample 6,32,1,50 9,32,1,50
permute 6,50,1,32 9,50,1,32
reshape_1 2,3,50,32 3,3,50,32
features 2,50,32 3,50,32
x 100,3 150,3
div 100,3 150,3
floor 100,3 150,3
int 100,3 150,3
unsqueeze_1 100,1,3 150,1,3
add 100,8,3 150,8,3
getitem 100,8 150,8
getitem_1 100,8 150,8
mul 100,8 150,8
bitwise_xor 100,8 150,8
getitem_2 100,8 150,8
mul_1 100,8 150,8
bitwise_xor_1 100,8 150,8
tensor () ()
bitwise_and 100,8 150,8
embeds 100,8,2 150,8,2
mul_2 100,3 150,3
sub 100,3 150,3
div_1 100,3 150,3
getitem_3 100,2 150,2
getitem_4 100 150
getitem_5 100,1 150,1
sub_1 100,1 150,1
mul_3 100,2 150,2
getitem_6 100,2 150,2
getitem_7 100 150
getitem_8 100,1 150,1
mul_4 100,2 150,2
add_1 100,2 150,2
getitem_9 100,2 150,2
getitem_10 100 150
getitem_11 100,1 150,1
sub_2 100,1 150,1
mul_5 100,2 150,2
getitem_12 100,2 150,2
getitem_13 100 150
getitem_14 100,1 150,1
mul_6 100,2 150,2
add_2 100,2 150,2
getitem_15 100,1 150,1
sub_3 100,1 150,1
mul_7 100,2 150,2
getitem_16 100,1 150,1
mul_8 100,2 150,2
add_3 100,2 150,2
view 2,50,2 3,50,2
cat 2,50,34 3,50,34
siren 2,50,32 3,50,32
mul_9 2,50,32 3,50,32
sin 2,50,32 3,50,32
out 2,50,4 3,50,4
split 2,50,1;2,50,3; 3,50,1;3,50,3;
sigmoid 2,50,3 3,50,3
mul_10 2,50,3 3,50,3
sub_4 2,50,3 3,50,3
squeeze 2,50 3,50
sub_5 2,50 3,50
softplus 2,50 3,50
*/
