# What has the shape of a sample is _full, of a batch _batch; an event has _events axes behind those of the batch.
import copy as _copy
import torch
from shapecheck import kind, operation, refuse

_EITHER = "probs", "logits"
_WITHOUT_RSAMPLE = """
    Bernoulli Binomial Categorical Geometric Multinomial NegativeBinomial OneHotCategorical Poisson VonMises
""".split()
_WITHOUT_ENTROPY = """
    FisherSnedecor NegativeBinomial Poisson RelaxedBernoulli RelaxedOneHotCategorical VonMises
""".split()


def _summed(tensor, count):
    return tensor.sum(tuple(range(-count, 0))) if count else tensor


class Distribution:
    _names = ()
    _optional = ()

    def __init__(self, *given, **named):
        given += tuple([named.get(name) for name in self._names[len(given):]])
        for name, value in zip(self._names, given):
            setattr(self, name, value)
            if value is None and name not in _EITHER + self._optional:
                self._refuse("missing_argument", f"needs an argument for {name}")
        if "probs" in self._names and (self.probs is None) == (self.logits is None):
            self._refuse("argument", "needs either probs or logits")
        self._make([value for value in given if isinstance(value, torch.Tensor)])

    def _refuse(self, id, message, error="ValueError"):
        refuse(error, id, f"{type(self).__name__} {message}")

    def _shaped(self, full, batch, events):
        self._full, self._batch, self._events = full, batch, events
        cut = len(full.shape) - events
        self.batch_shape, self.event_shape = full.shape[:cut], full.shape[cut:]

    def _fit(self, value):
        if not isinstance(value, torch.Tensor):
            raise TypeError(f"the value must be a tensor, not {kind(value)}")
        for axis in range(1, self._events + 1):
            size = self._full.shape[-axis]
            if value.dim() < axis or value.shape[-axis] != size:
                self._refuse("broadcast", f"has events of {size}, the value is {kind(value)}")

    def _moment(self):
        return operation("distributions.moment", self._full)

    mean = mode = variance = stddev = property(_moment)

    @property
    def has_rsample(self):
        return type(self).__name__ not in _WITHOUT_RSAMPLE

    def sample(self, sample_shape=()):  # dist-5: the shape that is asked for, the batch, the event
        sizes = tuple(sample_shape)
        if not sizes:
            return operation("distributions.sample", self._full)
        return operation("distributions.samples", sizes + tuple(self._full.shape), dtype=self._full.dtype)

    def rsample(self, sample_shape=()):  # dist-4
        if not self.has_rsample:
            self._refuse("argument", "has no rsample, only sample", "NotImplementedError")
        return self.sample(sample_shape)

    def log_prob(self, value):  # dist-6: the event is the value's own, the batch is broadcast to it
        self._fit(value)
        full = self._full if self._events else self._batch
        return _summed(operation("distributions.log_prob", value, full), self._events)

    prob = cdf = log_prob

    def entropy(self):
        if type(self).__name__ in _WITHOUT_ENTROPY:
            self._refuse("argument", "has no entropy", "NotImplementedError")
        return operation("distributions.entropy", self._batch)

    def expand(self, batch_shape):
        made = _copy.copy(self)
        sizes = tuple(batch_shape)
        batch = self._batch.expand(sizes)
        made._shaped(self._full.expand(sizes + tuple(self.event_shape)), batch, self._events)
        return made


class _OfNumbers(Distribution):  # dist-1: the parameters are broadcast together, a number for each place
    def _make(self, tensors):
        full = torch.zeros(()) if not tensors else tensors[0] if len(tensors) == 1 else torch.broadcast_tensors(*tensors)[0]
        self._shaped(full, full, 0)


class _OfClasses(Distribution):  # dist-2, dist-3: over the places of the last axis
    def _make(self, tensors):
        if not tensors or tensors[-1].dim() == 0:
            self._refuse("rank", "needs an axis of classes")
        self._over(tensors[-1], tensors[-1].amax(-1))

    def _over(self, scores, batch):
        self._shaped(scores, batch, 1)


def _made(base, line):
    name, *names = line.split()
    return type(name, (base,), {"_names": tuple(names)})


