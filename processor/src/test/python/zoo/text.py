"""Text: recurrences, attention, transformers, translation, tagging, matching."""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from record import In


class TextCnn(nn.Module):
    inputs = [In(40, high=5000), In(high=3)]

    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(5000, 128)
        self.conv13 = nn.Conv2d(1, 100, (3, 128))
        self.conv14 = nn.Conv2d(1, 100, (4, 128))
        self.conv15 = nn.Conv2d(1, 100, (5, 128))
        self.dropout = nn.Dropout(0.5)
        self.fc1 = nn.Linear(3 * 100, 3)

    def forward(self, x, target):
        x = self.embed(x)  # (N, W, D)
        x = x.unsqueeze(1)  # (N, Ci, W, D)
        x1 = F.relu(self.conv13(x)).squeeze(3)
        x1 = F.max_pool1d(x1, x1.size(2)).squeeze(2)
        x2 = F.relu(self.conv14(x)).squeeze(3)
        x2 = F.max_pool1d(x2, x2.size(2)).squeeze(2)
        x3 = F.relu(self.conv15(x)).squeeze(3)
        x3 = F.max_pool1d(x3, x3.size(2)).squeeze(2)
        x = torch.cat((x1, x2, x3), 1)
        x = self.dropout(x)
        logit = self.fc1(x)
        loss = F.cross_entropy(logit, target)
        return logit, loss


class LstmTagger(nn.Module):
    inputs = [In(25, high=9000, batch=1)]

    def __init__(self):
        super().__init__()
        self.word_embeddings = nn.Embedding(9000, 64)
        self.lstm = nn.LSTM(64, 96)
        self.hidden2tag = nn.Linear(96, 17)

    def forward(self, sentence):
        embeds = self.word_embeddings(sentence)
        lstm_out, _ = self.lstm(embeds)
        tag_space = self.hidden2tag(lstm_out)
        tag_scores = F.log_softmax(tag_space, dim=2)
        return tag_scores


class BiLstmSentiment(nn.Module):
    inputs = [In(-1, high=25000, axes=["T"]), In()]
    cases = [dict(N=2, T=12), dict(N=3, T=31)]

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(25000, 100, padding_idx=1)
        self.rnn = nn.LSTM(100, 256, num_layers=2, bidirectional=True, dropout=0.5, batch_first=True)
        self.fc = nn.Linear(256 * 2, 1)
        self.dropout = nn.Dropout(0.5)

    def forward(self, text, label):
        embedded = self.dropout(self.embedding(text))
        # embedded = [batch size, sent len, emb dim]
        output, (hidden, cell) = self.rnn(embedded)
        # hidden = [num layers * num directions, batch size, hid dim]
        hidden = self.dropout(torch.cat((hidden[-2, :, :], hidden[-1, :, :]), dim=1))
        predictions = self.fc(hidden).squeeze(1)
        loss = F.binary_cross_entropy_with_logits(predictions, label)
        return predictions, loss


class GruClassifier(nn.Module):
    inputs = [In(20, high=1000)]

    def __init__(self):
        super().__init__()
        self.emb = nn.Embedding(1000, 32)
        self.gru = nn.GRU(32, 48, 3, batch_first=True)
        self.fc = nn.Sequential(nn.Linear(48 * 3, 24), nn.BatchNorm1d(24), nn.ReLU(), nn.Linear(24, 2))

    def forward(self, x):
        x = self.emb(x)
        h0 = torch.zeros(3, x.size(0), 48).to(x.device)
        out, h_n = self.gru(x, h0)
        avg_pool = torch.mean(out, 1)
        max_pool, _ = torch.max(out, 1)
        last = out[:, -1, :]
        out = torch.cat([avg_pool, max_pool, last], dim=-1)
        out = self.fc(out)
        return out.log_softmax(-1)


class CharRnn(nn.Module):
    inputs = [In(50, high=65), In(50, high=65)]

    def __init__(self):
        super().__init__()
        self.encoder = nn.Embedding(65, 64)
        self.rnn = nn.RNN(64, 128, num_layers=2, nonlinearity="tanh", batch_first=True)
        self.decoder = nn.Linear(128, 65)
        self.criterion = nn.CrossEntropyLoss()

    def forward(self, input, target):
        h0 = input.new_zeros(2, input.size(0), 128, dtype=torch.float)
        encoded = self.encoder(input)
        output, hidden = self.rnn(encoded, h0)
        output = self.decoder(output.contiguous().view(-1, 128))
        loss = self.criterion(output, target.view(-1))
        perplexity = loss.exp()
        return loss


