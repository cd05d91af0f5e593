"""Three branches while training, one convolution when deployed."""
import torch
import torch.nn as nn


def conv_bn(before, after, kernel, stride, padding, groups=1):
    result = nn.Sequential()
    result.add_module('conv', nn.Conv2d(before, after, kernel, stride, padding, groups=groups, bias=False))
    result.add_module('bn', nn.BatchNorm2d(num_features=after))
    return result


class RepBlock(nn.Module):
    def __init__(self, before, after, stride=1, groups=1, deploy=False):
        super(RepBlock, self).__init__()
        self.deploy = deploy
        self.act = nn.ReLU()
        if deploy:
            self.reparam = nn.Conv2d(before, after, 3, stride, 1, groups=groups, bias=True)
        else:
            self.identity = nn.BatchNorm2d(before) if after == before and stride == 1 else None
            self.dense = conv_bn(before, after, 3, stride, 1, groups)
            self.point = conv_bn(before, after, 1, stride, 0, groups)

    def forward(self, inputs):
        if hasattr(self, 'reparam'):
            return self.act(self.reparam(inputs))
        if self.identity is None:
            id_out = 0
        else:
            id_out = self.identity(inputs)
        return self.act(self.dense(inputs) + self.point(inputs) + id_out)


class RepVGG(nn.Module):
    def __init__(self, blocks, widths=None, override_groups=None, classes=12, deploy=False):
        super(RepVGG, self).__init__()
        assert len(widths) == len(blocks) + 1
        self.override_groups = override_groups or dict()
        assert 0 not in self.override_groups
        self.deploy = deploy
        self.in_planes = int(64 * widths[0])
        self.stage0 = RepBlock(3, self.in_planes, stride=2, deploy=deploy)
        self.cur = 1
        for i, n in enumerate(blocks):
            setattr(self, f'stage{i + 1}', self._make_stage(int(64 * widths[i + 1]), n, stride=2))
        self.gap = nn.AdaptiveAvgPool2d(output_size=1)
        self.linear = nn.Linear(self.in_planes, classes)

    def _make_stage(self, planes, num_blocks, stride):
        blocks = []
        for s in [stride] + [1] * (num_blocks - 1):
            groups = self.override_groups.get(self.cur, 1)
            blocks.append(RepBlock(self.in_planes, planes, s, groups, self.deploy))
            self.in_planes = planes
            self.cur += 1
        return nn.ModuleList(blocks)

    def forward(self, x):
        out = self.stage0(x)
        for stage in (self.stage1, self.stage2):
            for block in stage:
                out = block(out)
        out = self.gap(out)
        return self.linear(out.view(out.size(0), -1))


optional_groups = {l: 2 for l in [2, 4]}


def create(deploy=False):
    return RepVGG([2, 3], widths=[0.25, 0.375, 0.5], override_groups=optional_groups, deploy=deploy)

# model: create()
# input: 3,45,61
# wrong: self.in_planes = planes\n => self.in_planes = planes + 2\n
# wrong: nn.BatchNorm2d(before) if => nn.BatchNorm2d(before // 2) if
# wrong: l: 2 for l => l: 7 for l
# wrong: kernel, stride, padding, groups=groups, bias => kernel, stride, 1, groups=groups, bias
