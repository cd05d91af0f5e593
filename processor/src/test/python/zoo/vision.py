"""Image classification."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from record import In


class MnistNet(nn.Module):
    inputs = [In(1, 28, 28)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, 1)
        self.conv2 = nn.Conv2d(32, 64, 3, 1)
        self.dropout1 = nn.Dropout(0.25)
        self.dropout2 = nn.Dropout(0.5)
        self.fc1 = nn.Linear(9216, 128)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x):
        x = self.conv1(x)
        x = F.relu(x)
        x = self.conv2(x)
        x = F.relu(x)
        x = F.max_pool2d(x, 2)
        x = self.dropout1(x)
        x = torch.flatten(x, 1)
        x = self.fc1(x)
        x = F.relu(x)
        x = self.dropout2(x)
        x = self.fc2(x)
        output = F.log_softmax(x, dim=1)
        return output


class CifarTutorial(nn.Module):
    inputs = [In(3, 32, 32)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 6, 5)
        self.pool = nn.MaxPool2d(2, 2)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(16 * 5 * 5, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, 10)

    def forward(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = self.pool(F.relu(self.conv2(x)))
        x = torch.flatten(x, 1)  # flatten all dimensions except batch
        x = F.relu(self.fc1(x))
        x = F.relu(self.fc2(x))
        x = self.fc3(x)
        return x


class AlexNet(nn.Module):
    inputs = [In(3, 224, 224)]

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 64, kernel_size=11, stride=4, padding=2), nn.ReLU(inplace=True),
            nn.MaxPool2d(kernel_size=3, stride=2),
            nn.Conv2d(64, 192, kernel_size=5, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2),
            nn.Conv2d(192, 384, kernel_size=3, padding=1), nn.ReLU(inplace=True),
            nn.Conv2d(384, 256, kernel_size=3, padding=1), nn.ReLU(inplace=True),
            nn.Conv2d(256, 256, kernel_size=3, padding=1), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2))
        self.avgpool = nn.AdaptiveAvgPool2d((6, 6))
        self.classifier = nn.Sequential(
            nn.Dropout(), nn.Linear(256 * 6 * 6, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, 4096), nn.ReLU(),
            nn.Linear(4096, 1000))

    def forward(self, x):
        x = self.features(x)
        x = self.avgpool(x)
        x = x.view(x.size(0), 256 * 6 * 6)
        x = self.classifier(x)
        return x


class BasicBlock(nn.Module):
    def __init__(self, planes):
        super().__init__()
        self.conv1 = nn.Conv2d(planes, planes, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(planes, planes, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)

    def forward(self, x):
        identity = x

        out = self.conv1(x)
        out = self.bn1(out)
        out = self.relu(out)

        out = self.conv2(out)
        out = self.bn2(out)

        out += identity
        out = self.relu(out)
        return out


class DownBlock(nn.Module):
    def __init__(self, inplanes, planes):
        super().__init__()
        self.conv1 = nn.Conv2d(inplanes, planes, 3, stride=2, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(planes, planes, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.downsample = nn.Sequential(nn.Conv2d(inplanes, planes, 1, 2, bias=False), nn.BatchNorm2d(planes))

    def forward(self, x):
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        return self.relu(out + self.downsample(x))


class ResNet18(nn.Module):
    inputs = [In(3, 224, 224)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(kernel_size=3, stride=2, padding=1)
        self.layer1 = nn.Sequential(BasicBlock(64), BasicBlock(64))
        self.layer2 = nn.Sequential(DownBlock(64, 128), BasicBlock(128))
        self.layer3 = nn.Sequential(DownBlock(128, 256), BasicBlock(256))
        self.layer4 = nn.Sequential(DownBlock(256, 512), BasicBlock(512))
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(512, 1000)

    def forward(self, x):
        x = self.conv1(x)
        x = self.bn1(x)
        x = self.relu(x)
        x = self.maxpool(x)

        x = self.layer1(x)
        x = self.layer2(x)
        x = self.layer3(x)
        x = self.layer4(x)

        x = self.avgpool(x)
        x = torch.flatten(x, 1)
        return self.fc(x)


class DenseLayer(nn.Module):
    def __init__(self, inp, growth=32):
        super().__init__()
        self.norm1 = nn.BatchNorm2d(inp)
        self.conv1 = nn.Conv2d(inp, 4 * growth, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(4 * growth)
        self.conv2 = nn.Conv2d(4 * growth, growth, 3, padding=1, bias=False)
        self.drop = nn.Dropout2d(0.2)

    def forward(self, x):
        new_features = self.conv1(F.relu(self.norm1(x)))
        new_features = self.conv2(F.relu(self.norm2(new_features)))
        new_features = self.drop(new_features)
        return torch.cat([x, new_features], 1)


class Transition(nn.Module):
    def __init__(self, inp, out):
        super().__init__()
        self.norm = nn.BatchNorm2d(inp)
        self.conv = nn.Conv2d(inp, out, 1, bias=False)

    def forward(self, x):
        out = self.conv(F.relu(self.norm(x)))
        return F.avg_pool2d(out, kernel_size=2, stride=2)


class DenseNet(nn.Module):
    inputs = [In(3, 128, 96)]

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(),
                                  nn.MaxPool2d(3, 2, 1))
        self.block1 = nn.Sequential(DenseLayer(64), DenseLayer(96), DenseLayer(128), DenseLayer(160))
        self.trans1 = Transition(192, 96)
        self.block2 = nn.Sequential(DenseLayer(96), DenseLayer(128), DenseLayer(160))
        self.trans2 = Transition(192, 96)
        self.norm = nn.BatchNorm2d(96)
        self.classifier = nn.Linear(96, 100)

    def forward(self, x):
        features = self.stem(x)
        features = self.trans1(self.block1(features))
        features = self.trans2(self.block2(features))
        out = F.relu(self.norm(features), inplace=True)
        out = F.adaptive_avg_pool2d(out, (1, 1)).view(features.size(0), -1)
        return self.classifier(out)


class SELayer(nn.Module):
    def __init__(self, channel, reduction=16):
        super().__init__()
        self.avg_pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Sequential(
            nn.Linear(channel, channel // reduction, bias=False), nn.ReLU(inplace=True),
            nn.Linear(channel // reduction, channel, bias=False), nn.Sigmoid())

    def forward(self, x):
        b, c, _, _ = x.size()
        y = self.avg_pool(x).view(b, c)
        y = self.fc(y).view(b, c, 1, 1)
        return x * y.expand_as(x)


class SENet(nn.Module):
    inputs = [In(3, 40, 56)]

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 64, 3, padding=1)
        self.se1 = SELayer(64)
        self.conv2 = nn.Conv2d(64, 128, 3, stride=2, padding=1)
        self.se2 = SELayer(128)
        self.head = nn.Linear(128, 10)

    def forward(self, x):
        x = self.se1(F.relu(self.conv(x)))
        x = self.se2(F.relu(self.conv2(x)))
        x = x.mean([2, 3])
        return self.head(x)


class ChannelGate(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.mlp = nn.Sequential(nn.Flatten(), nn.Linear(channels, channels // 8), nn.ReLU(),
                                 nn.Linear(channels // 8, channels))

    def forward(self, x):
        avg_pool = F.avg_pool2d(x, (x.size(2), x.size(3)), stride=(x.size(2), x.size(3)))
        channel_att_sum = self.mlp(avg_pool)
        max_pool = F.max_pool2d(x, (x.size(2), x.size(3)), stride=(x.size(2), x.size(3)))
        channel_att_sum = channel_att_sum + self.mlp(max_pool)
        scale = torch.sigmoid(channel_att_sum).unsqueeze(2).unsqueeze(3).expand_as(x)
        return x * scale


class SpatialGate(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 1, 7, padding=3, bias=False)
        self.bn = nn.BatchNorm2d(1)

    def forward(self, x):
        x_compress = torch.cat((torch.max(x, 1)[0].unsqueeze(1), torch.mean(x, 1).unsqueeze(1)), dim=1)
        x_out = self.bn(self.conv(x_compress))
        scale = torch.sigmoid(x_out)  # broadcasting
        return x * scale


class CbamNet(nn.Module):
    inputs = [In(3, 30, 44)]

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 32, 3, padding=1)
        self.channel = ChannelGate(32)
        self.spatial = SpatialGate()
        self.fc = nn.Linear(32, 7)

    def forward(self, x):
        out = F.relu(self.conv(x))
        residual = out
        out = self.channel(out)
        out = self.spatial(out)
        out += residual
        out = F.adaptive_max_pool2d(out, 1).squeeze(-1).squeeze(-1)
        return self.fc(out)


class ShuffleUnit(nn.Module):
    def __init__(self, channels):
        super().__init__()
        half = channels // 2
        self.conv1 = nn.Conv2d(half, half, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(half)
        self.dw = nn.Conv2d(half, half, 3, padding=1, groups=half, bias=False)
        self.bn2 = nn.BatchNorm2d(half)
        self.conv3 = nn.Conv2d(half, half, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(half)

    def forward(self, x):
        x1, x2 = x.chunk(2, dim=1)
        x2 = F.relu(self.bn1(self.conv1(x2)))
        x2 = self.bn2(self.dw(x2))
        x2 = F.relu(self.bn3(self.conv3(x2)))
        out = torch.cat((x1, x2), dim=1)
        # channel shuffle
        batchsize, num_channels, height, width = out.size()
        channels_per_group = num_channels // 2
        out = out.view(batchsize, 2, channels_per_group, height, width)
        out = torch.transpose(out, 1, 2).contiguous()
        out = out.view(batchsize, -1, height, width)
        return out


class ShuffleNet(nn.Module):
    inputs = [In(3, 64, 48)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Sequential(nn.Conv2d(3, 24, 3, 2, 1, bias=False), nn.BatchNorm2d(24), nn.ReLU())
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        self.stage = nn.Sequential(ShuffleUnit(24), ShuffleUnit(24), ShuffleUnit(24))
        self.conv5 = nn.Conv2d(24, 256, 1)
        self.fc = nn.Linear(256, 20)

    def forward(self, x):
        x = self.conv1(x)
        x = self.maxpool(x)
        x = self.stage(x)
        x = self.conv5(x)
        x = x.mean([2, 3])  # globalpool
        x = self.fc(x)
        return x


class GhostModule(nn.Module):
    def __init__(self, inp, oup, ratio=2):
        super().__init__()
        self.oup = oup
        init_channels = oup // ratio
        self.primary_conv = nn.Sequential(nn.Conv2d(inp, init_channels, 1, bias=False),
                                          nn.BatchNorm2d(init_channels), nn.ReLU())
        self.cheap_operation = nn.Sequential(
            nn.Conv2d(init_channels, init_channels, 3, 1, 1, groups=init_channels, bias=False),
            nn.BatchNorm2d(init_channels), nn.ReLU())

    def forward(self, x):
        x1 = self.primary_conv(x)
        x2 = self.cheap_operation(x1)
        out = torch.cat([x1, x2], dim=1)
        return out[:, :self.oup, :, :]


class GhostNet(nn.Module):
    inputs = [In(3, 36, 52)]

    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 16, 3, 2, 1)
        self.ghost1 = GhostModule(16, 33)
        self.ghost2 = GhostModule(32, 24)
        self.classifier = nn.Linear(24, 10)

    def forward(self, x):
        x = self.stem(x)
        x = self.ghost1(x)
        x = self.ghost2(x)
        x = F.adaptive_avg_pool2d(x, 1)
        x = x.view(x.size(0), -1)
        x = F.dropout(x, 0.2, training=self.training)
        return self.classifier(x)


class ConvNeXtBlock(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.dwconv = nn.Conv2d(dim, dim, kernel_size=7, padding=3, groups=dim)
        self.norm = nn.LayerNorm(dim, eps=1e-6)
        self.pwconv1 = nn.Linear(dim, 4 * dim)
        self.act = nn.GELU()
        self.pwconv2 = nn.Linear(4 * dim, dim)
        self.gamma = nn.Parameter(1e-6 * torch.ones(dim))

    def forward(self, x):
        input = x
        x = self.dwconv(x)
        x = x.permute(0, 2, 3, 1)  # (N, C, H, W) -> (N, H, W, C)
        x = self.norm(x)
        x = self.pwconv1(x)
        x = self.act(x)
        x = self.pwconv2(x)
        x = self.gamma * x
        x = x.permute(0, 3, 1, 2)  # (N, H, W, C) -> (N, C, H, W)
        x = input + x
        return x


class ConvNeXt(nn.Module):
    inputs = [In(3, 64, 96)]

    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 48, kernel_size=4, stride=4)
        self.stage1 = nn.Sequential(ConvNeXtBlock(48), ConvNeXtBlock(48))
        self.down = nn.Conv2d(48, 96, 2, 2)
        self.stage2 = nn.Sequential(ConvNeXtBlock(96), ConvNeXtBlock(96))
        self.norm = nn.LayerNorm(96)
        self.head = nn.Linear(96, 21)

    def forward(self, x):
        x = self.stage1(self.stem(x))
        x = self.stage2(self.down(x))
        x = self.norm(x.mean([-2, -1]))  # global average pooling
        return self.head(x)


class WindowAttention(nn.Module):
    def __init__(self, dim, heads):
        super().__init__()
        self.qkv = nn.Linear(dim, 3 * dim)
        self.proj = nn.Linear(dim, dim)
        self.heads = heads
        self.relative_position_bias_table = nn.Parameter(torch.zeros(heads, 49, 49))

    def forward(self, x):
        B_, N, C = x.shape
        qkv = self.qkv(x).reshape(B_, N, 3, self.heads, C // self.heads).permute(2, 0, 3, 1, 4)
        q, k, v = qkv[0], qkv[1], qkv[2]
        q = q * (C // self.heads) ** -0.5
        attn = (q @ k.transpose(-2, -1))
        attn = attn + self.relative_position_bias_table.unsqueeze(0)
        attn = attn.softmax(dim=-1)
        x = (attn @ v).transpose(1, 2).reshape(B_, N, C)
        x = self.proj(x)
        return x


class SwinBlock(nn.Module):
    """Shifted windows of 7 x 7 on a 28 x 42 map."""

    inputs = [In(28 * 42, 96)]

    def __init__(self):
        super().__init__()
        self.norm1 = nn.LayerNorm(96)
        self.attn = WindowAttention(96, 3)
        self.norm2 = nn.LayerNorm(96)
        self.mlp = nn.Sequential(nn.Linear(96, 384), nn.GELU(), nn.Linear(384, 96))

    def forward(self, x):
        H, W = 28, 42
        B, L, C = x.shape
        shortcut = x
        x = self.norm1(x)
        x = x.view(B, H, W, C)

        # cyclic shift
        shifted_x = torch.roll(x, shifts=(-3, -3), dims=(1, 2))

        # partition windows
        shifted_x = shifted_x.view(B, H // 7, 7, W // 7, 7, C)
        x_windows = shifted_x.permute(0, 1, 3, 2, 4, 5).contiguous().view(-1, 7, 7, C)
        x_windows = x_windows.view(-1, 7 * 7, C)

        attn_windows = self.attn(x_windows)

        # merge windows
        attn_windows = attn_windows.view(-1, 7, 7, C)
        x = attn_windows.view(B, H // 7, W // 7, 7, 7, -1)
        x = x.permute(0, 1, 3, 2, 4, 5).contiguous().view(B, H, W, -1)
        x = torch.roll(x, shifts=(3, 3), dims=(1, 2))
        x = x.view(B, H * W, C)
        x = shortcut + x
        x = x + self.mlp(self.norm2(x))
        return x


class PatchMerging(nn.Module):
    inputs = [In(20, 28, 64)]

    def __init__(self):
        super().__init__()
        self.reduction = nn.Linear(4 * 64, 2 * 64, bias=False)
        self.norm = nn.LayerNorm(4 * 64)

    def forward(self, x):
        x0 = x[:, 0::2, 0::2, :]  # B H/2 W/2 C
        x1 = x[:, 1::2, 0::2, :]
        x2 = x[:, 0::2, 1::2, :]
        x3 = x[:, 1::2, 1::2, :]
        x = torch.cat([x0, x1, x2, x3], -1)  # B H/2 W/2 4*C
        x = x.view(x.shape[0], -1, 4 * 64)
        x = self.norm(x)
        x = self.reduction(x)
        return x


class MixerBlock(nn.Module):
    def __init__(self, tokens, dim):
        super().__init__()
        self.norm1 = nn.LayerNorm(dim)
        self.token_mix = nn.Sequential(nn.Linear(tokens, 2 * tokens), nn.GELU(), nn.Linear(2 * tokens, tokens))
        self.norm2 = nn.LayerNorm(dim)
        self.channel_mix = nn.Sequential(nn.Linear(dim, 4 * dim), nn.GELU(), nn.Linear(4 * dim, dim))

    def forward(self, x):
        y = self.norm1(x).transpose(1, 2)
        y = self.token_mix(y).transpose(1, 2)
        x = x + y
        return x + self.channel_mix(self.norm2(x))


class MlpMixer(nn.Module):
    inputs = [In(3, 64, 80)]

    def __init__(self):
        super().__init__()
        self.patch = nn.Conv2d(3, 128, kernel_size=16, stride=16)
        self.blocks = nn.Sequential(MixerBlock(20, 128), MixerBlock(20, 128), MixerBlock(20, 128))
        self.norm = nn.LayerNorm(128)
        self.head = nn.Linear(128, 10)

    def forward(self, x):
        x = self.patch(x).flatten(2).transpose(1, 2)  # [N, 20, 128]
        x = self.blocks(x)
        x = self.norm(x)
        return self.head(x.mean(dim=1))


class SqueezeExcite(nn.Module):
    def __init__(self, chs, reduced):
        super().__init__()
        self.conv_reduce = nn.Conv2d(chs, reduced, 1)
        self.conv_expand = nn.Conv2d(reduced, chs, 1)

    def forward(self, x):
        x_se = x.mean((2, 3), keepdim=True)
        x_se = F.silu(self.conv_reduce(x_se))
        return x * self.conv_expand(x_se).sigmoid()


class MBConv(nn.Module):
    def __init__(self, inp, out, k, s):
        super().__init__()
        mid = 6 * inp
        self.expand = nn.Sequential(nn.Conv2d(inp, mid, 1, bias=False), nn.BatchNorm2d(mid), nn.SiLU())
        self.depthwise = nn.Sequential(nn.Conv2d(mid, mid, k, s, k // 2, groups=mid, bias=False),
                                       nn.BatchNorm2d(mid), nn.SiLU())
        self.se = SqueezeExcite(mid, inp // 4)
        self.project = nn.Sequential(nn.Conv2d(mid, out, 1, bias=False), nn.BatchNorm2d(out))

    def forward(self, x):
        return self.project(self.se(self.depthwise(self.expand(x))))


class MBConvSkip(MBConv):
    def forward(self, x):
        out = self.expand(x)
        out = self.depthwise(out)
        out = self.se(out)
        out = self.project(out)
        out = F.dropout(out, p=0.2, training=self.training)
        return out + x


class EfficientNet(nn.Module):
    inputs = [In(3, 240, 200)]

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 32, 3, 2, 1, bias=False), nn.BatchNorm2d(32), nn.SiLU())
        self.block1 = MBConv(32, 24, 3, 2)
        self.block2 = MBConvSkip(24, 24, 3, 1)
        self.block3 = MBConv(24, 40, 5, 2)
        self.block4 = MBConvSkip(40, 40, 5, 1)
        self.head = nn.Conv2d(40, 1280, 1, bias=False)
        self.bn = nn.BatchNorm2d(1280)
        self.fc = nn.Linear(1280, 1000)

    def forward(self, x):
        x = self.stem(x)
        x = self.block2(self.block1(x))
        x = self.block4(self.block3(x))
        x = F.silu(self.bn(self.head(x)))
        x = F.adaptive_avg_pool2d(x, 1).flatten(1)
        x = F.dropout(x, 0.2)
        return self.fc(x)


class LeNet5(nn.Module):
    inputs = [In(1, 32, 32)]

    def __init__(self):
        super().__init__()
        self.convnet = nn.Sequential(nn.Conv2d(1, 6, 5), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Tanh(),
                                     nn.AvgPool2d(2), nn.Conv2d(16, 120, 5), nn.Tanh())
        self.fc = nn.Sequential(nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10), nn.LogSoftmax(dim=-1))

    def forward(self, img):
        output = self.convnet(img)
        output = output.view(img.size(0), -1)
        return self.fc(output)


class NetworkInNetwork(nn.Module):
    inputs = [In(3, 32, 32)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 192, 5, padding=2)
        self.cccp1 = nn.Conv2d(192, 160, 1)
        self.cccp2 = nn.Conv2d(160, 96, 1)
        self.pool1 = nn.MaxPool2d(3, stride=2, ceil_mode=True)
        self.conv2 = nn.Conv2d(96, 192, 5, padding="same")
        self.cccp3 = nn.Conv2d(192, 192, 1)
        self.pool2 = nn.AvgPool2d(3, stride=2, ceil_mode=True)
        self.conv3 = nn.Conv2d(192, 10, 3, padding=1)
        self.lrn = nn.LocalResponseNorm(5)

    def forward(self, x):
        x = F.relu(self.conv1(x)); x = F.relu(self.cccp1(x)); x = F.relu(self.cccp2(x))
        x = F.dropout(self.pool1(x), 0.5)
        x = self.lrn(x)
        x = F.relu(self.cccp3(F.relu(self.conv2(x))))
        x = self.pool2(x)
        x = self.conv3(x)
        x = F.avg_pool2d(x, kernel_size=x.size()[2:])
        return x.view(-1, 10)


class Fire(nn.Module):
    def __init__(self, inplanes, squeeze, expand):
        super().__init__()
        self.squeeze = nn.Conv2d(inplanes, squeeze, 1)
        self.expand1x1 = nn.Conv2d(squeeze, expand, 1)
        self.expand3x3 = nn.Conv2d(squeeze, expand, 3, padding=1)

    def forward(self, x):
        x = torch.relu(self.squeeze(x))
        return torch.cat([torch.relu(self.expand1x1(x)), torch.relu(self.expand3x3(x))], 1)


class SqueezeNet(nn.Module):
    inputs = [In(3, 223, 199)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 3, stride=2)
        self.pool = nn.MaxPool2d(3, 2, ceil_mode=True)
        self.fire2 = Fire(64, 16, 64)
        self.fire3 = Fire(128, 16, 64)
        self.fire4 = Fire(128, 32, 128)
        self.final = nn.Conv2d(256, 1000, kernel_size=1)

    def forward(self, x):
        x = self.pool(torch.relu(self.conv1(x)))
        x = self.fire3(self.fire2(x))
        x = self.pool(x)
        x = self.fire4(x)
        x = F.dropout(x, p=0.5)
        x = F.relu(self.final(x))
        x = F.adaptive_avg_pool2d(x, (1, 1))
        return torch.flatten(x, 1)


class SplitAttention(nn.Module):
    """Selective kernels."""

    inputs = [In(16, 18, 22)]

    def __init__(self):
        super().__init__()
        self.conv3 = nn.Conv2d(16, 32, 3, padding=1)
        self.conv5 = nn.Conv2d(16, 32, 3, padding=2, dilation=2)
        self.fc = nn.Linear(32, 16)
        self.fcs = nn.Linear(16, 64)

    def forward(self, x):
        feas = torch.stack([self.conv3(x), self.conv5(x)], dim=1)
        fea_U = torch.sum(feas, dim=1)
        fea_s = fea_U.mean(-1).mean(-1)
        fea_z = F.relu(self.fc(fea_s))
        attention = self.fcs(fea_z).view(-1, 2, 32)
        attention = F.softmax(attention, dim=1)
        attention = attention.unsqueeze(-1).unsqueeze(-1)
        fea_v = (feas * attention).sum(dim=1)
        return fea_v


class Siamese(nn.Module):
    inputs = [In(1, 105, 105), In(1, 105, 105)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 64, 10)
        self.conv2 = nn.Conv2d(64, 128, 7)
        self.conv3 = nn.Conv2d(128, 128, 4)
        self.conv4 = nn.Conv2d(128, 256, 4)
        self.fc1 = nn.Linear(9216, 4096)
        self.fc2 = nn.Linear(4096, 1)

    def forward(self, x1, x2):
        a = F.max_pool2d(F.relu(self.conv1(x1)), 2)
        a = F.max_pool2d(F.relu(self.conv2(a)), 2)
        a = F.max_pool2d(F.relu(self.conv3(a)), 2)
        a = F.relu(self.conv4(a))
        a = torch.sigmoid(self.fc1(a.view(a.shape[0], -1)))
        b = F.max_pool2d(F.relu(self.conv1(x2)), 2)
        b = F.max_pool2d(F.relu(self.conv2(b)), 2)
        b = F.max_pool2d(F.relu(self.conv3(b)), 2)
        b = F.relu(self.conv4(b))
        b = torch.sigmoid(self.fc1(b.view(b.shape[0], -1)))
        dis = torch.abs(a - b)
        out = self.fc2(dis)
        return out


class Triplet(nn.Module):
    inputs = [In(3, 33, 35), In(3, 33, 35), In(3, 33, 35)]

    def __init__(self):
        super().__init__()
        self.embed = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.AdaptiveAvgPool2d((3, 2)), nn.Flatten(),
                                   nn.Linear(48, 24))

    def forward(self, anchor, positive, negative):
        a = F.normalize(self.embed(anchor), p=2, dim=1)
        p = F.normalize(self.embed(positive), p=2, dim=1)
        n = F.normalize(self.embed(negative), p=2, dim=1)
        similarity = F.cosine_similarity(a, p)
        distance = F.pairwise_distance(a, n)
        loss = F.triplet_margin_loss(a, p, n, margin=0.2)
        return loss


class CapsuleNet(nn.Module):
    inputs = [In(1, 28, 28)]

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 256, 9)
        self.primary = nn.Conv2d(256, 32 * 8, 9, stride=2)
        self.W = nn.Parameter(torch.randn(1, 1152, 10, 16, 8))

    def forward(self, x):
        x = F.relu(self.conv(x))
        u = self.primary(x)
        u = u.view(u.size(0), 32, 8, 6, 6).permute(0, 1, 3, 4, 2).contiguous().view(u.size(0), 1152, 8)
        # squash
        squared_norm = (u ** 2).sum(-1, keepdim=True)
        u = squared_norm * u / ((1. + squared_norm) * torch.sqrt(squared_norm))
        u = torch.stack([u] * 10, dim=2).unsqueeze(4)
        W = self.W.repeat(x.size(0), 1, 1, 1, 1)
        u_hat = torch.matmul(W, u)
        b_ij = torch.zeros(1, 1152, 10, 1)
        c_ij = F.softmax(b_ij, dim=1)
        c_ij = c_ij.expand(x.size(0), -1, -1, -1).unsqueeze(4)
        s_j = (c_ij * u_hat).sum(dim=1, keepdim=True)
        v_j = s_j.squeeze(1)
        classes = (v_j ** 2).sum(dim=2).sqrt().squeeze(-1)
        return F.softmax(classes, dim=-1)