class Seq2SeqAttention(nn.Module):
    """One decoding step of Bahdanau's attention."""

    inputs = [In(15, high=7000), In(high=6000)]

    def __init__(self):
        super().__init__()
        self.enc_embed = nn.Embedding(7000, 64)
        self.encoder = nn.GRU(64, 100, bidirectional=True, batch_first=True)
        self.bridge = nn.Linear(200, 100)
        self.dec_embed = nn.Embedding(6000, 64)
        self.attn = nn.Linear(300, 100)
        self.v = nn.Linear(100, 1, bias=False)
        self.decoder = nn.GRU(264, 100, batch_first=True)
        self.fc_out = nn.Linear(364, 6000)

    def forward(self, src, tgt):
        embedded = self.enc_embed(src)
        outputs, hidden = self.encoder(embedded)
        hidden = torch.tanh(self.bridge(torch.cat((hidden[-2], hidden[-1]), dim=1)))

        # attention
        src_len = outputs.shape[1]
        repeated = hidden.unsqueeze(1).repeat(1, src_len, 1)
        energy = torch.tanh(self.attn(torch.cat((repeated, outputs), dim=2)))
        attention = self.v(energy).squeeze(2)
        a = F.softmax(attention, dim=1).unsqueeze(1)
        weighted = torch.bmm(a, outputs)

        dec = self.dec_embed(tgt).unsqueeze(1)
        rnn_input = torch.cat((dec, weighted), dim=2)
        output, h = self.decoder(rnn_input, hidden.unsqueeze(0))
        prediction = self.fc_out(torch.cat((output.squeeze(1), weighted.squeeze(1), dec.squeeze(1)), dim=1))
        return prediction, h.squeeze(0), a.squeeze(1)


class SelfAttention(nn.Module):
    def __init__(self, embed, heads):
        super().__init__()
        self.heads = heads
        self.head_dim = embed // heads
        self.values = nn.Linear(embed, embed)
        self.keys = nn.Linear(embed, embed)
        self.queries = nn.Linear(embed, embed)
        self.fc_out = nn.Linear(embed, embed)

    def forward(self, values, keys, query, mask):
        N = query.shape[0]
        value_len, key_len, query_len = values.shape[1], keys.shape[1], query.shape[1]
        values = self.values(values)
        keys = self.keys(keys)
        queries = self.queries(query)
        values = values.reshape(N, value_len, self.heads, self.head_dim)
        keys = keys.reshape(N, key_len, self.heads, self.head_dim)
        queries = queries.reshape(N, query_len, self.heads, self.head_dim)
        energy = torch.einsum("nqhd,nkhd->nhqk", [queries, keys])
        energy = energy.masked_fill(mask == 0, float("-1e20"))
        attention = torch.softmax(energy / (256 ** (1 / 2)), dim=3)
        out = torch.einsum("nhql,nlhd->nqhd", [attention, values]).reshape(
            N, query_len, self.heads * self.head_dim
        )
        return self.fc_out(out)


class TransformerFromScratch(nn.Module):
    inputs = [In(24, high=8000)]

    def __init__(self):
        super().__init__()
        self.word_embedding = nn.Embedding(8000, 256)
        self.position_embedding = nn.Embedding(100, 256)
        self.attention = SelfAttention(256, 8)
        self.norm1 = nn.LayerNorm(256)
        self.norm2 = nn.LayerNorm(256)
        self.feed_forward = nn.Sequential(nn.Linear(256, 1024), nn.ReLU(), nn.Linear(1024, 256))
        self.dropout = nn.Dropout(0.1)
        self.fc = nn.Linear(256, 8000)

    def forward(self, x):
        N, seq_length = x.shape
        positions = torch.arange(0, seq_length).expand(N, seq_length)
        mask = (x != 0).unsqueeze(1).unsqueeze(2)
        out = self.dropout(self.word_embedding(x) + self.position_embedding(positions))
        attention = self.attention(out, out, out, mask)
        x = self.dropout(self.norm1(attention + out))
        forward = self.feed_forward(x)
        out = self.dropout(self.norm2(forward + x))
        return self.fc(out)


class PositionalEncoding(nn.Module):
    def __init__(self):
        super().__init__()
        self.dropout = nn.Dropout(0.1)
        self.register_buffer("pe", torch.zeros(5000, 1, 200))

    def forward(self, x):
        x = x + self.pe[:x.size(0)]
        return self.dropout(x)


