from .categorical import Bernoulli, Categorical
from .normal import Independent, MultivariateNormal, Normal


def kl_divergence(p, q):
    if isinstance(p, Independent) and isinstance(q, Independent):
        return p.summed(kl_divergence(p.base_dist, q.base_dist))
    if isinstance(p, Normal) and isinstance(q, Normal):
        return ((p.loc - q.loc) / q.scale) ** 2 + p.scale / q.scale
    if isinstance(p, MultivariateNormal) and isinstance(q, MultivariateNormal):
        return (p.mixed - q.mixed).sum(-1)
    if isinstance(p, Categorical) and isinstance(q, Categorical):
        return (p.probs * (p.logits - q.logits)).sum(-1)
    if isinstance(p, Bernoulli) and isinstance(q, Bernoulli):
        return p.probs * (p.logits - q.logits)
    raise NotImplementedError("there is no divergence of these two")
