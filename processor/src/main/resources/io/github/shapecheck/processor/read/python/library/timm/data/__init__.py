from timm.data.constants import *