class TransformerLm(nn.Module):
    """The word language model of PyTorch's tutorial."""

    inputs = [In(35, high=28782, batch=1)]

    def __init__(self):
        super().__init__()
        self.pos_encoder = PositionalEncoding()
        self.embedding = nn.Embedding(28782, 200)
        self.transformer_encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(200, 2, 200, 0.2), 2)
        self.linear = nn.Linear(200, 28782)

    def forward(self, src):
        src = self.embedding(src) * math.sqrt(200)
        src = self.pos_encoder(src)
        src_mask = torch.triu(torch.ones(35, 35) * float('-inf'), diagonal=1)
        output = self.transformer_encoder(src, src_mask)
        output = self.linear(output)
        return output


class BertLayer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query = nn.Linear(768, 768)
        self.key = nn.Linear(768, 768)
        self.value = nn.Linear(768, 768)
        self.dense = nn.Linear(768, 768)
        self.LayerNorm1 = nn.LayerNorm(768, eps=1e-12)
        self.intermediate = nn.Linear(768, 3072)
        self.output = nn.Linear(3072, 768)
        self.LayerNorm2 = nn.LayerNorm(768, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, hidden_states, attention_mask):
        new_shape = hidden_states.size()[:-1] + (12, 64)
        query_layer = self.query(hidden_states).view(*new_shape).permute(0, 2, 1, 3)
        key_layer = self.key(hidden_states).view(new_shape).permute(0, 2, 1, 3)
        value_layer = self.value(hidden_states).view(new_shape).permute(0, 2, 1, 3)

        # Take the dot product between "query" and "key" to get the raw attention scores.
        attention_scores = torch.matmul(query_layer, key_layer.transpose(-1, -2))
        attention_scores = attention_scores / math.sqrt(64)
        attention_scores = attention_scores + attention_mask
        attention_probs = nn.functional.softmax(attention_scores, dim=-1)
        attention_probs = self.dropout(attention_probs)

        context_layer = torch.matmul(attention_probs, value_layer)
        context_layer = context_layer.permute(0, 2, 1, 3).contiguous()
        new_context_layer_shape = context_layer.size()[:-2] + (768,)
        context_layer = context_layer.view(new_context_layer_shape)

        attention_output = self.LayerNorm1(self.dropout(self.dense(context_layer)) + hidden_states)
        intermediate_output = nn.functional.gelu(self.intermediate(attention_output))
        layer_output = self.LayerNorm2(self.dropout(self.output(intermediate_output)) + attention_output)
        return layer_output


class Bert(nn.Module):
    inputs = [In(64, high=30522), In(64, high=2)]

    def __init__(self):
        super().__init__()
        self.word_embeddings = nn.Embedding(30522, 768, padding_idx=0)
        self.position_embeddings = nn.Embedding(512, 768)
        self.token_type_embeddings = nn.Embedding(2, 768)
        self.LayerNorm = nn.LayerNorm(768)
        self.layer0 = BertLayer()
        self.layer1 = BertLayer()
        self.pooler = nn.Linear(768, 768)
        self.classifier = nn.Linear(768, 2)

    def forward(self, input_ids, token_type_ids):
        attention_mask = torch.ones_like(input_ids)
        extended_attention_mask = attention_mask.unsqueeze(1).unsqueeze(2)
        extended_attention_mask = extended_attention_mask.to(dtype=torch.float32)  # fp16 compatibility
        extended_attention_mask = (1.0 - extended_attention_mask) * -10000.0

        seq_length = input_ids.size(1)
        position_ids = torch.arange(seq_length, dtype=torch.long, device=input_ids.device)
        position_ids = position_ids.unsqueeze(0).expand_as(input_ids)
        embeddings = self.word_embeddings(input_ids) + self.position_embeddings(position_ids) + self.token_type_embeddings(token_type_ids)
        embeddings = F.dropout(self.LayerNorm(embeddings), 0.1, self.training)

        hidden = self.layer0(embeddings, extended_attention_mask)
        hidden = self.layer1(hidden, extended_attention_mask)
        first_token_tensor = hidden[:, 0]
        pooled_output = torch.tanh(self.pooler(first_token_tensor))
        return self.classifier(pooled_output)


