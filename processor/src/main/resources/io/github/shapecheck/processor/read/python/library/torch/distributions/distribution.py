import torch


def together(*values):
    """Parameters as tensors of one shape; plain numbers are tensors without axes."""
    return torch.broadcast_tensors(*[v if isinstance(v, torch.Tensor) else torch.tensor(float(v)) for v in values])


class Distribution:
    has_rsample = False

    def __init__(self, batch_shape=(), event_shape=(), validate_args=None):
        self.batch_shape = torch.Size(batch_shape)
        self.event_shape = torch.Size(event_shape)

    def drawn(self, sample_shape):
        return torch.zeros(tuple(sample_shape) + tuple(self.batch_shape) + tuple(self.event_shape))

    def sample(self, sample_shape=()):
        return self.rsample(sample_shape)

    def sample_n(self, n):
        return self.sample((n,))
