import math
import torch
from torch import nn


class BertConfig(object):
    def __init__(self, vocab_size=30522, hidden_size=768, num_hidden_layers=12, num_attention_heads=12,
                 intermediate_size=3072, hidden_act="gelu", max_position_embeddings=512, type_vocab_size=2):
        self.vocab_size = vocab_size
        self.hidden_size = hidden_size
        self.num_hidden_layers = num_hidden_layers
        self.num_attention_heads = num_attention_heads
        self.intermediate_size = intermediate_size
        self.hidden_act = hidden_act
        self.max_position_embeddings = max_position_embeddings
        self.type_vocab_size = type_vocab_size


def gelu(x):
    return x * 0.5 * (1.0 + torch.erf(x / math.sqrt(2.0)))


ACT2FN = {"gelu": gelu, "relu": torch.nn.functional.relu, "swish": lambda x: x * torch.sigmoid(x)}


class Embeddings(nn.Module):
    def __init__(self, config):
        super(Embeddings, self).__init__()
        self.word = nn.Embedding(config.vocab_size, config.hidden_size, padding_idx=0)
        self.place = nn.Embedding(config.max_position_embeddings, config.hidden_size)
        self.kind = nn.Embedding(config.type_vocab_size, config.hidden_size)
        self.norm = nn.LayerNorm(config.hidden_size, eps=1e-12)

    def forward(self, input_ids, token_type_ids=None):
        seq_length = input_ids.size(1)
        position_ids = torch.arange(seq_length, dtype=torch.long, device=input_ids.device)
        position_ids = position_ids.unsqueeze(0).expand_as(input_ids)
        if token_type_ids is None:
            token_type_ids = torch.zeros_like(input_ids)
        return self.norm(self.word(input_ids) + self.place(position_ids) + self.kind(token_type_ids))


class SelfAttention(nn.Module):
    def __init__(self, config):
        super(SelfAttention, self).__init__()
        if config.hidden_size % config.num_attention_heads != 0:
            raise ValueError("The hidden size (%d) is not a multiple of the number of heads (%d)" % (
                config.hidden_size, config.num_attention_heads))
        self.heads = config.num_attention_heads
        self.head_size = int(config.hidden_size / config.num_attention_heads)
        self.all_size = self.heads * self.head_size
        self.query = nn.Linear(config.hidden_size, self.all_size)
        self.key = nn.Linear(config.hidden_size, self.all_size)
        self.value = nn.Linear(config.hidden_size, self.all_size)
        self.dropout = nn.Dropout(0.1)
        self.out = nn.Linear(config.hidden_size, config.hidden_size)
        self.norm = nn.LayerNorm(config.hidden_size)

    def split_heads(self, x):
        new_shape = x.size()[:-1] + (self.heads, self.head_size)
        x = x.view(*new_shape)
        return x.permute(0, 2, 1, 3)

    def forward(self, hidden, mask):
        q, k, v = [self.split_heads(f(hidden)) for f in (self.query, self.key, self.value)]
        scores = torch.matmul(q, k.transpose(-1, -2)) / math.sqrt(self.head_size)
        probs = self.dropout(nn.Softmax(dim=-1)(scores + mask))
        context = torch.matmul(probs, v).permute(0, 2, 1, 3).contiguous()
        context = context.view(*(context.size()[:-2] + (self.all_size,)))
        return self.norm(self.out(context) + hidden)


class Layer(nn.Module):
    def __init__(self, config):
        super(Layer, self).__init__()
        self.attention = SelfAttention(config)
        self.up = nn.Linear(config.hidden_size, config.intermediate_size)
        self.act = ACT2FN[config.hidden_act] if isinstance(config.hidden_act, str) else config.hidden_act
        self.down = nn.Linear(config.intermediate_size, config.hidden_size)
        self.norm = nn.LayerNorm(config.hidden_size)

    def forward(self, hidden, mask):
        hidden = self.attention(hidden, mask)
        return self.norm(self.down(self.act(self.up(hidden))) + hidden)


class Bert(nn.Module):
    def __init__(self, config):
        super(Bert, self).__init__()
        self.embeddings = Embeddings(config)
        self.layer = nn.ModuleList([Layer(config) for _ in range(config.num_hidden_layers)])
        self.pool = nn.Sequential(nn.Linear(config.hidden_size, config.hidden_size), nn.Tanh())

    def forward(self, input_ids, attention_mask=None, all_layers=True):
        if attention_mask is None:
            attention_mask = torch.ones_like(input_ids)
        mask = attention_mask.unsqueeze(1).unsqueeze(2)
        mask = mask.to(dtype=next(self.parameters()).dtype)
        mask = (1.0 - mask) * -10000.0
        hidden = self.embeddings(input_ids)
        found = []
        for layer_module in self.layer:
            hidden = layer_module(hidden, mask)
            if all_layers:
                found.append(hidden)
        if not all_layers:
            found.append(hidden)
        return found, self.pool(hidden[:, 0])

# model: Bert(BertConfig(vocab_size=60, hidden_size=24, num_hidden_layers=2, num_attention_heads=4, intermediate_size=40, max_position_embeddings=32))
# input: input_ids=18:long < 60
# input: attention_mask=18:long < 2
# wrong: return x.permute(0, 2, 1, 3) => return x.permute(0, 2, 3, 1)
# wrong: (self.heads, self.head_size)\n => (self.heads, self.head_size + 1)\n
# wrong: .unsqueeze(1).unsqueeze(2) => .unsqueeze(2).unsqueeze(3)[:, :, 1:]
# wrong: config.hidden_act] => config.hidden_activation]
# wrong init: BertConfig(vocab_size=60, hidden_size=24, num_attention_heads=5)
# wrong input: input_ids=40:long < 60
