"""Tags words; the sequence comes first, as recurrent layers want it."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class LSTMTagger(nn.Module):
    def __init__(self, embedding_dim, hidden_dim, vocab_size, tagset_size, bidirectional=True, num_layers=1):
        super(LSTMTagger, self).__init__()
        self.hidden_dim = hidden_dim // 2 if bidirectional else hidden_dim
        self.num_directions = 2 if bidirectional else 1
        self.num_layers = num_layers
        self.word_embeddings = nn.Embedding(vocab_size, embedding_dim)
        self.lstm = nn.LSTM(embedding_dim, self.hidden_dim, num_layers=num_layers, bidirectional=bidirectional)
        self.hidden2tag = nn.Linear(hidden_dim, tagset_size)

    def init_hidden(self, batch_size):
        shape = (self.num_layers * self.num_directions, batch_size, self.hidden_dim)
        return (torch.zeros(shape), torch.zeros(*shape))

    def forward(self, sentence):
        embeds = self.word_embeddings(sentence)
        lstm_out, (h, c) = self.lstm(embeds, self.init_hidden(sentence.size(1)))
        tag_space = self.hidden2tag(lstm_out)
        return F.log_softmax(tag_space, dim=-1), torch.cat([h[-2], h[-1]], dim=1)

# model: LSTMTagger(14, 20, 50, 7, num_layers=2)
# input: sentence=11:long@1 < 50
# wrong: self.num_layers * self.num_directions, batch_size => self.num_layers, batch_size
# wrong: nn.Linear(hidden_dim, tagset_size) => nn.Linear(hidden_dim * 2, tagset_size)
# wrong: sentence.size(1) => sentence.size(0)
# wrong init: 14, 21, 50, 7
