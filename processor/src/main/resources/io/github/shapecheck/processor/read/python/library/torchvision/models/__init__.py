"""Networks as torchvision builds them: the names and sizes of their weights, none of the values."""

from . import _utils, alexnet, densenet, efficientnet, inception, mobilenetv2, mobilenetv3, resnet, squeezenet, vgg
from .alexnet import *
from .densenet import *
from .efficientnet import *
from .inception import *
from .mobilenetv2 import *
from .mobilenetv3 import mobilenet_v3_large, mobilenet_v3_small
from .resnet import *
from .squeezenet import *
from .vgg import *
