"""Networks as torchvision builds them: the names and sizes of their weights, none of the values."""

from . import _utils, alexnet, densenet, inception, mobilenetv2, resnet, squeezenet, vgg
from .alexnet import *
from .densenet import *
from .inception import *
from .mobilenetv2 import *
from .resnet import *
from .squeezenet import *
from .vgg import *
