"""Detection, flow and dense matching."""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from record import In


class RpnHead(nn.Module):
    """torchvision's region proposals over two levels, flattened as they are for the loss."""

    inputs = [In(64, 20, 28), In(64, 10, 14)]
    anchors = 3

    def __init__(self):
        super().__init__()
        self.A = 3
        self.conv = nn.Sequential(nn.Conv2d(64, 64, 3, padding=1), nn.ReLU())
        self.cls_logits = nn.Conv2d(64, 3, kernel_size=1, stride=1)
        self.bbox_pred = nn.Conv2d(64, 12, kernel_size=1, stride=1)

    def forward(self, p3, p4):
        t3 = self.conv(p3)
        t4 = self.conv(p4)
        o3, o4 = self.cls_logits(t3), self.cls_logits(t4)
        d3, d4 = self.bbox_pred(t3), self.bbox_pred(t4)

        # permute_and_flatten
        N, AxC, H, W = o3.shape
        C = AxC // self.A
        o3 = o3.view(N, -1, C, H, W)
        o3 = o3.permute(0, 3, 4, 1, 2)
        o3 = o3.reshape(N, -1, C)
        d3 = d3.view(N, -1, 4, H, W).permute(0, 3, 4, 1, 2).reshape(N, -1, 4)

        N, AxC, H, W = o4.shape
        o4 = o4.view(N, -1, C, H, W).permute(0, 3, 4, 1, 2).reshape(N, -1, C)
        d4 = d4.view(N, -1, 4, H, W).permute(0, 3, 4, 1, 2).reshape(N, -1, 4)

        objectness = torch.cat([o3, o4], dim=1).flatten(0, -2)
        deltas = torch.cat([d3, d4], dim=1).reshape(-1, 4)
        objectness = objectness.reshape(N, -1)
        _, top_n_idx = objectness.topk(300, dim=1)
        batch_idx = torch.arange(N, device=objectness.device)[:, None]
        proposals = deltas.view(N, -1, 4)
        proposals = proposals[batch_idx, top_n_idx]
        scores = torch.sigmoid(objectness[batch_idx, top_n_idx])
        return proposals, scores


class BoxCoder(nn.Module):
    """torchvision's decode_single: deltas to boxes."""

    inputs = [In(5, 8), In(5, 4)]

    def __init__(self):
        super().__init__()
        self.clip = math.log(1000.0 / 16)

    def forward(self, rel_codes, boxes):
        rel_codes = rel_codes.reshape(-1, 8)
        boxes = boxes.reshape(-1, 4)
        boxes = boxes.to(rel_codes.dtype)

        widths = boxes[:, 2] - boxes[:, 0]
        heights = boxes[:, 3] - boxes[:, 1]
        ctr_x = boxes[:, 0] + 0.5 * widths
        ctr_y = boxes[:, 1] + 0.5 * heights

        dx = rel_codes[:, 0::4] / 10.0
        dy = rel_codes[:, 1::4] / 10.0
        dw = rel_codes[:, 2::4] / 5.0
        dh = rel_codes[:, 3::4] / 5.0

        # Prevent sending too large values into torch.exp()
        dw = torch.clamp(dw, max=self.clip)
        dh = torch.clamp(dh, max=self.clip)

        pred_ctr_x = dx * widths[:, None] + ctr_x[:, None]
        pred_ctr_y = dy * heights[:, None] + ctr_y[:, None]
        pred_w = torch.exp(dw) * widths[:, None]
        pred_h = torch.exp(dh) * heights[:, None]

        # Distance from center to box's corner.
        c_to_c_h = torch.tensor(0.5, dtype=pred_ctr_y.dtype, device=pred_h.device) * pred_h
        c_to_c_w = torch.tensor(0.5, dtype=pred_ctr_x.dtype, device=pred_w.device) * pred_w

        pred_boxes1 = pred_ctr_x - c_to_c_w
        pred_boxes2 = pred_ctr_y - c_to_c_h
        pred_boxes3 = pred_ctr_x + c_to_c_w
        pred_boxes4 = pred_ctr_y + c_to_c_h
        pred_boxes = torch.stack((pred_boxes1, pred_boxes2, pred_boxes3, pred_boxes4), dim=2).flatten(1)
        return pred_boxes.view(-1, 5, 2, 4)


class RetinaHead(nn.Module):
    inputs = [In(48, 14, 18)]

    def __init__(self):
        super().__init__()
        self.num_classes = 21
        self.num_anchors = 9
        self.conv = nn.Sequential(nn.Conv2d(48, 48, 3, 1, 1), nn.GroupNorm(8, 48), nn.ReLU())
        self.cls_logits = nn.Conv2d(48, 9 * 21, kernel_size=3, stride=1, padding=1)
        self.bbox_reg = nn.Conv2d(48, 9 * 4, kernel_size=3, stride=1, padding=1)

    def forward(self, features):
        cls_logits = self.conv(features)
        cls_logits = self.cls_logits(cls_logits)

        # Permute classification output from (N, A * K, H, W) to (N, HWA, K).
        N, _, H, W = cls_logits.shape
        cls_logits = cls_logits.view(N, -1, self.num_classes, H, W)
        cls_logits = cls_logits.permute(0, 3, 4, 1, 2)
        cls_logits = cls_logits.reshape(N, -1, self.num_classes)  # Size=(N, HWA, K)

        bbox_regression = self.bbox_reg(self.conv(features))
        bbox_regression = bbox_regression.view(N, -1, 4, H, W)
        bbox_regression = bbox_regression.permute(0, 3, 4, 1, 2)
        bbox_regression = bbox_regression.reshape(N, -1, 4)
        return cls_logits, bbox_regression


