"""Translation word by word, looking back at the source each time."""
import random
import torch
import torch.nn as nn
import torch.nn.functional as F


class Encoder(nn.Module):
    def __init__(self, input_dim, emb_dim, enc_hid_dim, dec_hid_dim, dropout):
        super().__init__()
        self.embedding = nn.Embedding(input_dim, emb_dim)
        self.rnn = nn.GRU(emb_dim, enc_hid_dim, bidirectional=True)
        self.fc = nn.Linear(enc_hid_dim * 2, dec_hid_dim)
        self.dropout = nn.Dropout(dropout)

    def forward(self, src):
        # src = [src len, batch size]
        embedded = self.dropout(self.embedding(src))
        outputs, hidden = self.rnn(embedded)
        hidden = torch.tanh(self.fc(torch.cat((hidden[-2, :, :], hidden[-1, :, :]), dim=1)))
        return outputs, hidden


class Attention(nn.Module):
    def __init__(self, enc_hid_dim, dec_hid_dim, method='concat'):
        super().__init__()
        self.method = method
        if self.method not in ['concat', 'general']:
            raise ValueError(self.method, "is not an appropriate attention method.")
        if self.method == 'concat':
            self.attn = nn.Linear((enc_hid_dim * 2) + dec_hid_dim, dec_hid_dim)
            self.v = nn.Linear(dec_hid_dim, 1, bias=False)
        else:
            self.attn = nn.Linear(enc_hid_dim * 2, dec_hid_dim)

    def forward(self, hidden, encoder_outputs):
        src_len = encoder_outputs.shape[0]
        encoder_outputs = encoder_outputs.permute(1, 0, 2)
        if self.method == 'general':
            return F.softmax(torch.sum(hidden.unsqueeze(1) * self.attn(encoder_outputs), dim=2), dim=1)
        hidden = hidden.unsqueeze(1).repeat(1, src_len, 1)
        energy = torch.tanh(self.attn(torch.cat((hidden, encoder_outputs), dim=2)))
        return F.softmax(self.v(energy).squeeze(2), dim=1)


class Decoder(nn.Module):
    def __init__(self, output_dim, emb_dim, enc_hid_dim, dec_hid_dim, dropout, attention):
        super().__init__()
        self.output_dim = output_dim
        self.attention = attention
        self.embedding = nn.Embedding(output_dim, emb_dim)
        self.rnn = nn.GRU((enc_hid_dim * 2) + emb_dim, dec_hid_dim)
        self.fc_out = nn.Linear((enc_hid_dim * 2) + dec_hid_dim + emb_dim, output_dim)
        self.dropout = nn.Dropout(dropout)

    def forward(self, input, hidden, encoder_outputs):
        embedded = self.dropout(self.embedding(input.unsqueeze(0)))
        a = self.attention(hidden, encoder_outputs).unsqueeze(1)
        weighted = torch.bmm(a, encoder_outputs.permute(1, 0, 2)).permute(1, 0, 2)
        output, hidden = self.rnn(torch.cat((embedded, weighted), dim=2), hidden.unsqueeze(0))
        embedded, output, weighted = embedded.squeeze(0), output.squeeze(0), weighted.squeeze(0)
        prediction = self.fc_out(torch.cat((output, weighted, embedded), dim=1))
        return prediction, hidden.squeeze(0)


class Seq2Seq(nn.Module):
    def __init__(self, src_vocab=30, trg_vocab=35, method='concat'):
        super().__init__()
        self.encoder = Encoder(src_vocab, 10, 12, 14, 0.5)
        self.decoder = Decoder(trg_vocab, 9, 12, 14, 0.5, Attention(12, 14, method))

    def forward(self, src, trg, teacher_forcing_ratio=0):
        batch_size = src.shape[1]
        trg_len = trg.shape[0]
        outputs = torch.zeros(trg_len, batch_size, self.decoder.output_dim)
        encoder_outputs, hidden = self.encoder(src)
        input = trg[0, :]
        for t in range(1, trg_len):
            output, hidden = self.decoder(input, hidden, encoder_outputs)
            outputs[t] = output
            teacher_force = random.random() < teacher_forcing_ratio
            top1 = output.argmax(1)
            input = trg[t] if teacher_force else top1
        return outputs

# model: Seq2Seq()
# input: src=8:long@1 < 30
# input: trg=6:long@1 < 35
# wrong: (enc_hid_dim * 2) + emb_dim, dec => enc_hid_dim + emb_dim, dec
# wrong: torch.cat((output, weighted, embedded) => torch.cat((output, weighted)
# wrong: nn.Linear((enc_hid_dim * 2) + dec_hid_dim, dec_hid_dim) => nn.Linear((enc_hid_dim * 2) + enc_hid_dim, dec_hid_dim)
# wrong: encoder_outputs.permute(1, 0, 2)).permute(1, 0, 2) => encoder_outputs).permute(1, 0, 2)
# wrong init: method='dot'
