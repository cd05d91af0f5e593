"""What is done to images that are tensors, as far as it changes their shapes."""

from torch.nn import functional as F


def _two(size):
    if isinstance(size, int):
        return size, size
    return (size[0], size[0]) if len(size) == 1 else (size[0], size[1])


def pad(img, padding, fill=0, padding_mode="constant"):
    if isinstance(padding, int):
        padding = [padding]
    left, top, right, bottom = list(padding) * (4 // len(padding))
    return F.pad(img, [left, right, top, bottom])


def crop(img, top, left, height, width):
    below = max(0, top + height - img.shape[-2])
    right = max(0, left + width - img.shape[-1])
    img = F.pad(img, [max(0, -left), right, max(0, -top), below])
    top, left = max(0, top), max(0, left)
    return img[..., top : top + height, left : left + width]


def center_crop(img, output_size):
    height, width = _two(output_size)
    tall, wide = img.shape[-2:]
    if width > wide or height > tall:
        more, below = max(0, width - wide), max(0, height - tall)
        img = F.pad(img, [more // 2, (more + 1) // 2, below // 2, (below + 1) // 2])
        tall, wide = img.shape[-2:]
    top, left = (tall - height) // 2, (wide - width) // 2
    return img[..., top : top + height, left : left + width]


def resize(img, size, interpolation=None, max_size=None, antialias=None):
    if isinstance(size, int) or len(size) == 1:
        size = size if isinstance(size, int) else size[0]
        tall, wide = img.shape[-2:]
        size = (size, int(size * wide / tall)) if tall <= wide else (int(size * tall / wide), size)
    if img.dim() == 3:
        return F.interpolate(img[None], size)[0]
    return F.interpolate(img, size)


def resized_crop(img, top, left, height, width, size, interpolation=None, antialias=None):
    return resize(crop(img, top, left, height, width), size)


def normalize(tensor, mean, std, inplace=False):
    return tensor + 0.0


def hflip(img):
    return img.flip(-1)


def vflip(img):
    return img.flip(-2)


def rgb_to_grayscale(img, num_output_channels=1):
    gray = img[..., :1, :, :]
    return gray.repeat_interleave(num_output_channels, dim=-3)


def gaussian_blur(img, kernel_size, sigma=None):
    return img + 0.0