class CausalSelfAttention(nn.Module):
    def __init__(self):
        super().__init__()
        self.c_attn = nn.Linear(192, 3 * 192)
        self.c_proj = nn.Linear(192, 192)
        self.n_head = 6
        self.n_embd = 192
        self.register_buffer("bias", torch.tril(torch.ones(128, 128)).view(1, 1, 128, 128))

    def forward(self, x):
        B, T, C = x.size()  # batch size, sequence length, embedding dimensionality (n_embd)

        # calculate query, key, values for all heads in batch
        q, k, v = self.c_attn(x).split(self.n_embd, dim=2)
        k = k.view(B, T, self.n_head, C // self.n_head).transpose(1, 2)  # (B, nh, T, hs)
        q = q.view(B, T, self.n_head, C // self.n_head).transpose(1, 2)  # (B, nh, T, hs)
        v = v.view(B, T, self.n_head, C // self.n_head).transpose(1, 2)  # (B, nh, T, hs)

        att = (q @ k.transpose(-2, -1)) * (1.0 / math.sqrt(k.size(-1)))
        att = att.masked_fill(self.bias[:, :, :T, :T] == 0, float('-inf'))
        att = F.softmax(att, dim=-1)
        y = att @ v  # (B, nh, T, T) x (B, nh, T, hs) -> (B, nh, T, hs)
        y = y.transpose(1, 2).contiguous().view(B, T, C)  # re-assemble all head outputs side by side

        # output projection
        y = self.c_proj(y)
        return y


class GptBlock(nn.Module):
    def __init__(self):
        super().__init__()
        self.ln_1 = nn.LayerNorm(192)
        self.attn = CausalSelfAttention()
        self.ln_2 = nn.LayerNorm(192)
        self.c_fc = nn.Linear(192, 4 * 192)
        self.c_proj = nn.Linear(4 * 192, 192)

    def forward(self, x):
        x = x + self.attn(self.ln_1(x))
        m = self.c_proj(0.5 * self.c_fc(self.ln_2(x)) * (1.0 + torch.tanh(math.sqrt(2.0 / math.pi) * self.c_fc(x))))
        x = x + m
        return x


class MinGpt(nn.Module):
    inputs = [In(128, high=1000), In(128, high=1000)]

    def __init__(self):
        super().__init__()
        self.wte = nn.Embedding(1000, 192)
        self.wpe = nn.Embedding(128, 192)
        self.h = nn.Sequential(GptBlock(), GptBlock(), GptBlock())
        self.ln_f = nn.LayerNorm(192)
        self.lm_head = nn.Linear(192, 1000, bias=False)

    def forward(self, idx, targets):
        b, t = idx.size()
        pos = torch.arange(0, t, dtype=torch.long).unsqueeze(0)  # shape (1, t)
        tok_emb = self.wte(idx)
        pos_emb = self.wpe(pos)
        x = F.dropout(tok_emb + pos_emb, 0.1)
        x = self.h(x)
        x = self.ln_f(x)
        logits = self.lm_head(x)
        loss = F.cross_entropy(logits.view(-1, logits.size(-1)), targets.view(-1), ignore_index=-1)
        return logits, loss


class LlamaBlock(nn.Module):
    """Rotary embedding, root mean square norm and gated feed forward, written out."""

    inputs = [In(32, 128)]

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(128))
        self.wq = nn.Linear(128, 128, bias=False)
        self.wk = nn.Linear(128, 64, bias=False)
        self.wv = nn.Linear(128, 64, bias=False)
        self.wo = nn.Linear(128, 128, bias=False)
        self.w1 = nn.Linear(128, 344, bias=False)
        self.w2 = nn.Linear(344, 128, bias=False)
        self.w3 = nn.Linear(128, 344, bias=False)
        self.register_buffer("cos", torch.ones(32, 32))
        self.register_buffer("sin", torch.ones(32, 32))

    def forward(self, x):
        bsz, seqlen, _ = x.shape
        h = x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-5) * self.weight
        xq, xk, xv = self.wq(h), self.wk(h), self.wv(h)
        xq = xq.view(bsz, seqlen, 4, 32)
        xk = xk.view(bsz, seqlen, 2, 32)
        xv = xv.view(bsz, seqlen, 2, 32)
        cos = self.cos[None, :, None, :]
        sin = self.sin[None, :, None, :]
        xq = xq * cos + torch.cat((-xq[..., 16:], xq[..., :16]), dim=-1) * sin
        xk = xk * cos + torch.cat((-xk[..., 16:], xk[..., :16]), dim=-1) * sin
        # grouped queries
        keys = torch.repeat_interleave(xk, repeats=2, dim=2)
        values = torch.repeat_interleave(xv, repeats=2, dim=2)
        xq = xq.transpose(1, 2)
        keys = keys.transpose(1, 2)
        values = values.transpose(1, 2)
        scores = torch.matmul(xq, keys.transpose(2, 3)) / math.sqrt(32)
        mask = torch.full((1, 1, seqlen, seqlen), float("-inf"))
        mask = torch.triu(mask, diagonal=1)
        scores = scores + mask
        scores = F.softmax(scores.float(), dim=-1).type_as(xq)
        output = torch.matmul(scores, values)
        output = output.transpose(1, 2).contiguous().view(bsz, seqlen, -1)
        x = x + self.wo(output)
        return x + self.w2(F.silu(self.w1(x)) * self.w3(x))


class Translator(nn.Module):
    inputs = [In(18, high=500), In(21, high=600)]

    def __init__(self):
        super().__init__()
        self.src = nn.Embedding(500, 64)
        self.tgt = nn.Embedding(600, 64)
        self.transformer = nn.Transformer(d_model=64, nhead=4, num_encoder_layers=2, num_decoder_layers=3,
                                          dim_feedforward=128, batch_first=True)
        self.generator = nn.Linear(64, 600)

    def forward(self, src, trg):
        src_emb = self.src(src) * math.sqrt(64)
        tgt_emb = self.tgt(trg) * math.sqrt(64)
        tgt_mask = torch.triu(torch.full((21, 21), float("-inf")), diagonal=1)
        outs = self.transformer(src_emb, tgt_emb, None, tgt_mask)
        return self.generator(outs)


class CrossEncoder(nn.Module):
    inputs = [In(12, 64), In(17, 48), In(17, dtype="boolean")]

    def __init__(self):
        super().__init__()
        self.self_attn = nn.MultiheadAttention(64, 4, batch_first=True)
        self.cross_attn = nn.MultiheadAttention(64, 8, kdim=48, vdim=48, batch_first=True)
        self.norm1 = nn.LayerNorm(64)
        self.norm2 = nn.LayerNorm(64)

    def forward(self, x, memory, mask):
        h, _ = self.self_attn(x, x, x, need_weights=False)
        x = self.norm1(x + h)
        h, weights = self.cross_attn(query=x, key=memory, value=memory, key_padding_mask=mask)
        x = self.norm2(x + h)
        return x, weights


class EsimMatch(nn.Module):
    """Natural language inference by soft alignment."""

    inputs = [In(14, high=3000), In(19, high=3000)]

    def __init__(self):
        super().__init__()
        self.embeds = nn.Embedding(3000, 50)
        self.bn_embeds = nn.BatchNorm1d(50)
        self.lstm1 = nn.LSTM(50, 32, batch_first=True, bidirectional=True)
        self.lstm2 = nn.LSTM(256, 32, batch_first=True, bidirectional=True)
        self.fc = nn.Sequential(nn.BatchNorm1d(256), nn.Linear(256, 64), nn.ELU(), nn.Dropout(0.5), nn.Softmax(dim=-1))

    def forward(self, sent1, sent2):
        x1 = self.bn_embeds(self.embeds(sent1).transpose(1, 2).contiguous()).transpose(1, 2)
        x2 = self.bn_embeds(self.embeds(sent2).transpose(1, 2).contiguous()).transpose(1, 2)
        o1, _ = self.lstm1(x1)
        o2, _ = self.lstm1(x2)
        attention = torch.matmul(o1, o2.transpose(1, 2))
        weight1 = F.softmax(attention, dim=-1)
        x1_align = torch.matmul(weight1, o2)
        weight2 = F.softmax(attention.transpose(1, 2), dim=-1)
        x2_align = torch.matmul(weight2, o1)
        q1 = torch.cat([o1, x1_align, torch.mul(o1, x1_align), o1 - x1_align], -1)
        q2 = torch.cat([o2, x2_align, o2 * x2_align, torch.sub(o2, x2_align)], -1)
        c1, _ = self.lstm2(q1)
        c2, _ = self.lstm2(q2)
        p1 = F.avg_pool1d(c1.transpose(1, 2), c1.size(1)).squeeze(-1)
        p2 = F.max_pool1d(c1.transpose(1, 2), c1.size(1)).squeeze(-1)
        p3 = F.avg_pool1d(c2.transpose(1, 2), c2.size(1)).squeeze(-1)
        p4 = F.max_pool1d(c2.transpose(1, 2), c2.size(1)).squeeze(-1)
        x = torch.cat([p1, p2, p3, p4], 1)
        return self.fc(x)


class HighwayChars(nn.Module):
    inputs = [In(10, 16, high=96)]

    def __init__(self):
        super().__init__()
        self.chars = nn.Embedding(96, 15)
        self.conv = nn.Conv1d(15, 60, 5)
        self.gate = nn.Linear(60, 60)
        self.trans = nn.Linear(60, 60)
        self.lstm = nn.LSTM(60, 40, batch_first=True, proj_size=20)

    def forward(self, x):
        batch, words, length = x.shape
        x = self.chars(x.view(-1, length))
        x = x.permute(0, 2, 1)
        x = torch.tanh(self.conv(x))
        x = x.max(dim=2).values
        g = torch.sigmoid(self.gate(x))
        x = g * F.relu(self.trans(x)) + (1 - g) * x
        x = x.view(batch, words, -1)
        out, (h, c) = self.lstm(x)
        return out


class NeuralCollaborativeFiltering(nn.Module):
    inputs = [In(high=600), In(high=900), In()]

    def __init__(self):
        super().__init__()
        self.user_mf = nn.Embedding(600, 8)
        self.item_mf = nn.Embedding(900, 8)
        self.user_mlp = nn.Embedding(600, 32)
        self.item_mlp = nn.Embedding(900, 32)
        self.mlp = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 16), nn.Tanh())
        self.affine = nn.Linear(24, 1)
        self.bilinear = nn.Bilinear(8, 32, 5)

    def forward(self, user, item, rating):
        mf = self.user_mf(user) * self.item_mf(item)
        u = self.user_mlp(user)
        vector = torch.cat([u, self.item_mlp(item)], dim=-1)
        vector = self.mlp(vector)
        side = self.bilinear(self.item_mf(item), u)
        logits = self.affine(torch.cat([vector, mf], dim=-1))
        prediction = torch.sigmoid(logits).view(-1)
        loss = F.mse_loss(prediction, rating)
        return prediction, loss


