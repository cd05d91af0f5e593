"""Dense prediction: segmentation, detection, super resolution, keypoints."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from record import In


class DoubleConv(nn.Module):
    def __init__(self, in_ch, out_ch):
        super().__init__()
        self.conv1 = nn.Conv2d(in_ch, out_ch, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(out_ch)
        self.conv2 = nn.Conv2d(out_ch, out_ch, 3, padding=1)
        self.bn2 = nn.BatchNorm2d(out_ch)

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        x = F.relu(self.bn2(self.conv2(x)))
        return x


class Up(nn.Module):
    def __init__(self, in_ch, out_ch):
        super().__init__()
        self.up = nn.ConvTranspose2d(in_ch, in_ch // 2, 2, stride=2)
        self.conv = DoubleConv(in_ch, out_ch)

    def forward(self, x1, x2):
        x1 = self.up(x1)
        # input is CHW
        diffY = x2.size()[2] - x1.size()[2]
        diffX = x2.size()[3] - x1.size()[3]
        x1 = F.pad(x1, [diffX // 2, diffX - diffX // 2,
                        diffY // 2, diffY - diffY // 2])
        x = torch.cat([x2, x1], dim=1)
        return self.conv(x)


class UNetPadded(nn.Module):
    inputs = [In(3, 101, 133)]

    def __init__(self):
        super().__init__()
        self.inc = DoubleConv(3, 16)
        self.down1 = nn.Sequential(nn.MaxPool2d(2), DoubleConv(16, 32))
        self.down2 = nn.Sequential(nn.MaxPool2d(2), DoubleConv(32, 64))
        self.up1 = Up(64, 32)
        self.up2 = Up(32, 16)
        self.outc = nn.Conv2d(16, 5, 1)

    def forward(self, x):
        x1 = self.inc(x)
        x2 = self.down1(x1)
        x3 = self.down2(x2)
        x = self.up1(x3, x2)
        x = self.up2(x, x1)
        logits = self.outc(x)
        return logits


class UNetFree(nn.Module):
    """A U-Net over images of any multiple of four."""

    inputs = [In(3, -1, -1, where="H % 4 == 0 and W % 4 == 0")]
    cases = [dict(N=2, H=32, W=44), dict(N=3, H=20, W=8), dict(N=5, H=4, W=36)]

    def __init__(self):
        super().__init__()
        self.inc = DoubleConv(3, 16)
        self.down1 = DoubleConv(16, 32)
        self.down2 = DoubleConv(32, 64)
        self.up1 = nn.ConvTranspose2d(64, 32, 2, 2)
        self.conv1 = DoubleConv(64, 32)
        self.up2 = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True)
        self.conv2 = DoubleConv(48, 16)
        self.outc = nn.Conv2d(16, 1, 1)

    def forward(self, x):
        c1 = self.inc(x)
        c2 = self.down1(F.max_pool2d(c1, 2))
        c3 = self.down2(F.max_pool2d(c2, 2))
        x = self.conv1(torch.cat((self.up1(c3), c2), 1))
        x = self.up2(x)
        x = self.conv2(torch.cat((x, c1), 1))
        return torch.sigmoid(self.outc(x))


class FcnHead(nn.Module):
    """FCN-8s with its cropping."""

    inputs = [In(3, 96, 130)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, padding=100)
        self.conv2 = nn.Conv2d(16, 32, 3, padding=1)
        self.conv3 = nn.Conv2d(32, 64, 3, padding=1)
        self.conv4 = nn.Conv2d(64, 64, 3, padding=1)
        self.conv5 = nn.Conv2d(64, 64, 3, padding=1)
        self.fc6 = nn.Conv2d(64, 128, 7)
        self.score_fr = nn.Conv2d(128, 21, 1)
        self.score_pool3 = nn.Conv2d(64, 21, 1)
        self.score_pool4 = nn.Conv2d(64, 21, 1)
        self.upscore2 = nn.ConvTranspose2d(21, 21, 4, stride=2, bias=False)
        self.upscore8 = nn.ConvTranspose2d(21, 21, 16, stride=8, bias=False)
        self.upscore_pool4 = nn.ConvTranspose2d(21, 21, 4, stride=2, bias=False)

    def forward(self, x):
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


class Aspp(nn.Module):
    def __init__(self, inp, out):
        super().__init__()
        self.b0 = nn.Sequential(nn.Conv2d(inp, out, 1, bias=False), nn.BatchNorm2d(out), nn.ReLU())
        self.b1 = nn.Sequential(nn.Conv2d(inp, out, 3, padding=6, dilation=6, bias=False), nn.BatchNorm2d(out),
                                nn.ReLU())
        self.b2 = nn.Sequential(nn.Conv2d(inp, out, 3, padding=12, dilation=12, bias=False), nn.BatchNorm2d(out),
                                nn.ReLU())
        self.pool = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(inp, out, 1, bias=False), nn.ReLU())
        self.project = nn.Sequential(nn.Conv2d(4 * out, out, 1, bias=False), nn.BatchNorm2d(out), nn.ReLU(),
                                     nn.Dropout(0.5))

    def forward(self, x):
        feat1 = self.b0(x)
        feat2 = self.b1(x)
        feat3 = self.b2(x)
        size = x.shape[-2:]
        feat4 = F.interpolate(self.pool(x), size=size, mode='bilinear', align_corners=False)
        y = torch.cat((feat1, feat2, feat3, feat4), dim=1)
        return self.project(y)


class DeepLab(nn.Module):
    inputs = [In(3, 97, 129)]

    def __init__(self):
        super().__init__()
        self.backbone = nn.Sequential(nn.Conv2d(3, 64, 7, 2, 3), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1))
        self.low = nn.Conv2d(64, 48, 1)
        self.deep = nn.Conv2d(64, 256, 3, stride=4, padding=1)
        self.aspp = Aspp(256, 128)
        self.classifier = nn.Conv2d(176, 21, 3, padding=1)

    def forward(self, x):
        input_shape = x.shape[-2:]
        low_level = self.backbone(x)
        out = self.aspp(self.deep(low_level))
        low_level = self.low(low_level)
        out = F.interpolate(out, size=low_level.shape[2:], mode='bilinear', align_corners=False)
        out = self.classifier(torch.cat([low_level, out], dim=1))
        out = F.interpolate(out, size=input_shape, mode='bilinear', align_corners=False)
        return out


class PspNet(nn.Module):
    inputs = [In(3, 60, 90), In(60, 90, high=19)]

    def __init__(self):
        super().__init__()
        self.feats = nn.Conv2d(3, 64, 3, stride=2, padding=1)
        self.stage1 = nn.Sequential(nn.AdaptiveAvgPool2d((1, 1)), nn.Conv2d(64, 16, 1, bias=False))
        self.stage2 = nn.Sequential(nn.AdaptiveAvgPool2d((2, 2)), nn.Conv2d(64, 16, 1, bias=False))
        self.stage3 = nn.Sequential(nn.AdaptiveAvgPool2d((3, 3)), nn.Conv2d(64, 16, 1, bias=False))
        self.stage6 = nn.Sequential(nn.AdaptiveAvgPool2d((6, 6)), nn.Conv2d(64, 16, 1, bias=False))
        self.bottleneck = nn.Conv2d(128, 64, 1)
        self.cls = nn.Conv2d(64, 19, 3, padding=1)

    def forward(self, x, y):
        f = self.feats(x)
        h, w = f.size(2), f.size(3)
        p1 = F.interpolate(input=self.stage1(f), size=(h, w), mode='bilinear')
        p2 = F.interpolate(input=self.stage2(f), size=(h, w), mode='bilinear')
        p3 = F.interpolate(input=self.stage3(f), size=(h, w), mode='bilinear')
        p6 = F.interpolate(input=self.stage6(f), size=(h, w), mode='bilinear')
        priors = [p1, p2, p3, p6, f]
        p = F.relu(self.bottleneck(torch.cat(priors, 1)))
        p = F.interpolate(self.cls(p), size=x.size()[2:], mode="bilinear", align_corners=True)
        loss = F.cross_entropy(p, y, ignore_index=255)
        return p, loss


class SegNet(nn.Module):
    inputs = [In(3, 75, 93)]

    def __init__(self):
        super().__init__()
        self.enc1 = nn.Conv2d(3, 32, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(32)
        self.enc2 = nn.Conv2d(32, 64, 3, padding=1)
        self.pool = nn.MaxPool2d(2, stride=2, return_indices=True)
        self.unpool = nn.MaxUnpool2d(2, stride=2)
        self.dec2 = nn.Conv2d(64, 32, 3, padding=1)
        self.dec1 = nn.Conv2d(32, 7, 3, padding=1)

    def forward(self, x):
        x = F.relu(self.bn1(self.enc1(x)))
        size1 = x.size()
        x, ind1 = self.pool(x)
        x = F.relu(self.enc2(x))
        size2 = x.size()
        x, ind2 = self.pool(x)
        x = self.unpool(x, ind2, output_size=size2)
        x = F.relu(self.dec2(x))
        x = self.unpool(x, ind1, output_size=size1)
        x = self.dec1(x)
        return F.log_softmax(x, dim=1)


class Espcn(nn.Module):
    inputs = [In(1, -1, -1)]
    cases = [dict(N=2, H=17, W=25), dict(N=3, H=30, W=9)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 64, 5, padding=2)
        self.conv2 = nn.Conv2d(64, 32, 3, padding=1)
        self.conv3 = nn.Conv2d(32, 1 * (3 ** 2), 3, padding=1)
        self.pixel_shuffle = nn.PixelShuffle(3)

    def forward(self, x):
        x = torch.tanh(self.conv1(x))
        x = torch.tanh(self.conv2(x))
        x = torch.sigmoid(self.pixel_shuffle(self.conv3(x)))
        return x


class Srcnn(nn.Module):
    inputs = [In(3, 33, 47), In(3, 66, 94)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, kernel_size=9, padding=9 // 2, padding_mode="replicate")
        self.conv2 = nn.Conv2d(64, 32, kernel_size=5, padding=5 // 2)
        self.conv3 = nn.Conv2d(32, 3, kernel_size=5, padding=5 // 2)
        self.loss = nn.MSELoss()

    def forward(self, x, target):
        x = F.interpolate(x, scale_factor=2, mode="bicubic", align_corners=False)
        x = F.relu(self.conv1(x))
        x = F.relu(self.conv2(x))
        x = self.conv3(x)
        loss = self.loss(x, target)
        return x, loss


class HrFuse(nn.Module):
    inputs = [In(3, 62, 50)]

    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 32, 3, 2, 1)
        self.trans = nn.Conv2d(32, 64, 3, 2, 1)
        self.branch0 = nn.Conv2d(32, 32, 3, padding=1)
        self.branch1 = nn.Conv2d(64, 64, 3, padding=1)
        self.fuse01 = nn.Sequential(nn.Conv2d(64, 32, 1, bias=False), nn.BatchNorm2d(32))
        self.fuse10 = nn.Sequential(nn.Conv2d(32, 64, 3, 2, 1, bias=False), nn.BatchNorm2d(64))
        self.head = nn.Conv2d(96, 17, 1)

    def forward(self, x):
        x0 = F.relu(self.stem(x))
        x1 = F.relu(self.trans(x0))
        x0 = F.relu(self.branch0(x0))
        x1 = F.relu(self.branch1(x1))
        height_output = x0.shape[-2]
        width_output = x0.shape[-1]
        y0 = x0 + F.interpolate(self.fuse01(x1), size=[height_output, width_output], mode='bilinear',
                                align_corners=True)
        y1 = self.fuse10(x0) + x1
        y0, y1 = F.relu(y0), F.relu(y1)
        up = F.upsample(y1, size=(height_output, width_output), mode='bilinear', align_corners=True)
        return self.head(torch.cat([y0, up], 1))


class Rsu(nn.Module):
    """A residual U-block of U2-Net."""

    def __init__(self, inp, mid, out):
        super().__init__()
        self.rebnconvin = nn.Sequential(nn.Conv2d(inp, out, 3, padding=1), nn.BatchNorm2d(out), nn.ReLU())
        self.rebnconv1 = nn.Sequential(nn.Conv2d(out, mid, 3, padding=1), nn.BatchNorm2d(mid), nn.ReLU())
        self.pool1 = nn.MaxPool2d(2, stride=2, ceil_mode=True)
        self.rebnconv2 = nn.Sequential(nn.Conv2d(mid, mid, 3, padding=1), nn.BatchNorm2d(mid), nn.ReLU())
        self.rebnconv3 = nn.Sequential(nn.Conv2d(mid, mid, 3, padding=2, dilation=2), nn.BatchNorm2d(mid), nn.ReLU())
        self.rebnconv2d = nn.Sequential(nn.Conv2d(2 * mid, mid, 3, padding=1), nn.BatchNorm2d(mid), nn.ReLU())
        self.rebnconv1d = nn.Sequential(nn.Conv2d(2 * mid, out, 3, padding=1), nn.BatchNorm2d(out), nn.ReLU())

    def forward(self, x):
        hx = x
        hxin = self.rebnconvin(hx)

        hx1 = self.rebnconv1(hxin)
        hx = self.pool1(hx1)

        hx2 = self.rebnconv2(hx)
        hx3 = self.rebnconv3(hx2)

        hx2d = self.rebnconv2d(torch.cat((hx3, hx2), 1))
        hx2dup = F.interpolate(hx2d, size=hx1.shape[2:], mode="bilinear")

        hx1d = self.rebnconv1d(torch.cat((hx2dup, hx1), 1))

        return hx1d + hxin


class U2Net(nn.Module):
    inputs = [In(3, 61, 45)]

    def __init__(self):
        super().__init__()
        self.stage1 = Rsu(3, 16, 64)
        self.pool12 = nn.MaxPool2d(2, stride=2, ceil_mode=True)
        self.stage2 = Rsu(64, 16, 64)
        self.stage1d = Rsu(128, 16, 64)
        self.side1 = nn.Conv2d(64, 1, 3, padding=1)
        self.side2 = nn.Conv2d(64, 1, 3, padding=1)
        self.outconv = nn.Conv2d(2, 1, 1)

    def forward(self, x):
        hx1 = self.stage1(x)
        hx2 = self.stage2(self.pool12(hx1))
        hx2up = F.interpolate(hx2, size=(hx1.shape[2], hx1.shape[3]), mode='bilinear', align_corners=False)
        hx1d = self.stage1d(torch.cat((hx2up, hx1), 1))
        d1 = self.side1(hx1d)
        d2 = F.interpolate(self.side2(hx2), size=d1.shape[2:], mode='bilinear')
        d0 = self.outconv(torch.cat((d1, d2), 1))
        return torch.sigmoid(d0), torch.sigmoid(d1), torch.sigmoid(d2)


class YoloHead(nn.Module):
    inputs = [In(3, 104, 136)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, 2, 1, bias=False)
        self.conv2 = nn.Conv2d(16, 32, 3, 2, 1, bias=False)
        self.conv3 = nn.Conv2d(32, 64, 3, 2, 1, bias=False)
        self.up = nn.Upsample(scale_factor=2, mode='nearest')
        self.det1 = nn.Conv2d(64, 3 * 85, 1)
        self.det2 = nn.Conv2d(96, 3 * 85, 1)

    def forward(self, x):
        x = F.leaky_relu(self.conv1(x), 0.1)
        route = F.leaky_relu(self.conv2(x), 0.1)
        x = F.leaky_relu(self.conv3(route), 0.1)
        p = self.det1(x)
        bs, _, ny, nx = p.shape  # x(bs,255,13,17) to x(bs,3,13,17,85)
        p = p.view(bs, 3, 85, ny, nx).permute(0, 1, 3, 4, 2).contiguous()
        y = p.sigmoid()
        xy = y[..., 0:2] * 2. - 0.5
        wh = (y[..., 2:4] * 2) ** 2
        y = torch.cat((xy, wh, y[..., 4:]), -1)
        z1 = y.view(bs, -1, 85)
        q = self.det2(torch.cat((self.up(x), route), 1))
        q = q.view(bs, 3, 85, 26, 34).permute(0, 1, 3, 4, 2)
        z2 = q.reshape(bs, -1, 85)
        return torch.cat((z1, z2), 1)


class SsdHead(nn.Module):
    inputs = [In(3, 75, 75)]

    def __init__(self):
        super().__init__()
        self.base = nn.Sequential(nn.Conv2d(3, 64, 3, 2, 1), nn.ReLU(), nn.MaxPool2d(2, 2, ceil_mode=True))
        self.extra = nn.Conv2d(64, 128, 3, stride=2, padding=1)
        self.loc0 = nn.Conv2d(64, 4 * 4, 3, padding=1)
        self.conf0 = nn.Conv2d(64, 4 * 21, 3, padding=1)
        self.loc1 = nn.Conv2d(128, 6 * 4, 3, padding=1)
        self.conf1 = nn.Conv2d(128, 6 * 21, 3, padding=1)

    def forward(self, x):
        s = self.base(x)
        t = F.relu(self.extra(s), inplace=True)
        l0 = self.loc0(s).permute(0, 2, 3, 1).contiguous()
        c0 = self.conf0(s).permute(0, 2, 3, 1).contiguous()
        l1 = self.loc1(t).permute(0, 2, 3, 1).contiguous()
        c1 = self.conf1(t).permute(0, 2, 3, 1).contiguous()
        loc = torch.cat([l0.view(l0.size(0), -1), l1.view(l1.size(0), -1)], 1)
        conf = torch.cat([c0.view(c0.size(0), -1), c1.view(c1.size(0), -1)], 1)
        return loc.view(loc.size(0), -1, 4), F.softmax(conf.view(conf.size(0), -1, 21), dim=-1)


class FeaturePyramid(nn.Module):
    inputs = [In(3, 160, 224)]

    def __init__(self):
        super().__init__()
        self.c2 = nn.Conv2d(3, 64, 7, 4, 3)
        self.c3 = nn.Conv2d(64, 128, 3, 2, 1)
        self.c4 = nn.Conv2d(128, 256, 3, 2, 1)
        self.lat2 = nn.Conv2d(64, 32, 1)
        self.lat3 = nn.Conv2d(128, 32, 1)
        self.lat4 = nn.Conv2d(256, 32, 1)
        self.smooth = nn.Conv2d(32, 32, 3, padding=1)
        self.cls = nn.Conv2d(32, 9 * 5, 3, padding=1)

    def forward(self, x):
        c2 = F.relu(self.c2(x))
        c3 = F.relu(self.c3(c2))
        c4 = F.relu(self.c4(c3))
        p4 = self.lat4(c4)
        p3 = F.interpolate(p4, scale_factor=2.0, mode="nearest") + self.lat3(c3)
        _, _, H, W = c2.size()
        p2 = F.interpolate(p3, size=(H, W), mode="nearest") + self.lat2(c2)
        p2 = self.smooth(p2)
        p5 = F.max_pool2d(p4, kernel_size=1, stride=2, padding=0)
        out2 = self.cls(p2).permute(0, 2, 3, 1)
        out2 = out2.reshape(out2.shape[0], -1, 5)
        out5 = self.cls(p5).permute(0, 2, 3, 1).reshape(x.shape[0], -1, 5)
        return torch.cat([out2, out5], dim=1)


class CenterNetHead(nn.Module):
    inputs = [In(64, 32, 40)]

    def __init__(self):
        super().__init__()
        self.deconv = nn.ConvTranspose2d(64, 64, kernel_size=4, stride=2, padding=1, output_padding=0, bias=False)
        self.hm = nn.Sequential(nn.Conv2d(64, 64, 3, padding=1), nn.ReLU(), nn.Conv2d(64, 80, 1))
        self.wh = nn.Sequential(nn.Conv2d(64, 64, 3, padding=1), nn.ReLU(), nn.Conv2d(64, 2, 1))

    def forward(self, x):
        x = self.deconv(x)
        hm = self.hm(x)
        hm = torch.clamp(hm.sigmoid_(), min=1e-4, max=1 - 1e-4)
        hmax = F.max_pool2d(hm, 3, stride=1, padding=1)
        keep = (hmax == hm).float()
        hm = hm * keep
        batch, cat, height, width = hm.size()
        topk_scores, topk_inds = torch.topk(hm.view(batch, cat, -1), 100)
        topk_inds = topk_inds % (height * width)
        topk_ys = (topk_inds / width).int().float()
        topk_score, topk_ind = torch.topk(topk_scores.view(batch, -1), 100)
        topk_clses = (topk_ind / 100).int()
        topk_ys = topk_ys.view(batch, -1).gather(1, topk_ind)
        wh = self.wh(x).permute(0, 2, 3, 1).contiguous()
        wh = wh.view(wh.size(0), -1, wh.size(3))
        ind = topk_inds.view(batch, -1).gather(1, topk_ind)
        ind = ind.unsqueeze(2).expand(ind.size(0), ind.size(1), 2)
        wh = wh.gather(1, ind)
        return topk_score, topk_clses, topk_ys, wh


class SoftArgmaxPose(nn.Module):
    inputs = [In(3, 64, 48)]

    def __init__(self):
        super().__init__()
        self.net = nn.Conv2d(3, 17, 5, stride=4, padding=2)

    def forward(self, x):
        heat = self.net(x)
        n, c, h, w = heat.shape
        probs = heat.flatten(2).softmax(-1).view(n, c, h, w)
        xs = torch.linspace(-1, 1, w)
        ys = torch.linspace(-1, 1, h)
        ex = (probs.sum(dim=2) * xs).sum(-1)
        ey = (probs.sum(dim=3) * ys).sum(-1)
        coords = torch.stack((ex, ey), dim=2)
        return coords


class SpatialTransformer(nn.Module):
    inputs = [In(1, 28, 28)]

    def __init__(self):
        super().__init__()
        self.localization = nn.Sequential(
            nn.Conv2d(1, 8, kernel_size=7), nn.MaxPool2d(2, stride=2), nn.ReLU(True),
            nn.Conv2d(8, 10, kernel_size=5), nn.MaxPool2d(2, stride=2), nn.ReLU(True))
        self.fc_loc = nn.Sequential(nn.Linear(10 * 3 * 3, 32), nn.ReLU(True), nn.Linear(32, 3 * 2))
        self.conv1 = nn.Conv2d(1, 10, kernel_size=5)
        self.conv2 = nn.Conv2d(10, 20, kernel_size=5)
        self.conv2_drop = nn.Dropout2d()
        self.fc1 = nn.Linear(320, 50)
        self.fc2 = nn.Linear(50, 10)

    def forward(self, x):
        # transform the input
        xs = self.localization(x)
        xs = xs.view(-1, 10 * 3 * 3)
        theta = self.fc_loc(xs)
        theta = theta.view(-1, 2, 3)
        grid = F.affine_grid(theta, x.size())
        x = F.grid_sample(x, grid)

        # Perform the usual forward pass
        x = F.relu(F.max_pool2d(self.conv1(x), 2))
        x = F.relu(F.max_pool2d(self.conv2_drop(self.conv2(x)), 2))
        x = x.view(-1, 320)
        x = F.relu(self.fc1(x))
        x = F.dropout(x, training=self.training)
        x = self.fc2(x)
        return F.log_softmax(x, dim=1)


class OpticalFlowCorrelation(nn.Module):
    inputs = [In(3, 64, 64), In(3, 64, 64)]

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 32, 3, stride=4, padding=1)
        self.flow = nn.Conv2d(256, 2, 3, padding=1)

    def forward(self, im1, im2):
        f1 = self.conv(im1)
        f2 = self.conv(im2)
        b, c, h, w = f1.size()
        corr = torch.einsum("bchw,bcij->bhwij", f1, f2) / c ** 0.5
        corr = corr.reshape(b, h * w, h, w)
        flow = self.flow(corr)
        ys, xs = torch.meshgrid(torch.arange(h), torch.arange(w))
        coords = torch.stack([xs, ys], dim=0).float()[None].repeat(b, 1, 1, 1)
        coords = (coords + flow).permute(0, 2, 3, 1)
        warped = F.grid_sample(f2, coords, align_corners=True)
        return flow, warped


class NonLocal(nn.Module):
    inputs = [In(64, 15, 21)]

    def __init__(self):
        super().__init__()
        self.g = nn.Conv2d(64, 32, 1)
        self.theta = nn.Conv2d(64, 32, 1)
        self.phi = nn.Conv2d(64, 32, 1)
        self.W = nn.Conv2d(32, 64, 1)
        self.pool = nn.MaxPool2d(2)

    def forward(self, x):
        batch_size = x.size(0)
        g_x = self.pool(self.g(x)).view(batch_size, 32, -1)
        g_x = g_x.permute(0, 2, 1)
        theta_x = self.theta(x).view(batch_size, 32, -1).permute(0, 2, 1)
        phi_x = self.pool(self.phi(x)).view(batch_size, 32, -1)
        f = torch.matmul(theta_x, phi_x)
        f_div_C = F.softmax(f, dim=-1)
        y = torch.matmul(f_div_C, g_x)
        y = y.permute(0, 2, 1).contiguous()
        y = y.view(batch_size, 32, *x.size()[2:])
        return self.W(y) + x
