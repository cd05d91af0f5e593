"""Distributions as torch.distributions has them: the shapes of what they give."""

import torch

from . import categorical, kl, normal
from .categorical import *
from .kl import *
from .normal import *
