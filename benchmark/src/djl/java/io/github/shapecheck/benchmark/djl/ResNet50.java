package io.github.shapecheck.benchmark.djl;

import io.github.shapecheck.Input;
import io.github.shapecheck.TorchModule;

/** ResNet-50 as torchvision has it. */
@Input({3, 224, 224})
@TorchModule(
    """
    import torch
    from torch import nn

    class Bottleneck(nn.Module):
        def __init__(self, inplanes, planes, stride):
            super().__init__()
            self.conv1 = nn.Conv2d(inplanes, planes, 1, bias=False)
            self.bn1 = nn.BatchNorm2d(planes)
            self.conv2 = nn.Conv2d(planes, planes, 3, stride, padding=1, bias=False)
            self.bn2 = nn.BatchNorm2d(planes)
            self.conv3 = nn.Conv2d(planes, 4 * planes, 1, bias=False)
            self.bn3 = nn.BatchNorm2d(4 * planes)
            self.downsample = None
            if stride != 1 or inplanes != 4 * planes:
                self.downsample = nn.Sequential(
                    nn.Conv2d(inplanes, 4 * planes, 1, stride, bias=False), nn.BatchNorm2d(4 * planes))

        def forward(self, x):
            out = torch.relu(self.bn1(self.conv1(x)))
            out = torch.relu(self.bn2(self.conv2(out)))
            out = self.bn3(self.conv3(out))
            shortcut = x if self.downsample is None else self.downsample(x)
            return torch.relu(out + shortcut)

    def stage(inplanes, planes, blocks, stride):
        return [Bottleneck(inplanes if i == 0 else 4 * planes, planes, stride if i == 0 else 1)
                for i in range(blocks)]

    class ResNet50(nn.Sequential):
        def __init__(self):
            super().__init__(
                nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1),
                *stage(64, 64, 3, 1), *stage(256, 128, 4, 2), *stage(512, 256, 6, 2), *stage(1024, 512, 3, 2),
                nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(2048, 1000))
    """)
final class ResNet50 {
  private ResNet50() {}
}
