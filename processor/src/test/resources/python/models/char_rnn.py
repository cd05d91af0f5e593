import torch
import torch.nn as nn


class CharRNN(nn.Module):
    """Next characters, with the state handed in and out."""

    def __init__(self, kind, letters, width, hidden, layers, drop=0.5, tied=False):
        super(CharRNN, self).__init__()
        self.kind, self.letters, self.hidden, self.layers = kind, letters, hidden, layers
        self.drop = nn.Dropout(drop)
        self.embed = nn.Embedding(letters, width)
        if kind in ['LSTM', 'GRU']:
            self.rnn = getattr(nn, kind)(width, hidden, layers, dropout=drop)
        else:
            try:
                nonlinearity = {'TANH': 'tanh', 'RELU': 'relu'}[kind]
            except KeyError:
                raise ValueError("""LSTM, GRU, TANH or RELU, but not this one""")
            self.rnn = nn.RNN(width, hidden, layers, nonlinearity=nonlinearity, dropout=drop)
        self.out = nn.Linear(hidden, letters)
        if tied:
            if hidden != width:
                raise ValueError('what is shared must be of one width')
            self.out.weight = self.embed.weight
        nn.init.uniform_(self.embed.weight, -0.1, 0.1)
        nn.init.zeros_(self.out.bias)

    def forward(self, text, state):
        x = self.drop(self.embed(text))
        x, state = self.rnn(x, state)
        x = self.out(self.drop(x)).view(-1, self.letters)
        return torch.log_softmax(x, dim=1), state

    def first_state(self, count):
        weight = next(self.parameters())
        zeros = weight.new_zeros(self.layers, count, self.hidden)
        return (zeros, zeros) if self.kind == 'LSTM' else zeros

# model: CharRNN('LSTM', 33, 18, 18, 2, tied=True)
# input: text=10:long@1 < 33
# input: state.0=2,18@1
# input: state.1=2,18@1
# wrong: nn.Linear(hidden, letters) => nn.Linear(letters, hidden)
# wrong: width, hidden, layers, dropout=drop => width, hidden, layers + 1, dropout=drop
# wrong init: 'LSTM', 33, 20, 18, 2, tied=True
# wrong init: 'SIGMOID', 33, 18, 18, 2
# wrong init: 'LSTM', 33, 18, 16, 2