class FcosHead(nn.Module):
    inputs = [In(32, 12, 17)]

    def __init__(self):
        super().__init__()
        self.tower = nn.Sequential(nn.Conv2d(32, 32, 3, 1, 1, bias=False), nn.GroupNorm(4, 32), nn.ReLU(inplace=True))
        self.cls = nn.Conv2d(32, 20, 3, padding=1)
        self.reg = nn.Conv2d(32, 4, 3, padding=1)
        self.ctr = nn.Conv2d(32, 1, 3, padding=1)
        self.scale = nn.Parameter(torch.ones(1))

    def forward(self, x):
        feat = self.tower(x)
        logits = self.cls(feat)
        bbox = F.relu(self.reg(feat) * self.scale)
        ctrness = self.ctr(feat)
        n, _, h, w = logits.size()

        shifts_x = torch.arange(0, w * 8, step=8, dtype=torch.float32)
        shifts_y = torch.arange(0, h * 8, step=8, dtype=torch.float32)
        shift_y, shift_x = torch.meshgrid(shifts_y, shifts_x)
        shift_x = shift_x.reshape(-1)
        shift_y = shift_y.reshape(-1)
        locations = torch.stack((shift_x, shift_y), dim=1) + 8 // 2

        box_cls = logits.permute(0, 2, 3, 1).reshape(n, -1, 20).sigmoid()
        box_regression = bbox.permute(0, 2, 3, 1).reshape(n, -1, 4)
        center = ctrness.permute(0, 2, 3, 1).reshape(n, -1).sigmoid()
        scores = box_cls * center[:, :, None]
        l, t, r, b = box_regression.unbind(dim=-1)
        detections = torch.stack([
            locations[:, 0] - l,
            locations[:, 1] - t,
            locations[:, 0] + r,
            locations[:, 1] + b,
        ], dim=-1)
        return detections, torch.sqrt(scores)


class MaskHead(nn.Module):
    inputs = [In(32, 14, 14), In(32, 7, 7)]

    def __init__(self):
        super().__init__()
        self.fc6 = nn.Linear(32 * 7 * 7, 128)
        self.fc7 = nn.Linear(128, 128)
        self.cls_score = nn.Linear(128, 11)
        self.bbox_pred = nn.Linear(128, 44)
        self.mask_fcn1 = nn.Conv2d(32, 40, 3, stride=1, padding=1, dilation=1)
        self.conv5_mask = nn.ConvTranspose2d(40, 40, 2, 2, 0)
        self.mask_fcn_logits = nn.Conv2d(40, 11, 1, 1, 0)
        self.kps_score_lowres = nn.ConvTranspose2d(40, 17, 4, stride=2, padding=4 // 2 - 1)

    def forward(self, rois, box_rois):
        x = box_rois.flatten(start_dim=1)
        x = F.relu(self.fc6(x))
        x = F.relu(self.fc7(x))
        scores = self.cls_score(x)
        bbox_deltas = self.bbox_pred(x)
        pred_scores = F.softmax(scores, -1)

        m = F.relu(self.mask_fcn1(rois))
        mask_logits = self.mask_fcn_logits(F.relu(self.conv5_mask(m)))
        k = self.kps_score_lowres(m)
        k = torch.nn.functional.interpolate(
            k, scale_factor=float(2), mode="bilinear", align_corners=False, recompute_scale_factor=False
        )
        labels = pred_scores[:, 1:].argmax(dim=1) + 1
        index = torch.arange(rois.size(0), device=labels.device)
        mask_prob = mask_logits.sigmoid()[index, labels][:, None]
        keypoints = k.flatten(2).argmax(dim=-1)
        y, x = torch.div(keypoints, k.shape[-1], rounding_mode="floor"), keypoints % k.shape[-1]
        return bbox_deltas.view(-1, 11, 4), mask_prob, torch.stack((x, y), dim=2).float()


class Darknet(nn.Module):
    """YOLOv3's top-down way with routes."""

    inputs = [In(3, 96, 128)]

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.LeakyReLU(0.1))
        self.down1 = nn.Sequential(nn.Conv2d(16, 32, 3, 2, 1, bias=False), nn.BatchNorm2d(32), nn.LeakyReLU(0.1))
        self.res1 = nn.Sequential(DarkResidual(32), DarkResidual(32))
        self.down2 = nn.Sequential(nn.Conv2d(32, 64, 3, 2, 1, bias=False), nn.BatchNorm2d(64), nn.LeakyReLU(0.1))
        self.res2 = nn.Sequential(DarkResidual(64), DarkResidual(64))
        self.lateral = nn.Conv2d(64, 32, 1)
        self.upsample = nn.Upsample(scale_factor=2, mode="nearest")
        self.out1 = nn.Conv2d(64, 3 * 25, 1)
        self.out2 = nn.Conv2d(64, 3 * 25, 1)

    def forward(self, x):
        x = self.down1(self.stem(x))
        route_1 = self.res1(x)
        x = self.res2(self.down2(route_1))
        large = self.out1(x)
        x = self.upsample(self.lateral(x))
        x = torch.cat([x, route_1], 1)
        small = self.out2(x)
        return large, small


