package zoo.geometry;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3}, name = "rvec")
@Input(value = {21, 3}, name = "points")
@Input(value = {1, 10, 14}, name = "image")
@Forward("""
    def forward(self, rvec, points, image):
        batch = rvec.shape[0]
        theta2 = (rvec * rvec).sum(dim=-1, keepdim=True)
        theta = torch.sqrt(theta2 + 1e-8)
        axis = rvec / theta
        rx, ry, rz = torch.split(axis, 1, dim=1)
        zeros = torch.zeros((batch, 1), dtype=rvec.dtype, device=rvec.device)
        K = torch.cat([zeros, -rz, ry, rz, zeros, -rx, -ry, rx, zeros], dim=1).view((batch, 3, 3))
        ident = torch.eye(3, dtype=rvec.dtype).unsqueeze(dim=0)
        sin = torch.unsqueeze(torch.sin(theta), dim=2)
        cos = torch.cos(theta)[..., None]
        rot_mat = ident + sin * K + (1 - cos) * torch.bmm(K, K)
        v_homo = F.pad(points, (0, 1), value=1.0)
        transform = torch.cat([F.pad(rot_mat, [0, 0, 0, 1]), F.pad(torch.ones(batch, 3, 1), [0, 0, 0, 1], value=1)], dim=2)
        posed = torch.matmul(transform.unsqueeze(1), torch.unsqueeze(v_homo, dim=-1))
        verts = posed[:, :, :3, 0]
        # 6d rotation
        a1, a2 = rot_mat[..., 0], rot_mat[..., 1]
        b1 = F.normalize(a1)
        b2 = F.normalize(a2 - torch.einsum('bi,bi->b', b1, a2).unsqueeze(-1) * b1)
        b3 = torch.cross(b1, b2, dim=1)
        r6 = torch.stack((b1, b2, b3), dim=-1)
        # procrustes
        mu = verts.mean(dim=1, keepdim=True)
        K2 = (verts - mu).transpose(1, 2).bmm(points - points.mean(dim=1, keepdim=True))
        U, s, V = torch.svd(K2)
        R = V.bmm(U.permute(0, 2, 1))
        scale = torch.diagonal(R.bmm(K2), dim1=-2, dim2=-1).sum(-1) / s.sum(dim=1)
        grid = F.affine_grid(r6[:, :2, :], image.size(), align_corners=False)
        return F.grid_sample(image, grid, align_corners=False), verts * scale[:, None, None], torch.linalg.norm(s, dim=-1)
    """)
class Homography {
  static class Block {}

}

/* PyTorch 1.13.0:
parameters 0
sizes N=2 N=3
mul 2,3 3,3
sum 2,1 3,1
add 2,1 3,1
sqrt 2,1 3,1
axis 2,3 3,3
split 2,1;2,1;2,1; 3,1;3,1;3,1;
zeros 2,1 3,1
neg 2,1 3,1
neg_1 2,1 3,1
neg_2 2,1 3,1
cat 2,9 3,9
view 2,3,3 3,3,3
eye 3,3 3,3
unsqueeze 1,3,3 1,3,3
sin 2,1 3,1
unsqueeze_1 2,1,1 3,1,1
cos 2,1 3,1
getitem 2,1,1 3,1,1
mul_1 2,3,3 3,3,3
add_1 2,3,3 3,3,3
sub 2,1,1 3,1,1
bmm 2,3,3 3,3,3
mul_2 2,3,3 3,3,3
add_2 2,3,3 3,3,3
v_homo 2,21,4 3,21,4
pad 2,4,3 3,4,3
ones 2,3,1 3,3,1
pad_1 2,4,1 3,4,1
cat_1 2,4,4 3,4,4
unsqueeze_2 2,1,4,4 3,1,4,4
unsqueeze_3 2,21,4,1 3,21,4,1
matmul 2,21,4,1 3,21,4,1
verts 2,21,3 3,21,3
getitem_1 2,3 3,3
getitem_2 2,3 3,3
b1 2,3 3,3
einsum 2 3
unsqueeze_4 2,1 3,1
mul_3 2,3 3,3
sub_1 2,3 3,3
normalize 2,3 3,3
b3 2,3 3,3
r6 2,3,3 3,3,3
mu 2,1,3 3,1,3
sub_2 2,21,3 3,21,3
transpose 2,3,21 3,3,21
mean 2,1,3 3,1,3
sub_3 2,21,3 3,21,3
bmm_1 2,3,3 3,3,3
svd 2,3,3;2,3;2,3,3; 3,3,3;3,3;3,3,3;
permute 2,3,3 3,3,3
bmm_2 2,3,3 3,3,3
bmm_3 2,3,3 3,3,3
diagonal 2,3 3,3
sum_1 2 3
sum_2 2 3
div 2 3
getitem_3 2,2,3 3,2,3
affine_grid 2,10,14,2 3,10,14,2
grid_sample 2,1,10,14 3,1,10,14
getitem_4 2,1,1 3,1,1
mul_4 2,21,3 3,21,3
norm 2 3
*/
