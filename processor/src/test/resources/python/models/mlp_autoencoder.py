from torch import nn


class Autoencoder(nn.Module):
    def __init__(self, sizes, activation='relu', final=True):
        super(Autoencoder, self).__init__()
        activations = nn.ModuleDict([['relu', nn.ReLU()], ['lrelu', nn.LeakyReLU()], ['selu', nn.SELU()]])
        layers = []
        for i in range(len(sizes) - 1):
            layers.append(nn.Linear(sizes[i], sizes[i + 1]))
            layers.append(activations[activation])
        self.encoder = nn.Sequential(*layers)
        back = list(reversed(sizes))
        self.decoder = nn.Sequential()
        for n, (a, b) in enumerate(zip(back, back[1:])):
            self.decoder.add_module(f'linear{n}', nn.Linear(a, b))
            if n < len(back) - 2 or final:
                self.decoder.add_module(f'act{n}', activations[activation])

    def forward(self, x):
        shape = x.shape
        code = self.encoder(x.flatten(1))
        return self.decoder(code).reshape(shape), code

# model: Autoencoder([3 * 8 * 5, 64, 12], activation='lrelu', final=False)
# input: 3,8,5
# wrong: zip(back, back[1:]) => zip(back[1:], back[2:])
# wrong init: [3 * 8 * 6, 64, 12]
# wrong init: [3 * 8 * 5, 64, 12], activation='tanh'