LogNormal = _made(_OfNumbers, "LogNormal loc scale")
Laplace = _made(_OfNumbers, "Laplace loc scale")
Cauchy = _made(_OfNumbers, "Cauchy loc scale")
Gumbel = _made(_OfNumbers, "Gumbel loc scale")
Uniform = _made(_OfNumbers, "Uniform low high")
Beta = _made(_OfNumbers, "Beta concentration1 concentration0")
Gamma = _made(_OfNumbers, "Gamma concentration rate")
Exponential = _made(_OfNumbers, "Exponential rate")
HalfNormal = _made(_OfNumbers, "HalfNormal scale")
HalfCauchy = _made(_OfNumbers, "HalfCauchy scale")
Chi2 = _made(_OfNumbers, "Chi2 df")
StudentT = _made(_OfNumbers, "StudentT df loc scale")
StudentT._optional = "loc", "scale"
FisherSnedecor = _made(_OfNumbers, "FisherSnedecor df1 df2")
Weibull = _made(_OfNumbers, "Weibull scale concentration")
Pareto = _made(_OfNumbers, "Pareto scale alpha")
Kumaraswamy = _made(_OfNumbers, "Kumaraswamy concentration1 concentration0")
VonMises = _made(_OfNumbers, "VonMises loc concentration")
Poisson = _made(_OfNumbers, "Poisson rate")
Bernoulli = _made(_OfNumbers, "Bernoulli probs logits")
ContinuousBernoulli = _made(_OfNumbers, "ContinuousBernoulli probs logits")
Geometric = _made(_OfNumbers, "Geometric probs logits")
RelaxedBernoulli = _made(_OfNumbers, "RelaxedBernoulli temperature probs logits")
Binomial = _made(_OfNumbers, "Binomial total_count probs logits")
Binomial._optional = "total_count",
NegativeBinomial = _made(_OfNumbers, "NegativeBinomial total_count probs logits")
OneHotCategorical = _made(_OfClasses, "OneHotCategorical probs logits")
OneHotCategoricalStraightThrough = _made(_OfClasses, "OneHotCategoricalStraightThrough probs logits")
RelaxedOneHotCategorical = _made(_OfClasses, "RelaxedOneHotCategorical temperature probs logits")
Multinomial = _made(_OfClasses, "Multinomial total_count probs logits")
Multinomial._optional = "total_count",
Dirichlet = _made(_OfClasses, "Dirichlet concentration")


class Normal(_OfNumbers):
    _names = "loc", "scale"
    mean = mode = property(lambda self: self._full)


class Categorical(_OfClasses):
    _names = _EITHER

    def _over(self, scores, batch):
        self._shaped(scores.argmax(-1), batch, 0)
        self._scores = scores

    def _moment(self):
        return operation("distributions.moment", self._batch)

    mean = mode = variance = stddev = property(_moment)


class MultivariateNormal(Distribution):
    _names = "loc", "covariance_matrix", "precision_matrix", "scale_tril"
    _optional = _names[1:]

    def _make(self, tensors):
        mean = self.loc
        if not isinstance(mean, torch.Tensor) or mean.dim() == 0:
            self._refuse("rank", "needs a loc of at least 1 axis")
        if len(tensors) != 2:
            self._refuse("argument", "needs exactly one of covariance_matrix, precision_matrix and scale_tril")
        matrix = tensors[1]
        if matrix.dim() < 2 or matrix.shape[-1] != matrix.shape[-2]:
            self._refuse("rank", f"needs a square matrix, not {kind(matrix)}")
        if matrix.shape[-1] != mean.shape[-1]:
            self._refuse("broadcast", f"has a loc of {mean.shape[-1]} against a matrix of {matrix.shape[-1]}")
        full = torch.broadcast_tensors(mean, matrix.select(-1, 0))[0]
        self._shaped(full, full.sum(-1), 1)


class Independent(Distribution):  # dist-8: axes of the batch become axes of the event
    _names = "base_distribution", "reinterpreted_batch_ndims"

    def _make(self, tensors):
        base, count = self.base_distribution, self.reinterpreted_batch_ndims
        axes = _distribution(base)._batch.dim()
        if count < 0 or count > axes:
            self._refuse("rank", f"takes {count} axes of {axes} of the batch")
        self._shaped(base._full, _summed(base._batch, count), base._events + count)
        self.base_dist, self._own = base, count

    @property
    def has_rsample(self):
        return self.base_dist.has_rsample

    def log_prob(self, value):
        return _summed(self.base_dist.log_prob(value), self._own)

    prob = cdf = log_prob

    def entropy(self):
        return _summed(self.base_dist.entropy(), self._own)


def _distribution(value):
    if not isinstance(value, Distribution):
        raise TypeError(f"{kind(value)} is no distribution")
    return value


def _begins(whole, mask):
    return tuple(whole.shape[:mask.dim()]) == tuple(mask.shape)


def kl_divergence(p, q):  # dist-7: the batches are broadcast together
    if isinstance(_distribution(p), Independent) and isinstance(_distribution(q), Independent) and p._own == q._own:
        return _summed(kl_divergence(p.base_dist, q.base_dist), p._own)
    if p._events != q._events:
        names = f"{type(p).__name__} and {type(q).__name__}"
        refuse("NotImplementedError", "rank", f"kl_divergence needs events of as many axes, not {names}")
    if isinstance(p, Categorical) and isinstance(q, Categorical):
        return _summed(operation("distributions.kl_divergence", p._scores, q._scores), 1)
    own, other = (p._full, q._full) if p._events else (p._batch, q._batch)
    if isinstance(p, MultivariateNormal):
        q._fit(own)
    difference = operation("distributions.kl_divergence", own, other)
    # PyTorch's own formula indexes by them
    if isinstance(p, Bernoulli) and not (_begins(difference, own) and _begins(difference, other)):
        refuse("IndexError", "broadcast", f"PyTorch broadcasts no Bernoulli: {kind(own)}, {kind(other)}")
    return _summed(difference, p._events)
