# Functions of torchscript.txt that are several of LibTorch's.
def padded(x, padding: List[int], mode: str):
    sides: List[int] = []
    axes = x.dim() - 2
    for i in range(axes):
        p = padding[axes - 1 - i] if len(padding) > 1 else padding[0]
        sides += [p, p]
    return torch.pad(x, sides, mode)

def spread(padding: List[int], x) -> List[int]:
    return padding if len(padding) > 1 else padding * (2 * (x.dim() - 2))

def root(x, kernel: List[int], axes: int, norm: float):
    cells = 1
    for i in range(axes):
        cells *= kernel[i] if len(kernel) > 1 else kernel[0]
    return torch.pow(torch.sign(x) * torch.relu(torch.abs(x)) * cells, 1.0 / norm)

def local_response_norm(x, size: int, alpha: float, beta: float, k: float):
    rows = torch.pad((x * x).transpose(1, -1), [size // 2, (size - 1) // 2])
    return x / torch.pow(rows.unfold(-1, size, 1).mean(-1).transpose(1, -1) * alpha + k, beta)

def interpolate(x, size: List[int], scale: List[float], mode: str, align: bool):
    axes = x.dim() - 2
    sizes: Optional[List[int]] = None
    scales: Optional[List[float]] = None
    if len(size) > 0:
        sizes = size if len(size) > 1 else size * axes
    else:
        scales = scale if len(scale) > 1 else scale * axes
    if mode == 'nearest':
        if axes == 1:
            return torch.upsample_nearest1d(x, sizes, scales)
        if axes == 2:
            return torch.upsample_nearest2d(x, sizes, scales)
        return torch.upsample_nearest3d(x, sizes, scales)
    if mode == 'linear':
        return torch.upsample_linear1d(x, sizes, align, scales)
    if mode == 'bilinear':
        return torch.upsample_bilinear2d(x, sizes, align, scales)
    if mode == 'bicubic':
        return torch.upsample_bicubic2d(x, sizes, align, scales)
    if mode == 'trilinear':
        return torch.upsample_trilinear3d(x, sizes, align, scales)
    return torch.adaptive_avg_pool2d(x, size)

def kl_div(x, target, reduction: str, log_target: bool):
    cells = torch.kl_div(x, target, 0, log_target=log_target)
    if reduction == 'batchmean':
        return cells.sum() / x.size(0)
    return cells.sum() if reduction == 'sum' else cells.mean() if reduction == 'mean' else cells

def gaussian_nll_loss(x, target, variance, full: bool, eps: float):
    variance = torch.clamp(variance, min=eps)
    loss = (torch.log(variance) + (x - target) ** 2 / variance) * 0.5
    return (loss + (0.5 * 1.8378770664093453 if full else 0.0)).mean()

def multilabel_soft_margin_loss(x, target):
    return -(target * torch.log_sigmoid(x) + (1 - target) * torch.log_sigmoid(-x)).mean()

def triplet_margin_with_distance_loss(anchor, positive, negative, margin: float):
    return torch.relu(torch.pairwise_distance(anchor, positive) - torch.pairwise_distance(anchor, negative) + margin).mean()

def embedding_bag(weight, indices, mode: int):
    starts = torch.arange(0, indices.numel(), indices.size(1))
    return torch.embedding_bag(weight, indices.flatten(), starts, False, mode, False)[0]

def heads_of(x, heads: int):
    return x.reshape(x.size(0), x.size(1), heads, -1).transpose(1, 2)

def attend(q, k, v, w: List[Tensor], at: int, heads: int, batch_first: bool, bias_k: Optional[Tensor], bias_v: Optional[Tensor], zero: bool):
    if not batch_first:
        q, k, v = q.transpose(0, 1), k.transpose(0, 1), v.transpose(0, 1)
    wq, wk, wv = torch.chunk(w[at], 3)
    bq, bk, bv = torch.chunk(w[at + 1], 3)
    q, k, v = torch.linear(q, wq, bq), torch.linear(k, wk, bk), torch.linear(v, wv, bv)
    if bias_k is not None and bias_v is not None:
        k = torch.cat([k, bias_k.expand(k.size(0), 1, -1)], 1)
        v = torch.cat([v, bias_v.expand(v.size(0), 1, -1)], 1)
    if zero:
        k, v = torch.pad(k, [0, 0, 0, 1]), torch.pad(v, [0, 0, 0, 1])
    q, k, v = heads_of(q, heads), heads_of(k, heads), heads_of(v, heads)
    odds = torch.softmax(torch.matmul(q, k.transpose(-2, -1)) / torch.sqrt(q.size(-1)), -1)
    y = torch.linear(torch.matmul(odds, v).transpose(1, 2).flatten(2), w[at + 2], w[at + 3])
    return (y if batch_first else y.transpose(0, 1)), odds.mean(1)

def attended(x, memory, w: List[Tensor], at: int, heads: int, batch_first: bool):
    return attend(x, memory, memory, w, at, heads, batch_first, None, None, False)[0]

def norm_of(x, w: List[Tensor], at: int, eps: float):
    return torch.layer_norm(x, [x.size(-1)], w[at], w[at + 1], eps)

def widened(x, w: List[Tensor], at: int, gelu: bool):
    x = torch.linear(x, w[at], w[at + 1])
    return torch.linear(torch.gelu(x) if gelu else torch.relu(x), w[at + 2], w[at + 3])

def encoder(x, w: List[Tensor], at: int, layers: int, heads: int, batch_first: bool, norm_first: bool, gelu: bool, eps: float):
    for i in range(layers):
        if norm_first:
            y = norm_of(x, w, at + 8, eps)
            x = x + attended(y, y, w, at, heads, batch_first)
            x = x + widened(norm_of(x, w, at + 10, eps), w, at + 4, gelu)
        else:
            x = norm_of(x + attended(x, x, w, at, heads, batch_first), w, at + 8, eps)
            x = norm_of(x + widened(x, w, at + 4, gelu), w, at + 10, eps)
        at += 12
    return x

def decoder(x, memory, w: List[Tensor], at: int, layers: int, heads: int, batch_first: bool, norm_first: bool, eps: float):
    for i in range(layers):
        if norm_first:
            y = norm_of(x, w, at + 12, eps)
            x = x + attended(y, y, w, at, heads, batch_first)
            x = x + attended(norm_of(x, w, at + 14, eps), memory, w, at + 4, heads, batch_first)
            x = x + widened(norm_of(x, w, at + 16, eps), w, at + 8, False)
        else:
            x = norm_of(x + attended(x, x, w, at, heads, batch_first), w, at + 12, eps)
            x = norm_of(x + attended(x, memory, w, at + 4, heads, batch_first), w, at + 14, eps)
            x = norm_of(x + widened(x, w, at + 8, False), w, at + 16, eps)
        at += 18
    return x

def transformer(x, y, w: List[Tensor], encoders: int, decoders: int, heads: int, batch_first: bool):
    x = norm_of(encoder(x, w, 0, encoders, heads, batch_first, False, False, 0.00001), w, 12 * encoders, 0.00001)
    at = 12 * encoders + 2
    return norm_of(decoder(y, x, w, at, decoders, heads, batch_first, False, 0.00001), w, at + 18 * decoders, 0.00001)
