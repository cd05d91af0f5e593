import torch

from .distribution import Distribution, together


class Normal(Distribution):
    has_rsample = True

    def __init__(self, loc, scale, validate_args=None):
        self.loc, self.scale = together(loc, scale)
        super().__init__(self.loc.shape)

    @property
    def mean(self):
        return self.loc

    @property
    def mode(self):
        return self.loc

    @property
    def stddev(self):
        return self.scale

    @property
    def variance(self):
        return self.scale**2

    def rsample(self, sample_shape=()):
        return self.loc + self.drawn(sample_shape) * self.scale

    def log_prob(self, value):
        return ((value - self.loc) / self.scale) ** 2 - self.scale.log()

    def cdf(self, value):
        return torch.erf((value - self.loc) / self.scale)

    def icdf(self, value):
        return self.loc + self.scale * value

    def entropy(self):
        return torch.log(self.scale)


class LogNormal(Normal):
    """The exponential of a normal variable."""


class Laplace(Normal):
    """Two exponentials back to back."""


class Uniform(Distribution):
    has_rsample = True

    def __init__(self, low, high, validate_args=None):
        self.low, self.high = together(low, high)
        super().__init__(self.low.shape)

    def rsample(self, sample_shape=()):
        return self.low + self.drawn(sample_shape) * (self.high - self.low)

    def log_prob(self, value):
        return value * 0.0 - torch.log(self.high - self.low)

    def entropy(self):
        return torch.log(self.high - self.low)


class Beta(Distribution):
    has_rsample = True

    def __init__(self, concentration1, concentration0, validate_args=None):
        self.concentration1, self.concentration0 = together(concentration1, concentration0)
        super().__init__(self.concentration1.shape)

    @property
    def mean(self):
        return self.concentration1 / (self.concentration1 + self.concentration0)

    def rsample(self, sample_shape=()):
        return self.drawn(sample_shape) * self.mean

    def log_prob(self, value):
        return value * self.concentration1 + (1 - value) * self.concentration0

    def entropy(self):
        return self.concentration1 + self.concentration0


class MultivariateNormal(Distribution):
    has_rsample = True

    def __init__(self, loc, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        given = [m for m in (covariance_matrix, precision_matrix, scale_tril) if m is not None]
        if len(given) != 1:
            raise ValueError("a MultivariateNormal needs one of covariance_matrix, precision_matrix, scale_tril")
        self.loc = loc
        self.matrix = given[0]
        self.mixed = torch.matmul(self.matrix, loc.unsqueeze(-1)).squeeze(-1)
        super().__init__(self.mixed.shape[:-1], self.mixed.shape[-1:])

    @property
    def mean(self):
        return self.loc

    def rsample(self, sample_shape=()):
        return self.mixed + self.drawn(sample_shape)

    def log_prob(self, value):
        return (value - self.mixed).sum(-1)

    def entropy(self):
        return self.mixed.sum(-1)


class Independent(Distribution):
    """The last axes of a batch as one event."""

    def __init__(self, base_distribution, reinterpreted_batch_ndims, validate_args=None):
        self.base_dist = base_distribution
        self.reinterpreted_batch_ndims = reinterpreted_batch_ndims
        kept = len(base_distribution.batch_shape) - reinterpreted_batch_ndims
        if kept < 0:
            raise ValueError("an Independent has at most as many event axes as its base has batch axes")
        shape = base_distribution.batch_shape
        super().__init__(shape[:kept], tuple(shape[kept:]) + tuple(base_distribution.event_shape))

    @property
    def mean(self):
        return self.base_dist.mean

    def summed(self, value):
        for _ in range(self.reinterpreted_batch_ndims):
            value = value.sum(-1)
        return value

    def rsample(self, sample_shape=()):
        return self.base_dist.rsample(sample_shape)

    def sample(self, sample_shape=()):
        return self.base_dist.sample(sample_shape)

    def log_prob(self, value):
        return self.summed(self.base_dist.log_prob(value))

    def entropy(self):
        return self.summed(self.base_dist.entropy())
