"""Words make sentences, sentences a document: sentences are folded into the batch on the way."""
import torch
from torch import nn


class Pool(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.key = nn.Linear(width, width)
        self.query = nn.Parameter(torch.rand(width))

    def forward(self, states):
        energy = torch.tanh(self.key(states)) @ self.query
        weights = energy.softmax(dim=1).unsqueeze(1)
        return torch.bmm(weights, states).squeeze(1)


class Level(nn.Module):
    def __init__(self, before, hidden):
        super().__init__()
        self.rnn = nn.GRU(before, hidden, batch_first=True, bidirectional=True)
        self.pool = Pool(2 * hidden)

    def forward(self, x):
        return self.pool(self.rnn(x)[0])


class DocumentClassifier(nn.Module):
    def __init__(self, vocabulary=80, width=10, hidden=(6, 8), classes=5):
        super().__init__()
        words, sentences = hidden
        self.embed = nn.Embedding(vocabulary, width)
        self.words = Level(width, words)
        self.sentences = Level(2 * words, sentences)
        self.out = nn.Linear(2 * sentences, classes)

    def forward(self, document):
        batch, count, length = document.size()
        tokens = self.embed(document.view(batch * count, length))
        sentences = self.words(tokens).view(batch, count, -1)
        return self.out(self.sentences(sentences))

# model: DocumentClassifier()
# input: document=7,9:long < 80
# wrong: self.sentences = Level(2 * words, sentences) => self.sentences = Level(words, sentences)
# wrong: torch.rand(width)) => torch.rand(2 * width))
# wrong: view(batch, count, -1) => view(batch, count, 10)
# wrong: .softmax(dim=1).unsqueeze(1) => .softmax(dim=1).unsqueeze(2)
