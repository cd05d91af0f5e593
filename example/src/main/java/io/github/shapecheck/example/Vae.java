package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.ReLU;

/** A variational autoencoder for handwritten digits, with its loss. */
@Input({1, 28, 28})
@Forward(
    """
    flat = x.view(-1, 784)
    h = encode(flat)
    mean, logvar = to_mean(h), to_logvar(h)

    # the reparameterization trick
    std = torch.exp(0.5 * logvar)
    z = mean + torch.randn_like(std) * std

    image = torch.sigmoid(decode(widen(z)))
    reconstruction = F.binary_cross_entropy(image, flat, reduction='sum')
    divergence = -0.5 * torch.sum(1 + logvar - mean.pow(2) - logvar.exp())
    return image, reconstruction + divergence
    """)
class Vae {
  @Linear(in = 784, out = 400)
  @ReLU
  Block encode;

  @Linear(in = 400, out = 20)
  Block to_mean;

  @Linear(in = 400, out = 20)
  Block to_logvar;

  @Linear(in = 20, out = 400)
  @ReLU
  Block widen;

  @Linear(in = 400, out = 784)
  Block decode;
}