class FastText(nn.Module):
    inputs = [In(30, high=2000)]

    def __init__(self):
        super().__init__()
        self.bag = nn.EmbeddingBag(2000, 10)
        self.fc = nn.Linear(10, 4)

    def forward(self, text):
        embedded = self.bag(text)
        return self.fc(embedded)


class Word2Vec(nn.Module):
    inputs = [In(high=1000), In(high=1000), In(5, high=1000)]

    def __init__(self):
        super().__init__()
        self.u_embeddings = nn.Embedding(1000, 30)
        self.v_embeddings = nn.Embedding(1000, 30)

    def forward(self, pos_u, pos_v, neg_v):
        emb_u = self.u_embeddings(pos_u)
        emb_v = self.v_embeddings(pos_v)
        emb_neg_v = self.v_embeddings(neg_v)
        score = torch.sum(torch.mul(emb_u, emb_v), dim=1)
        score = torch.clamp(score, max=10, min=-10)
        score = -F.logsigmoid(score)
        neg_score = torch.bmm(emb_neg_v, emb_u.unsqueeze(2)).squeeze()
        neg_score = torch.clamp(neg_score, max=10, min=-10)
        neg_score = -torch.sum(F.logsigmoid(-neg_score), dim=1)
        return torch.mean(score + neg_score)


class DeepFm(nn.Module):
    inputs = [In(39, high=4000)]

    def __init__(self):
        super().__init__()
        self.linear = nn.Embedding(4000, 1)
        self.bias = nn.Parameter(torch.zeros(1))
        self.embedding = nn.Embedding(4000, 16)
        self.mlp = nn.Sequential(nn.Linear(39 * 16, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Dropout(0.2))
        self.out = nn.Linear(64, 1)

    def forward(self, x):
        embed_x = self.embedding(x)
        square_of_sum = torch.sum(embed_x, dim=1) ** 2
        sum_of_square = torch.sum(embed_x ** 2, dim=1)
        fm = 0.5 * torch.sum(square_of_sum - sum_of_square, dim=1, keepdim=True)
        first = torch.sum(self.linear(x), dim=1) + self.bias
        x = first + fm + self.out(self.mlp(embed_x.view(-1, 39 * 16)))
        return torch.sigmoid(x.squeeze(1))
