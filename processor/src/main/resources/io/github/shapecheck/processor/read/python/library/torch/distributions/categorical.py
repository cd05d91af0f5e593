import torch

from .distribution import Distribution


class Categorical(Distribution):
    def __init__(self, probs=None, logits=None, validate_args=None):
        if (probs is None) == (logits is None):
            raise ValueError("a distribution needs either probs or logits")
        given = probs if logits is None else logits
        if given.dim() < 1:
            raise ValueError("a Categorical needs at least one axis")
        self.probs = torch.softmax(given, -1)
        self.logits = torch.log_softmax(given, -1)
        super().__init__(given.shape[:-1])

    def sample(self, sample_shape=()):
        return self.drawn(sample_shape).long()

    def log_prob(self, value):
        value, logits = torch.broadcast_tensors(value.long().unsqueeze(-1), self.logits)
        return logits.gather(-1, value[..., :1]).squeeze(-1)

    def entropy(self):
        return (self.logits * self.probs).sum(-1)


class OneHotCategorical(Categorical):
    def sample(self, sample_shape=()):
        return self.drawn(sample_shape).unsqueeze(-1) + self.probs * 0.0

    def log_prob(self, value):
        return (value * self.logits).sum(-1)


class Bernoulli(Distribution):
    def __init__(self, probs=None, logits=None, validate_args=None):
        if (probs is None) == (logits is None):
            raise ValueError("a distribution needs either probs or logits")
        self.probs = probs if logits is None else torch.sigmoid(logits)
        self.logits = self.probs if logits is None else logits
        super().__init__(self.probs.shape)

    @property
    def mean(self):
        return self.probs

    def sample(self, sample_shape=()):
        return self.drawn(sample_shape) * self.probs

    def log_prob(self, value):
        return value * self.logits

    def entropy(self):
        return self.probs * self.logits