class DarkResidual(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.conv1 = nn.Sequential(nn.Conv2d(c, c // 2, 1, bias=False), nn.BatchNorm2d(c // 2), nn.LeakyReLU(0.1))
        self.conv2 = nn.Sequential(nn.Conv2d(c // 2, c, 3, 1, 1, bias=False), nn.BatchNorm2d(c), nn.LeakyReLU(0.1))

    def forward(self, x):
        return x + self.conv2(self.conv1(x))


class YoloLayer(nn.Module):
    """The decoding of PyTorch-YOLOv3."""

    inputs = [In(75, 13, 17)]

    def __init__(self):
        super().__init__()
        self.num_anchors = 3
        self.num_classes = 20
        self.stride = 32
        self.register_buffer("anchor_grid", torch.rand(1, 3, 1, 1, 2))

    def forward(self, prediction):
        num_samples = prediction.size(0)
        grid_h, grid_w = prediction.size(2), prediction.size(3)
        prediction = (
            prediction.view(num_samples, self.num_anchors, self.num_classes + 5, grid_h, grid_w)
            .permute(0, 1, 3, 4, 2)
            .contiguous()
        )
        # Get outputs
        x = torch.sigmoid(prediction[..., 0])  # Center x
        y = torch.sigmoid(prediction[..., 1])  # Center y
        w = prediction[..., 2]  # Width
        h = prediction[..., 3]  # Height
        pred_conf = torch.sigmoid(prediction[..., 4])  # Conf
        pred_cls = torch.sigmoid(prediction[..., 5:])  # Cls pred.
        grid_x = torch.arange(grid_w).repeat(grid_h, 1).view([1, 1, grid_h, grid_w]).type(torch.FloatTensor)
        grid_y = torch.arange(grid_h).repeat(grid_w, 1).t().view([1, 1, grid_h, grid_w]).float()
        anchor_w = self.anchor_grid[..., 0]
        anchor_h = self.anchor_grid[..., 1]
        pred_boxes = torch.zeros_like(prediction[..., :4])
        pred_boxes[..., 0] = x.data + grid_x
        pred_boxes[..., 1] = y.data + grid_y
        pred_boxes[..., 2] = torch.exp(w.data) * anchor_w
        pred_boxes[..., 3] = torch.exp(h.data) * anchor_h
        output = torch.cat(
            (
                pred_boxes.view(num_samples, -1, 4) * self.stride,
                pred_conf.view(num_samples, -1, 1),
                pred_cls.view(num_samples, -1, self.num_classes),
            ),
            -1,
        )
        return output


class Bottleneck5(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.cv1 = nn.Sequential(nn.Conv2d(c, c, 1, bias=False), nn.BatchNorm2d(c), nn.SiLU())
        self.cv2 = nn.Sequential(nn.Conv2d(c, c, 3, 1, 1, bias=False), nn.BatchNorm2d(c), nn.SiLU())

    def forward(self, x):
        return x + self.cv2(self.cv1(x))


class C3(nn.Module):
    def __init__(self, c1, c2):
        super().__init__()
        c_ = c2 // 2
        self.cv1 = nn.Sequential(nn.Conv2d(c1, c_, 1, bias=False), nn.BatchNorm2d(c_), nn.SiLU())
        self.cv2 = nn.Sequential(nn.Conv2d(c1, c_, 1, bias=False), nn.BatchNorm2d(c_), nn.SiLU())
        self.cv3 = nn.Sequential(nn.Conv2d(2 * c_, c2, 1, bias=False), nn.BatchNorm2d(c2), nn.SiLU())
        self.m = nn.Sequential(Bottleneck5(c_), Bottleneck5(c_))

    def forward(self, x):
        return self.cv3(torch.cat((self.m(self.cv1(x)), self.cv2(x)), 1))


class Sppf(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.cv1 = nn.Sequential(nn.Conv2d(c, c // 2, 1, bias=False), nn.BatchNorm2d(c // 2), nn.SiLU())
        self.cv2 = nn.Sequential(nn.Conv2d(c * 2, c, 1, bias=False), nn.BatchNorm2d(c), nn.SiLU())
        self.m = nn.MaxPool2d(kernel_size=5, stride=1, padding=5 // 2)

    def forward(self, x):
        x = self.cv1(x)
        y1 = self.m(x)
        y2 = self.m(y1)
        return self.cv2(torch.cat((x, y1, y2, self.m(y2)), 1))


class Yolo5(nn.Module):
    inputs = [In(3, -1, -1, where="H % 16 == 0 and W % 16 == 0")]
    cases = [dict(N=2, H=64, W=96), dict(N=3, H=80, W=64)]

    def __init__(self):
        super().__init__()
        self.na = 3
        self.no = 13
        self.focus = nn.Sequential(nn.Conv2d(12, 24, 3, 1, 1, bias=False), nn.BatchNorm2d(24), nn.SiLU())
        self.conv1 = nn.Sequential(nn.Conv2d(24, 32, 3, 2, 1, bias=False), nn.BatchNorm2d(32), nn.SiLU())
        self.c3 = C3(32, 32)
        self.conv2 = nn.Sequential(nn.Conv2d(32, 48, 3, 2, 1, bias=False), nn.BatchNorm2d(48), nn.SiLU())
        self.sppf = Sppf(48)
        self.up = nn.Upsample(None, 2, "nearest")
        self.c3_up = C3(80, 32)
        self.m = nn.Conv2d(32, 39, 1)
        self.register_buffer("anchor_grid", torch.rand(1, 3, 1, 1, 2))

    def forward(self, x):
        x = self.focus(torch.cat([x[..., ::2, ::2], x[..., 1::2, ::2], x[..., ::2, 1::2], x[..., 1::2, 1::2]], 1))
        p3 = self.c3(self.conv1(x))
        p4 = self.sppf(self.conv2(p3))
        y = self.c3_up(torch.cat((self.up(p4), p3), dim=1))
        y = self.m(y)
        bs, _, ny, nx = y.shape  # x(bs,255,20,20) to x(bs,3,20,20,85)
        y = y.view(bs, self.na, self.no, ny, nx).permute(0, 1, 3, 4, 2).contiguous()
        yv, xv = torch.meshgrid(torch.arange(ny), torch.arange(nx), indexing="ij")
        grid = torch.stack((xv, yv), 2).expand((1, self.na, ny, nx, 2)) - 0.5
        xy, wh, conf = y.sigmoid().split((2, 2, 8 + 1), 4)
        xy = (xy * 2 + grid) * 8
        wh = (wh * 2) ** 2 * self.anchor_grid
        z = torch.cat((xy, wh, conf), 4)
        return z.view(bs, -1, self.no)


class C2f(nn.Module):
    def __init__(self, c1, c2):
        super().__init__()
        self.c = c2 // 2
        self.cv1 = nn.Sequential(nn.Conv2d(c1, 2 * self.c, 1, bias=False), nn.BatchNorm2d(2 * self.c), nn.SiLU())
        self.cv2 = nn.Sequential(nn.Conv2d(4 * self.c, c2, 1, bias=False), nn.BatchNorm2d(c2), nn.SiLU())
        self.m0 = Bottleneck5(self.c)
        self.m1 = Bottleneck5(self.c)

    def forward(self, x):
        y = list(self.cv1(x).chunk(2, 1))
        y.append(self.m0(y[-1]))
        y.append(self.m1(y[-1]))
        return self.cv2(torch.cat(y, 1))


class Dfl(nn.Module):
    def __init__(self, c1=16):
        super().__init__()
        self.c1 = c1
        self.conv = nn.Conv2d(c1, 1, 1, bias=False).requires_grad_(False)

    def forward(self, x):
        b, c, a = x.shape  # batch, channels, anchors
        return self.conv(x.view(b, 4, self.c1, a).transpose(2, 1).softmax(1)).view(b, 4, a)


class Yolo8(nn.Module):
    inputs = [In(32, 16, 20), In(48, 8, 10)]

    def __init__(self):
        super().__init__()
        self.nc = 7
        self.reg_max = 16
        self.no = 7 + 64
        self.c2f = C2f(80, 32)
        self.up = nn.Upsample(scale_factor=2)
        self.cv2_0 = nn.Conv2d(32, 64, 1)
        self.cv2_1 = nn.Conv2d(48, 64, 1)
        self.cv3_0 = nn.Conv2d(32, 7, 1)
        self.cv3_1 = nn.Conv2d(48, 7, 1)
        self.dfl = Dfl(16)

    def forward(self, p3, p4):
        p3 = self.c2f(torch.cat([self.up(p4), p3], 1))
        x0 = torch.cat((self.cv2_0(p3), self.cv3_0(p3)), 1)
        x1 = torch.cat((self.cv2_1(p4), self.cv3_1(p4)), 1)
        shape = x0.shape
        x_cat = torch.cat([x0.view(shape[0], self.no, -1), x1.view(shape[0], self.no, -1)], 2)
        box, cls = x_cat.split((self.reg_max * 4, self.nc), 1)
        sx = torch.arange(end=20, dtype=x0.dtype) + 0.5
        sy = torch.arange(end=16, dtype=x0.dtype) + 0.5
        sy, sx = torch.meshgrid(sy, sx, indexing="ij")
        a0 = torch.stack((sx, sy), -1).view(-1, 2)
        ty, tx = torch.meshgrid(torch.arange(8) + 0.5, torch.arange(10) + 0.5, indexing="ij")
        a1 = torch.stack((tx, ty), -1).view(-1, 2)
        anchors = torch.cat([a0, a1]).transpose(0, 1)
        strides = torch.cat([torch.full((16 * 20, 1), 8.0), torch.full((8 * 10, 1), 16.0)]).transpose(0, 1)
        distance = self.dfl(box)
        lt, rb = distance.chunk(2, 1)
        x1y1 = anchors.unsqueeze(0) - lt
        x2y2 = anchors.unsqueeze(0) + rb
        c_xy = (x1y1 + x2y2) / 2
        wh = x2y2 - x1y1
        dbox = torch.cat((c_xy, wh), 1) * strides
        return torch.cat((dbox, cls.sigmoid()), 1)


class SeparableConv(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.depthwise_conv = nn.Conv2d(c, c, 3, padding=1, groups=c, bias=False)
        self.pointwise_conv = nn.Conv2d(c, c, 1)
        self.bn = nn.BatchNorm2d(c, momentum=0.01, eps=1e-3)

    def forward(self, x):
        x = self.depthwise_conv(x)
        x = self.pointwise_conv(x)
        return self.bn(x)


class BiFpn(nn.Module):
    """EfficientDet's fast attention."""

    inputs = [In(24, 32, 48), In(24, 16, 24), In(24, 8, 12)]

    def __init__(self):
        super().__init__()
        self.epsilon = 1e-4
        self.conv4_up = SeparableConv(24)
        self.conv3_up = SeparableConv(24)
        self.conv4_down = SeparableConv(24)
        self.conv5_down = SeparableConv(24)
        self.p4_downsample = nn.MaxPool2d(3, 2, 1)
        self.p4_w1 = nn.Parameter(torch.ones(2, dtype=torch.float32), requires_grad=True)
        self.p3_w1 = nn.Parameter(torch.ones(2))
        self.p4_w2 = nn.Parameter(torch.ones(3))
        self.p5_w2 = nn.Parameter(torch.ones(2))
        self.swish = nn.SiLU()
        self.p4_w1_relu = nn.ReLU()

    def forward(self, p3_in, p4_in, p5_in):
        p4_w1 = self.p4_w1_relu(self.p4_w1)
        weight = p4_w1 / (torch.sum(p4_w1, dim=0) + self.epsilon)
        p5_up = F.interpolate(p5_in, scale_factor=2, mode="nearest")
        p4_up = self.conv4_up(self.swish(weight[0] * p4_in + weight[1] * p5_up))

        p3_w1 = F.relu(self.p3_w1)
        weight = p3_w1 / (torch.sum(p3_w1, dim=0) + self.epsilon)
        p3_out = self.conv3_up(self.swish(weight[0] * p3_in + weight[1] * F.interpolate(p4_up, size=p3_in.shape[2:])))

        p4_w2 = F.relu(self.p4_w2)
        weight = p4_w2 / (torch.sum(p4_w2, dim=0) + self.epsilon)
        p4_out = self.conv4_down(
            self.swish(weight[0] * p4_in + weight[1] * p4_up + weight[2] * self.p4_downsample(p3_out)))

        stacked = torch.stack([p5_in, F.max_pool2d(F.pad(p4_out, [0, 1, 0, 1]), 3, stride=2)], dim=-1)
        p5_out = torch.matmul(stacked, torch.softmax(self.p5_w2, dim=0).unsqueeze(dim=-1))
        p5_out = self.conv5_down(self.swish(torch.squeeze(p5_out, dim=-1)))
        return p3_out, p4_out, p5_out


class CornerPools(nn.Module):
    """CornerNet's pools by running maxima, and its embeddings by index."""

    inputs = [In(16, 12, 20), In(5, high=240)]

    def __init__(self):
        super().__init__()
        self.p1 = nn.Conv2d(16, 16, 3, padding=1)
        self.p2 = nn.Conv2d(16, 16, 3, padding=1)
        self.heat = nn.Conv2d(16, 8, 1)
        self.tag = nn.Conv2d(16, 1, 1)

    def forward(self, x, ind):
        top = x.flip(2).cummax(dim=2)[0].flip(2)
        left, _ = torch.cummax(torch.flip(self.p2(x), dims=[3]), dim=3)
        pool = self.p1(top) + left.flip([3])
        heat = torch.sigmoid(self.heat(pool))
        hmax = F.max_pool2d(heat, (3, 3), stride=1, padding=1)
        keep = (hmax == heat).float()
        heat = heat * keep
        batch, cat, height, width = heat.size()
        topk_scores, topk_inds = torch.topk(heat.view(batch, -1), 10)
        topk_clses = (topk_inds / (height * width)).int()
        topk_inds = topk_inds % (height * width)
        topk_ys = (topk_inds / width).int().float()
        feat = self.tag(pool).permute(0, 2, 3, 1).contiguous()
        feat = feat.view(feat.size(0), -1, feat.size(3))
        dim = feat.size(2)
        index = ind.unsqueeze(2).expand(ind.size(0), ind.size(1), dim)
        tags = feat.gather(1, index)
        return topk_scores, topk_clses, topk_ys, tags.squeeze(2)


class DetrDemo(nn.Module):
    """DETR in 50 lines of PyTorch."""

    inputs = [In(32, 7, 9)]

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(32, 64, 1)
        self.transformer = nn.Transformer(64, 8, 2, 2, dim_feedforward=128)
        self.linear_class = nn.Linear(64, 92)
        self.linear_bbox = nn.Linear(64, 4)
        self.query_pos = nn.Parameter(torch.rand(100, 64))
        self.row_embed = nn.Parameter(torch.rand(50, 32))
        self.col_embed = nn.Parameter(torch.rand(50, 32))

    def forward(self, x):
        h = self.conv(x)
        H, W = h.shape[-2:]
        pos = torch.cat([
            self.col_embed[:W].unsqueeze(0).repeat(H, 1, 1),
            self.row_embed[:H].unsqueeze(1).repeat(1, W, 1),
        ], dim=-1).flatten(0, 1).unsqueeze(1)
        h = self.transformer(pos + 0.1 * h.flatten(2).permute(2, 0, 1),
                             self.query_pos.unsqueeze(1).repeat(1, x.shape[0], 1)).transpose(0, 1)
        return self.linear_class(h), self.linear_bbox(h).sigmoid()


class SinePosition(nn.Module):
    """DETR's position encoding from a mask."""

    inputs = [In(-1, -1, dtype="boolean", axes=["H", "W"]), In(64, -1, -1)]
    cases = [dict(N=2, H=6, W=11), dict(N=3, H=9, W=5)]

    def __init__(self):
        super().__init__()
        self.num_pos_feats = 32
        self.temperature = 10000
        self.scale = 2 * math.pi

    def forward(self, mask, x):
        not_mask = ~mask
        y_embed = not_mask.cumsum(1, dtype=torch.float32)
        x_embed = not_mask.cumsum(2, dtype=torch.float32)
        eps = 1e-6
        y_embed = y_embed / (y_embed[:, -1:, :] + eps) * self.scale
        x_embed = x_embed / (x_embed[:, :, -1:] + eps) * self.scale

        dim_t = torch.arange(self.num_pos_feats, dtype=torch.float32, device=x.device)
        dim_t = self.temperature ** (2 * (torch.div(dim_t, 2, rounding_mode='floor')) / self.num_pos_feats)

        pos_x = x_embed[:, :, :, None] / dim_t
        pos_y = y_embed[:, :, :, None] / dim_t
        pos_x = torch.stack((pos_x[:, :, :, 0::2].sin(), pos_x[:, :, :, 1::2].cos()), dim=4).flatten(3)
        pos_y = torch.stack((pos_y[:, :, :, 0::2].sin(), pos_y[:, :, :, 1::2].cos()), dim=4).flatten(3)
        pos = torch.cat((pos_y, pos_x), dim=3).permute(0, 3, 1, 2)
        src = x + pos
        mask = F.interpolate(mask[None].float(), size=x.shape[-2:]).to(torch.bool)[0]
        bs, c, h, w = src.shape
        src = src.flatten(2).permute(2, 0, 1)
        mask = mask.flatten(1)
        return src.masked_fill(mask.transpose(0, 1).unsqueeze(-1), 0.0)


class RaftUpdate(nn.Module):
    """RAFT's separable GRU, and its convex upsampling."""

    inputs = [In(32, 9, 14), In(40, 9, 14), In(2, 9, 14)]

    def __init__(self):
        super().__init__()
        self.convz1 = nn.Conv2d(72, 32, (1, 5), padding=(0, 2))
        self.convr1 = nn.Conv2d(72, 32, (1, 5), padding=(0, 2))
        self.convq1 = nn.Conv2d(72, 32, (1, 5), padding=(0, 2))
        self.convz2 = nn.Conv2d(72, 32, (5, 1), padding=(2, 0))
        self.convr2 = nn.Conv2d(72, 32, (5, 1), padding=(2, 0))
        self.convq2 = nn.Conv2d(72, 32, (5, 1), padding=(2, 0))
        self.mask = nn.Sequential(nn.Conv2d(32, 48, 3, padding=1), nn.ReLU(inplace=True))
        self.mask2 = nn.Conv2d(48, 64 * 9, 1, padding=0)

    def forward(self, h, x, flow):
        # horizontal
        hx = torch.cat([h, x], dim=1)
        z = torch.sigmoid(self.convz1(hx))
        r = torch.sigmoid(self.convr1(hx))
        q = torch.tanh(self.convq1(torch.cat([r * h, x], dim=1)))
        h = (1 - z) * h + z * q

        # vertical
        hx = torch.cat([h, x], dim=1)
        z = torch.sigmoid(self.convz2(hx))
        r = torch.sigmoid(self.convr2(hx))
        q = torch.tanh(self.convq2(torch.cat([r * h, x], dim=1)))
        h = (1 - z) * h + z * q

        # Upsample flow field [H/8, W/8, 2] -> [H, W, 2] using convex combination
        mask = .25 * self.mask2(self.mask(h))
        N, _, H, W = flow.shape
        mask = mask.view(N, 1, 9, 8, 8, H, W)
        mask = torch.softmax(mask, dim=2)

        up_flow = F.unfold(8 * flow, [3, 3], padding=1)
        up_flow = up_flow.view(N, 2, 9, 1, 1, H, W)

        up_flow = torch.sum(mask * up_flow, dim=2)
        up_flow = up_flow.permute(0, 1, 4, 2, 5, 3)
        return up_flow.reshape(N, 2, 8 * H, 8 * W)


class CorrelationLookup(nn.Module):
    """RAFT's all-pairs volume, looked up around the flow."""

    inputs = [In(24, 8, 12), In(24, 8, 12), In(2, 8, 12)]

    def forward(self, fmap1, fmap2, coords):
        batch, dim, ht, wd = fmap1.shape
        fmap1 = fmap1.view(batch, dim, ht * wd)
        fmap2 = fmap2.view(batch, dim, ht * wd)
        corr = torch.matmul(fmap1.transpose(1, 2), fmap2)
        corr = corr.view(batch, ht, wd, 1, ht, wd) / torch.sqrt(torch.tensor(dim).float())
        batch, h1, w1, dim, h2, w2 = corr.shape
        corr = corr.reshape(batch * h1 * w1, dim, h2, w2)
        corr1 = F.avg_pool2d(corr, 2, stride=2)

        r = 3
        coords = coords.permute(0, 2, 3, 1)
        batch, h1, w1, _ = coords.shape
        dx = torch.linspace(-r, r, 2 * r + 1)
        dy = torch.linspace(-r, r, 2 * r + 1)
        delta = torch.stack(torch.meshgrid(dy, dx), axis=-1)
        centroid_lvl = coords.reshape(batch * h1 * w1, 1, 1, 2) / 2 ** 1
        delta_lvl = delta.view(1, 2 * r + 1, 2 * r + 1, 2)
        coords_lvl = centroid_lvl + delta_lvl

        # bilinear_sampler
        H, W = corr1.shape[-2:]
        xgrid, ygrid = coords_lvl.split([1, 1], dim=-1)
        xgrid = 2 * xgrid / (W - 1) - 1
        ygrid = 2 * ygrid / (H - 1) - 1
        grid = torch.cat([xgrid, ygrid], dim=-1)
        img = F.grid_sample(corr1, grid, align_corners=True)
        img = img.view(batch, h1, w1, -1)
        return img.permute(0, 3, 1, 2).contiguous().float()


class PwcWarp(nn.Module):
    """PWC-Net's warp with the mask of what leaves the image."""

    inputs = [In(16, -1, -1), In(2, -1, -1)]
    cases = [dict(N=2, H=10, W=14), dict(N=3, H=7, W=6)]

    def forward(self, x, flo):
        B, C, H, W = x.size()
        # mesh grid
        xx = torch.arange(0, W).view(1, -1).repeat(H, 1)
        yy = torch.arange(0, H).view(-1, 1).repeat(1, W)
        xx = xx.view(1, 1, H, W).repeat(B, 1, 1, 1)
        yy = yy.view(1, 1, H, W).repeat(B, 1, 1, 1)
        grid = torch.cat((xx, yy), 1).float()
        vgrid = grid + flo
        # scale grid to [-1,1]
        vgrid[:, 0, :, :] = 2.0 * vgrid[:, 0, :, :].clone() / max(W - 1, 1) - 1.0
        vgrid[:, 1, :, :] = 2.0 * vgrid[:, 1, :, :].clone() / max(H - 1, 1) - 1.0
        vgrid = vgrid.permute(0, 2, 3, 1)
        output = nn.functional.grid_sample(x, vgrid, align_corners=True)
        mask = torch.ones(x.size())
        mask = nn.functional.grid_sample(mask, vgrid, align_corners=True)
        mask[mask < 0.9999] = 0
        mask[mask > 0] = 1
        return output * mask


class SamEncoderBlock(nn.Module):
    """Segment Anything: windows with padding, attention with decomposed relative positions."""

    inputs = [In(20, 26, 32)]

    def __init__(self):
        super().__init__()
        self.num_heads = 4
        self.norm1 = nn.LayerNorm(32)
        self.qkv = nn.Linear(32, 96)
        self.proj = nn.Linear(32, 32)
        self.rel_pos_h = nn.Parameter(torch.zeros(2 * 7 - 1, 8))
        self.rel_pos_w = nn.Parameter(torch.zeros(2 * 7 - 1, 8))

    def forward(self, x):
        shortcut = x
        x = self.norm1(x)
        B, H, W, C = x.shape
        pad_h = (7 - H % 7) % 7
        pad_w = (7 - W % 7) % 7
        x = F.pad(x, (0, 0, 0, pad_w, 0, pad_h))
        Hp, Wp = H + pad_h, W + pad_w
        x = x.view(B, Hp // 7, 7, Wp // 7, 7, C)
        windows = x.permute(0, 1, 3, 2, 4, 5).contiguous().view(-1, 7, 7, C)

        Bw, h, w, _ = windows.shape
        # qkv with shape (3, B, nHead, H * W, C)
        qkv = self.qkv(windows).reshape(Bw, h * w, 3, self.num_heads, -1).permute(2, 0, 3, 1, 4)
        # q, k, v with shape (B * nHead, H * W, C)
        q, k, v = qkv.reshape(3, Bw * self.num_heads, h * w, -1).unbind(0)
        attn = (q * 8 ** -0.5) @ k.transpose(-2, -1)
        q_coords = torch.arange(h)[:, None] * max(h / w, 1.0)
        k_coords = torch.arange(w)[None, :] * max(h / w, 1.0)
        relative_coords = (q_coords - k_coords) + (w - 1) * max(h / w, 1.0)
        Rh = self.rel_pos_h[relative_coords.long()]
        Rw = self.rel_pos_w[relative_coords.long()]
        r_q = q.reshape(Bw * self.num_heads, h, w, 8)
        rel_h = torch.einsum("bhwc,hkc->bhwk", r_q, Rh)
        rel_w = torch.einsum("bhwc,wkc->bhwk", r_q, Rw)
        attn = (
            attn.view(Bw * self.num_heads, h, w, h, w) + rel_h[:, :, :, :, None] + rel_w[:, :, :, None, :]
        ).view(Bw * self.num_heads, h * w, h * w)
        attn = attn.softmax(dim=-1)
        x = (attn @ v).view(Bw, self.num_heads, h, w, -1).permute(0, 2, 3, 1, 4).reshape(Bw, h, w, -1)
        x = self.proj(x)

        x = x.view(B, Hp // 7, Wp // 7, 7, 7, -1)
        x = x.permute(0, 1, 3, 2, 4, 5).contiguous().view(B, Hp, Wp, -1)
        x = x[:, :H, :W, :].contiguous()
        return shortcut + x


class LayerNorm2d(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(c))
        self.bias = nn.Parameter(torch.zeros(c))

    def forward(self, x):
        u = x.mean(1, keepdim=True)
        s = (x - u).pow(2).mean(1, keepdim=True)
        x = (x - u) / torch.sqrt(s + 1e-6)
        x = self.weight[:, None, None] * x + self.bias[:, None, None]
        return x


class SamMaskDecoder(nn.Module):
    inputs = [In(64, 8, 12), In(3, 2)]

    def __init__(self):
        super().__init__()
        self.num_mask_tokens = 4
        self.iou_token = nn.Embedding(1, 64)
        self.mask_tokens = nn.Embedding(4, 64)
        self.register_buffer("positional_encoding_gaussian_matrix", torch.randn(2, 32))
        self.attn = nn.MultiheadAttention(64, 4, batch_first=True)
        self.output_upscaling = nn.Sequential(
            nn.ConvTranspose2d(64, 16, kernel_size=2, stride=2), LayerNorm2d(16), nn.GELU(),
            nn.ConvTranspose2d(16, 8, kernel_size=2, stride=2), nn.GELU())
        self.hyper = nn.Sequential(nn.Linear(64, 32), nn.ReLU())
        self.hyper_out = nn.Linear(32, 8)
        self.iou_prediction_head = nn.Linear(64, 4)

    def forward(self, image_embeddings, points):
        coords = 2 * points - 1
        coords = coords @ self.positional_encoding_gaussian_matrix
        coords = 2 * math.pi * coords
        sparse = torch.cat([torch.sin(coords), torch.cos(coords)], dim=-1)

        output_tokens = torch.cat([self.iou_token.weight, self.mask_tokens.weight], dim=0)
        output_tokens = output_tokens.unsqueeze(0).expand(sparse.size(0), -1, -1)
        tokens = torch.cat((output_tokens, sparse), dim=1)

        src = image_embeddings
        b, c, h, w = src.shape
        image = src.flatten(2).permute(0, 2, 1)
        hs, _ = self.attn(tokens, image, image)
        iou_token_out = hs[:, 0, :]
        mask_tokens_out = hs[:, 1 : (1 + self.num_mask_tokens), :]

        # Upscale mask embeddings and predict masks using the mask tokens
        src = image.transpose(1, 2).view(b, c, h, w)
        upscaled_embedding = self.output_upscaling(src)
        hyper_in = torch.stack([
            self.hyper_out(self.hyper(mask_tokens_out[:, 0, :])),
            self.hyper_out(self.hyper(mask_tokens_out[:, 1, :])),
            self.hyper_out(self.hyper(mask_tokens_out[:, 2, :])),
            self.hyper_out(self.hyper(mask_tokens_out[:, 3, :]))], dim=1)
        b, c, h, w = upscaled_embedding.shape
        masks = (hyper_in @ upscaled_embedding.view(b, c, h * w)).view(b, -1, h, w)
        masks = F.interpolate(masks, (8 * 8, 12 * 8), mode="bilinear", align_corners=False)
        masks = masks[..., : 8 * 7, : 12 * 6]
        iou_pred = self.iou_prediction_head(iou_token_out)
        return masks, iou_pred


class SuperPoint(nn.Module):
    inputs = [In(1, -1, -1, where="H % 8 == 0 and W % 8 == 0")]
    cases = [dict(N=2, H=24, W=40), dict(N=3, H=16, W=8)]

    def __init__(self):
        super().__init__()
        self.relu = nn.ReLU(inplace=True)
        self.pool = nn.MaxPool2d(kernel_size=2, stride=2)
        self.conv1a = nn.Conv2d(1, 16, 3, 1, 1)
        self.conv2a = nn.Conv2d(16, 24, 3, 1, 1)
        self.conv3a = nn.Conv2d(24, 32, 3, 1, 1)
        self.convPa = nn.Conv2d(32, 65, 1)
        self.convDa = nn.Conv2d(32, 48, 1)

    def forward(self, x):
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


class PointPillars(nn.Module):
    """The pillar features, scattered on a canvas."""

    inputs = [In(40, 16, 9), In(40, high=320)]

    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(12, 32, bias=False)
        self.norm = nn.BatchNorm1d(32, eps=1e-3, momentum=0.01)
        self.backbone = nn.Conv2d(32, 48, 3, 2, 1)
        self.nx = 20
        self.ny = 16

    def forward(self, pillars, indices):
        b, p, m, c = pillars.shape
        points_mean = pillars[..., :3].sum(dim=2, keepdim=True) / m
        f_cluster = pillars[..., :3] - points_mean
        features = torch.cat([pillars, f_cluster], dim=-1)
        x = self.linear(features.flatten(0, 1))
        x = self.norm(x.permute(0, 2, 1).contiguous()).permute(0, 2, 1).contiguous()
        x = F.relu(x)
        x_max = torch.max(x, dim=1, keepdim=True)[0]
        x = x_max.squeeze(1).view(b, p, -1)
        canvas = torch.zeros(b, 32, self.nx * self.ny, dtype=x.dtype, device=x.device)
        index = indices.unsqueeze(1).expand(-1, 32, -1)
        canvas = canvas.scatter(2, index, x.transpose(1, 2))
        canvas = canvas.view(b, 32, self.ny, self.nx)
        return self.backbone(canvas)


class OpenPose(nn.Module):
    inputs = [In(3, -1, -1, where="H >= 4 and W >= 4")]
    cases = [dict(N=2, H=40, W=64), dict(N=3, H=33, W=25)]

    def __init__(self):
        super().__init__()
        self.model0 = nn.Sequential(
            nn.Conv2d(3, 16, 3, 1, 1), nn.ReLU(inplace=True), nn.MaxPool2d(2, 2, 0),
            nn.Conv2d(16, 32, 3, 1, 1), nn.ReLU(inplace=True), nn.MaxPool2d(2, 2, 0))
        self.model1_1 = nn.Sequential(nn.Conv2d(32, 16, 3, 1, 1), nn.ReLU(), nn.Conv2d(16, 38, 1))
        self.model1_2 = nn.Sequential(nn.Conv2d(32, 16, 3, 1, 1), nn.ReLU(), nn.Conv2d(16, 19, 1))
        self.model2_1 = nn.Sequential(nn.Conv2d(89, 16, 7, 1, 3), nn.ReLU(), nn.Conv2d(16, 38, 1))
        self.model2_2 = nn.Sequential(nn.Conv2d(89, 16, 7, 1, 3), nn.ReLU(), nn.Conv2d(16, 19, 1))

    def forward(self, x):
        out1 = self.model0(x)

        out1_1 = self.model1_1(out1)
        out1_2 = self.model1_2(out1)
        out2 = torch.cat([out1_1, out1_2, out1], 1)

        out2_1 = self.model2_1(out2)
        out2_2 = self.model2_2(out2)
        return out2_1, out2_2


class HourglassResidual(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.bn1 = nn.BatchNorm2d(c)
        self.conv1 = nn.Conv2d(c, c // 2, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(c // 2)
        self.conv2 = nn.Conv2d(c // 2, c, 3, padding=1)

    def forward(self, x):
        return self.conv2(F.relu(self.bn2(self.conv1(F.relu(self.bn1(x)))))) + x


class Hourglass(nn.Module):
    inputs = [In(32, -1, -1, where="H % 4 == 0 and W % 4 == 0")]
    cases = [dict(N=2, H=16, W=24), dict(N=3, H=8, W=20)]

    def __init__(self):
        super().__init__()
        self.up1 = HourglassResidual(32)
        self.low1 = HourglassResidual(32)
        self.up2 = HourglassResidual(32)
        self.low2 = HourglassResidual(32)
        self.low3 = HourglassResidual(32)
        self.merge_features = nn.Conv2d(32, 32, 1)
        self.merge_preds = nn.Conv2d(17, 32, 1)
        self.preds = nn.Conv2d(32, 17, 1)

    def forward(self, x):
        up1 = self.up1(x)
        pool1 = F.max_pool2d(x, 2)
        low1 = self.low1(pool1)
        up2 = self.up2(low1)
        low2 = self.low2(F.max_pool2d(low1, 2, stride=2))
        low3 = self.low3(low2)
        low2 = up2 + F.interpolate(low3, scale_factor=2)
        feature = up1 + F.upsample(low2, scale_factor=2)
        preds = self.preds(feature)
        x = x + self.merge_preds(preds) + self.merge_features(feature)
        return torch.stack([preds, self.preds(x)], 1)


class CraftHead(nn.Module):
    """CRAFT's text detector: skips resized to what they join."""

    inputs = [In(3, -1, -1, where="H >= 4 and W >= 4")]
    cases = [dict(N=2, H=40, W=50), dict(N=3, H=33, W=26)]

    def __init__(self):
        super().__init__()
        self.slice1 = nn.Sequential(nn.Conv2d(3, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU(inplace=True))
        self.slice2 = nn.Sequential(nn.MaxPool2d(2), nn.Conv2d(16, 24, 3, padding=1), nn.ReLU())
        self.slice3 = nn.Sequential(nn.MaxPool2d(2, 2), nn.Conv2d(24, 32, 3, padding=1), nn.ReLU())
        self.slice5 = nn.Sequential(nn.MaxPool2d(kernel_size=3, stride=1, padding=1),
                                    nn.Conv2d(32, 40, kernel_size=3, padding=6, dilation=6),
                                    nn.Conv2d(40, 40, kernel_size=1))
        self.upconv1 = nn.Conv2d(72, 24, 1)
        self.upconv2 = nn.Conv2d(48, 16, 1)
        self.upconv3 = nn.Conv2d(32, 8, 1)
        self.conv_cls = nn.Conv2d(8, 2, 1)

    def forward(self, x):
        """ Base network """
        s1 = self.slice1(x)
        s2 = self.slice2(s1)
        s3 = self.slice3(s2)
        sources = [self.slice5(s3), s3, s2, s1]

        """ U network """
        y = torch.cat([sources[0], sources[1]], dim=1)
        y = self.upconv1(y)

        y = F.interpolate(y, size=sources[2].size()[2:], mode='bilinear', align_corners=False)
        y = torch.cat([y, sources[2]], dim=1)
        y = self.upconv2(y)

        y = F.interpolate(y, size=sources[3].size()[2:], mode='bilinear', align_corners=False)
        y = torch.cat([y, sources[3]], dim=1)
        feature = self.upconv3(y)

        y = self.conv_cls(feature)

        return y.permute(0, 2, 3, 1), feature
