"""Transformers and what became of attention."""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from record import In


class HfBertLayer(nn.Module):
    """Hugging Face's BertSelfAttention and its layer, with the extended mask."""

    inputs = [In(12, high=100), In(12, high=2), In(12, high=2)]

    def __init__(self):
        super().__init__()
        self.num_attention_heads = 4
        self.attention_head_size = 12
        self.all_head_size = 48
        self.word_embeddings = nn.Embedding(100, 48, padding_idx=0)
        self.position_embeddings = nn.Embedding(32, 48)
        self.token_type_embeddings = nn.Embedding(2, 48)
        self.register_buffer("position_ids", torch.arange(32).expand((1, -1)))
        self.LayerNorm = nn.LayerNorm(48, eps=1e-12)
        self.query = nn.Linear(48, self.all_head_size)
        self.key = nn.Linear(48, self.all_head_size)
        self.value = nn.Linear(48, self.all_head_size)
        self.dense = nn.Linear(48, 48)
        self.intermediate = nn.Linear(48, 192)
        self.output = nn.Linear(192, 48)
        self.dropout = nn.Dropout(0.1)
        self.pooler = nn.Linear(48, 48)
        self.cls = nn.Linear(48, 2)

    def forward(self, input_ids, attention_mask, token_type_ids):
        input_shape = input_ids.size()
        batch_size, seq_length = input_shape
        position_ids = self.position_ids[:, 0 : seq_length + 0]
        inputs_embeds = self.word_embeddings(input_ids)
        embeddings = inputs_embeds + self.token_type_embeddings(token_type_ids)
        embeddings += self.position_embeddings(position_ids)
        hidden_states = self.dropout(self.LayerNorm(embeddings))

        extended_attention_mask = attention_mask[:, None, None, :]
        extended_attention_mask = extended_attention_mask.to(dtype=hidden_states.dtype)
        extended_attention_mask = (1.0 - extended_attention_mask) * torch.finfo(hidden_states.dtype).min

        mixed_query_layer = self.query(hidden_states)
        key = self.key(hidden_states)
        new_x_shape = key.size()[:-1] + (self.num_attention_heads, self.attention_head_size)
        key_layer = key.view(new_x_shape).permute(0, 2, 1, 3)
        value_layer = self.value(hidden_states).view(*new_x_shape).permute(0, 2, 1, 3)
        query_layer = mixed_query_layer.view(new_x_shape).permute(0, 2, 1, 3)

        # Take the dot product between "query" and "key" to get the raw attention scores.
        attention_scores = torch.matmul(query_layer, key_layer.transpose(-1, -2))
        attention_scores = attention_scores / math.sqrt(self.attention_head_size)
        attention_scores = attention_scores + extended_attention_mask

        # Normalize the attention scores to probabilities.
        attention_probs = nn.functional.softmax(attention_scores, dim=-1)
        attention_probs = self.dropout(attention_probs)

        context_layer = torch.matmul(attention_probs, value_layer)
        context_layer = context_layer.permute(0, 2, 1, 3).contiguous()
        new_context_layer_shape = context_layer.size()[:-2] + (self.all_head_size,)
        context_layer = context_layer.view(new_context_layer_shape)

        hidden_states = self.LayerNorm(self.dense(context_layer) + hidden_states)
        hidden_states = self.LayerNorm(self.output(F.gelu(self.intermediate(hidden_states))) + hidden_states)
        first_token_tensor = hidden_states[:, 0]
        pooled_output = torch.tanh(self.pooler(first_token_tensor))
        return self.cls(pooled_output)


class Conv1D(nn.Module):
    def __init__(self, nf, nx):
        super().__init__()
        self.nf = nf
        self.weight = nn.Parameter(torch.empty(nx, nf))
        self.bias = nn.Parameter(torch.zeros(nf))

    def forward(self, x):
        size_out = x.size()[:-1] + (self.nf,)
        x = torch.addmm(self.bias, x.view(-1, x.size(-1)), self.weight)
        x = x.view(size_out)
        return x


class HfGpt2Block(nn.Module):
    """Hugging Face's GPT-2 with its Conv1D, and the shifted loss."""

    inputs = [In(20, high=300)]

    def __init__(self):
        super().__init__()
        self.n_head = 6
        self.split_size = 48
        self.wte = nn.Embedding(300, 48)
        self.wpe = nn.Embedding(64, 48)
        self.register_buffer("bias", torch.tril(torch.ones((64, 64), dtype=torch.uint8)).view(1, 1, 64, 64))
        self.c_attn = Conv1D(144, 48)
        self.c_proj = Conv1D(48, 48)
        self.ln_1 = nn.LayerNorm(48, eps=1e-5)
        self.ln_2 = nn.LayerNorm(48, eps=1e-5)
        self.c_fc = Conv1D(192, 48)
        self.mlp_proj = Conv1D(48, 192)

    def forward(self, input_ids):
        input_shape = input_ids.size()
        input_ids = input_ids.view(-1, input_shape[-1])
        position_ids = torch.arange(0, input_shape[-1], dtype=torch.long, device=input_ids.device)
        position_ids = position_ids.unsqueeze(0).view(-1, input_shape[-1])
        hidden_states = self.wte(input_ids) + self.wpe(position_ids)

        residual = hidden_states
        x = self.ln_1(hidden_states)
        query, key, value = self.c_attn(x).split(self.split_size, dim=2)
        query = query.view(*query.size()[:-1], self.n_head, query.size(-1) // self.n_head).permute(0, 2, 1, 3)
        key = key.view(key.size()[:-1] + (self.n_head, key.size(-1) // self.n_head)).permute(0, 2, 3, 1)
        value = value.view(value.size()[:-1] + (self.n_head, value.size(-1) // self.n_head)).permute(0, 2, 1, 3)
        w = torch.matmul(query, key)
        w = w / (float(value.size(-1)) ** 0.5)
        nd, ns = w.size(-2), w.size(-1)
        mask = self.bias[:, :, ns - nd : ns, :ns]
        w = torch.where(mask.bool(), w, torch.tensor(-1e4, dtype=w.dtype).to(w.device))
        w = nn.Softmax(dim=-1)(w)
        a = torch.matmul(w, value)
        a = a.permute(0, 2, 1, 3).contiguous()
        a = a.view(*a.size()[:-2], a.size(-2) * a.size(-1))
        hidden_states = self.c_proj(a) + residual

        h = self.c_fc(self.ln_2(hidden_states))
        h = 0.5 * h * (1 + torch.tanh(math.sqrt(2 / math.pi) * (h + 0.044715 * torch.pow(h, 3))))
        hidden_states = hidden_states + self.mlp_proj(h)
        lm_logits = F.linear(hidden_states, self.wte.weight)
        shift_logits = lm_logits[..., :-1, :].contiguous()
        shift_labels = input_ids[..., 1:].contiguous()
        loss = F.cross_entropy(shift_logits.view(-1, shift_logits.size(-1)), shift_labels.view(-1))
        return loss


class T5Attention(nn.Module):
    """T5: relative buckets by arithmetic, no scaling, RMS norm by hand."""

    inputs = [In(14, 40), In(9, 40)]

    def __init__(self):
        super().__init__()
        self.n_heads = 5
        self.inner_dim = 60
        self.key_value_proj_dim = 12
        self.weight = nn.Parameter(torch.ones(40))
        self.q = nn.Linear(40, 60, bias=False)
        self.k = nn.Linear(40, 60, bias=False)
        self.v = nn.Linear(40, 60, bias=False)
        self.o = nn.Linear(60, 40, bias=False)
        self.relative_attention_bias = nn.Embedding(32, 5)
        self.wi_0 = nn.Linear(40, 96, bias=False)
        self.wi_1 = nn.Linear(40, 96, bias=False)
        self.wo = nn.Linear(96, 40, bias=False)

    def forward(self, hidden_states, key_value_states):
        variance = hidden_states.to(torch.float32).pow(2).mean(-1, keepdim=True)
        normed = self.weight * (hidden_states * torch.rsqrt(variance + 1e-6))
        batch_size = normed.shape[0]
        query_length, key_length = normed.shape[1], key_value_states.shape[1]
        q = self.q(normed).view(batch_size, -1, self.n_heads, self.key_value_proj_dim).transpose(1, 2)
        k = self.k(key_value_states).view(batch_size, -1, self.n_heads, self.key_value_proj_dim).transpose(1, 2)
        v = self.v(key_value_states).view(batch_size, -1, self.n_heads, self.key_value_proj_dim).transpose(1, 2)
        scores = torch.matmul(q, k.transpose(3, 2))

        # compute_bias
        context_position = torch.arange(query_length, dtype=torch.long)[:, None]
        memory_position = torch.arange(key_length, dtype=torch.long)[None, :]
        relative_position = memory_position - context_position
        num_buckets = 32 // 2
        relative_buckets = (relative_position > 0).to(torch.long) * num_buckets
        relative_position = torch.abs(relative_position)
        max_exact = num_buckets // 2
        is_small = relative_position < max_exact
        relative_position_if_large = max_exact + (
            torch.log(relative_position.float() / max_exact)
            / math.log(128 / max_exact)
            * (num_buckets - max_exact)
        ).to(torch.long)
        relative_position_if_large = torch.min(
            relative_position_if_large, torch.full_like(relative_position_if_large, num_buckets - 1)
        )
        relative_buckets += torch.where(is_small, relative_position, relative_position_if_large)
        values = self.relative_attention_bias(relative_buckets.clamp(min=0))
        position_bias = values.permute([2, 0, 1]).unsqueeze(0)

        scores += position_bias
        attn_weights = nn.functional.softmax(scores.float(), dim=-1).type_as(scores)
        attn_output = torch.matmul(attn_weights, v)
        attn_output = attn_output.transpose(1, 2).contiguous().view(batch_size, -1, self.inner_dim)
        hidden_states = hidden_states + self.o(attn_output)
        hidden_gelu = F.gelu(self.wi_0(hidden_states))
        return self.wo(hidden_gelu * self.wi_1(hidden_states))


class RelativeShift(nn.Module):
    """Transformer-XL's attention with memory, time first."""

    inputs = [In(10, 32, batch=1), In(6, 32, batch=1)]

    def __init__(self):
        super().__init__()
        self.n_head = 4
        self.d_head = 8
        self.qkv_net = nn.Linear(32, 3 * 32, bias=False)
        self.r_net = nn.Linear(32, 32, bias=False)
        self.o_net = nn.Linear(32, 32, bias=False)
        self.r_w_bias = nn.Parameter(torch.zeros(4, 8))
        self.r_r_bias = nn.Parameter(torch.zeros(4, 8))
        self.register_buffer("inv_freq", 1 / (10000 ** (torch.arange(0.0, 32, 2.0) / 32)))
        self.layer_norm = nn.LayerNorm(32)

    def forward(self, w, mems):
        qlen, bsz = w.size(0), w.size(1)
        cat = torch.cat([mems, w], 0)
        klen = cat.size(0)
        pos_seq = torch.arange(klen - 1, -1, -1.0, device=w.device, dtype=w.dtype)
        sinusoid_inp = torch.ger(pos_seq, self.inv_freq)
        r = torch.cat([sinusoid_inp.sin(), sinusoid_inp.cos()], dim=-1)[:, None, :]
        w_heads = self.qkv_net(cat)
        r_head_k = self.r_net(r)
        w_head_q, w_head_k, w_head_v = torch.chunk(w_heads, 3, dim=-1)
        w_head_q = w_head_q[-qlen:]
        rlen = r.size(0)
        w_head_q = w_head_q.view(qlen, bsz, self.n_head, self.d_head)
        w_head_k = w_head_k.view(klen, bsz, self.n_head, self.d_head)
        w_head_v = w_head_v.view(klen, bsz, self.n_head, self.d_head)
        r_head_k = r_head_k.view(rlen, self.n_head, self.d_head)

        #### compute attention score
        rw_head_q = w_head_q + self.r_w_bias
        AC = torch.einsum('ibnd,jbnd->ijbn', (rw_head_q, w_head_k))
        rr_head_q = w_head_q + self.r_r_bias
        BD = torch.einsum('ibnd,jnd->ijbn', (rr_head_q, r_head_k))
        # _rel_shift
        zero_pad = torch.zeros((BD.size(0), 1, *BD.size()[2:]), device=BD.device, dtype=BD.dtype)
        x_padded = torch.cat([zero_pad, BD], dim=1)
        x_padded = x_padded.view(BD.size(1) + 1, BD.size(0), *BD.size()[2:])
        BD = x_padded[1:].view_as(BD)

        attn_score = AC + BD
        attn_score.mul_(1 / (self.d_head ** 0.5))
        dec_attn_mask = torch.triu(w.new_ones(qlen, klen), diagonal=1 + klen - qlen).byte()[:, :, None]
        attn_score = attn_score.float().masked_fill(dec_attn_mask[:, :, :, None].bool(), -float('inf'))
        attn_prob = F.softmax(attn_score, dim=1)
        attn_vec = torch.einsum('ijbn,jbnd->ibnd', (attn_prob, w_head_v))
        attn_vec = attn_vec.contiguous().view(attn_vec.size(0), attn_vec.size(1), self.n_head * self.d_head)
        return self.layer_norm(w + self.o_net(attn_vec))


class RotaryAlibi(nn.Module):
    """Rotary embeddings with grouped queries, and ALiBi."""

    inputs = [In(-1, 64, axes=["T", "D"])]
    cases = [dict(N=2, T=11), dict(N=3, T=6)]

    def __init__(self):
        super().__init__()
        self.n_heads = 8
        self.n_kv_heads = 2
        self.head_dim = 8
        self.q_proj = nn.Linear(64, 64, bias=False)
        self.k_proj = nn.Linear(64, 16, bias=False)
        self.v_proj = nn.Linear(64, 16, bias=False)
        self.o_proj = nn.Linear(64, 64, bias=False)
        self.register_buffer("inv_freq", 1.0 / (10000 ** (torch.arange(0, 8, 2).float() / 8)))

    def forward(self, x):
        bsz, q_len, _ = x.size()
        q = self.q_proj(x).view(bsz, q_len, self.n_heads, self.head_dim).transpose(1, 2)
        k = self.k_proj(x).view(bsz, q_len, self.n_kv_heads, self.head_dim).transpose(1, 2)
        v = self.v_proj(x).view(bsz, q_len, self.n_kv_heads, self.head_dim).transpose(1, 2)
        t = torch.arange(q_len, device=x.device).type_as(self.inv_freq)
        freqs = torch.einsum("i,j->ij", t, self.inv_freq)
        emb = torch.cat((freqs, freqs), dim=-1)
        cos, sin = emb.cos()[None, None, :, :], emb.sin()[None, None, :, :]
        q1, q2 = q[..., : q.shape[-1] // 2], q[..., q.shape[-1] // 2 :]
        q_embed = (q * cos) + (torch.cat((-q2, q1), dim=-1) * sin)
        k1, k2 = k.chunk(2, dim=-1)
        k_embed = (k * cos) + (torch.cat([-k2, k1], dim=-1) * sin)
        n_rep = self.n_heads // self.n_kv_heads
        k = k_embed[:, :, None, :, :].expand(bsz, self.n_kv_heads, n_rep, q_len, self.head_dim).reshape(bsz, self.n_heads, q_len, self.head_dim)
        v = torch.repeat_interleave(v, dim=1, repeats=n_rep)
        slopes = torch.tensor([2 ** -1.0, 2 ** -2.0, 2 ** -3.0, 2 ** -4.0, 2 ** -5.0, 2 ** -6.0, 2 ** -7.0, 2 ** -8.0])
        alibi = slopes.unsqueeze(1).unsqueeze(1) * torch.arange(q_len).unsqueeze(0).unsqueeze(0).expand(self.n_heads, -1, -1)
        causal_mask = torch.full((q_len, q_len), float("-inf"), device=x.device).triu(1)
        scores = torch.matmul(q_embed, k.transpose(2, 3)) / math.sqrt(self.head_dim)
        scores = scores + alibi + causal_mask
        probs = F.softmax(scores, dim=-1, dtype=torch.float32).to(q.dtype)
        out = torch.matmul(F.dropout(probs, p=0.1, training=self.training), v)
        out = out.transpose(1, 2).reshape(bsz, q_len, -1)
        return self.o_proj(out)


class LinearAttention(nn.Module):
    """Performer's, Katharopoulos's, Linformer's and Efficient attention."""

    inputs = [In(30, 48)]

    def __init__(self):
        super().__init__()
        self.heads = 6
        self.to_qkv = nn.Linear(48, 144, bias=False)
        self.projection = nn.Parameter(torch.randn(20, 8))
        self.proj_k = nn.Parameter(torch.randn(30, 10))
        self.to_out = nn.Linear(48, 48)

    def forward(self, x):
        b, n, d = x.shape
        h = self.heads
        q, k, v = map_qkv = self.to_qkv(x).view(b, n, 3, h, d // h).permute(2, 0, 3, 1, 4)
        # FAVOR+
        data_normalizer = q.shape[-1] ** -0.25
        ratio = self.projection.shape[0] ** -0.5
        data_dash = torch.einsum('bhid,jd->bhij', (data_normalizer * q), self.projection)
        diag_data = (torch.sum(q ** 2, dim=-1) / 2.0 * data_normalizer ** 2).unsqueeze(dim=-1)
        q_prime = ratio * (torch.exp(data_dash - diag_data - torch.amax(data_dash, dim=-1, keepdim=True)) + 1e-4)
        k_prime = F.relu(torch.einsum('...id,jd->...ij', k, self.projection)) + 1e-3
        k_cumsum = k_prime.sum(dim=-2)
        D_inv = 1. / torch.einsum('...nd,...d->...n', q_prime, k_cumsum.type_as(q_prime))
        context = torch.einsum('...nd,...ne->...de', k_prime, v)
        favor = torch.einsum('...de,...nd,...n->...ne', context, q_prime, D_inv)

        # elu feature map
        Q = F.elu(q) + 1
        K = F.elu(k) + 1
        KV = torch.einsum("bhsd,bhsm->bhmd", K, v)
        Z = 1 / (torch.einsum("bhld,bhd->bhl", Q, K.sum(dim=2)) + 1e-6)
        linear = torch.einsum("bhld,bhmd,bhl->bhlm", Q, KV, Z)

        # Linformer
        keys = torch.einsum('bhnd,nk->bhkd', k, self.proj_k)
        values = torch.einsum('bhnd,nk->bhkd', v, self.proj_k)
        dots = torch.einsum('bhnd,bhkd->bhnk', q, keys) * (d ** -0.5)
        linformer = torch.einsum('bhnk,bhkd->bhnd', dots.softmax(dim=-1), values)

        out = (favor + linear + linformer).transpose(1, 2).reshape(b, n, -1)
        return self.to_out(out)


class ClipText(nn.Module):
    inputs = [In(16, high=200), In(3, 32, 48)]

    def __init__(self):
        super().__init__()
        self.token_embedding = nn.Embedding(200, 40)
        self.positional_embedding = nn.Parameter(torch.empty(16, 40))
        self.attn = nn.MultiheadAttention(40, 5)
        self.ln_1 = nn.LayerNorm(40)
        self.c_fc = nn.Linear(40, 160)
        self.c_proj = nn.Linear(160, 40)
        self.ln_final = nn.LayerNorm(40)
        self.text_projection = nn.Parameter(torch.empty(40, 24))
        self.conv1 = nn.Conv2d(3, 56, kernel_size=8, stride=8, bias=False)
        self.class_embedding = nn.Parameter(torch.randn(56))
        self.visual_position = nn.Parameter(torch.randn(25, 56))
        self.ln_pre = nn.LayerNorm(56)
        self.visual = nn.TransformerEncoderLayer(56, 7, 112)
        self.proj = nn.Parameter(torch.randn(56, 24))
        self.logit_scale = nn.Parameter(torch.ones([]) * math.log(1 / 0.07))

    def forward(self, text, image):
        x = self.token_embedding(text)
        x = x + self.positional_embedding
        x = x.permute(1, 0, 2)  # NLD -> LND
        mask = torch.empty(16, 16).fill_(float("-inf")).triu_(1)
        y = self.ln_1(x)
        x = x + self.attn(y, y, y, need_weights=False, attn_mask=mask)[0]
        h = self.c_fc(x)
        x = x + self.c_proj(h * torch.sigmoid(1.702 * h))
        x = x.permute(1, 0, 2)  # LND -> NLD
        x = self.ln_final(x)
        # take features from the eot embedding (eot_token is the highest number in each sequence)
        text_features = x[torch.arange(x.shape[0]), text.argmax(dim=-1)] @ self.text_projection

        v = self.conv1(image)  # shape = [*, width, grid, grid]
        v = v.reshape(v.shape[0], v.shape[1], -1)  # shape = [*, width, grid ** 2]
        v = v.permute(0, 2, 1)  # shape = [*, grid ** 2, width]
        v = torch.cat([self.class_embedding.to(v.dtype) + torch.zeros(v.shape[0], 1, v.shape[-1], dtype=v.dtype, device=v.device), v], dim=1)
        v = v + self.visual_position.to(v.dtype)
        v = self.ln_pre(v).permute(1, 0, 2)
        v = self.visual(v).permute(1, 0, 2)
        image_features = v[:, 0, :] @ self.proj

        image_features = image_features / image_features.norm(dim=-1, keepdim=True)
        text_features = text_features / text_features.norm(dim=1, keepdim=True)
        logit_scale = self.logit_scale.exp()
        logits_per_image = logit_scale * image_features @ text_features.t()
        logits_per_text = logits_per_image.t()
        labels = torch.arange(image.shape[0], device=image.device)
        return (F.cross_entropy(logits_per_image, labels) + F.cross_entropy(logits_per_text, labels)) / 2


class DeitDistilled(nn.Module):
    """timm's ViT with a distillation token and layer scale."""

    inputs = [In(3, 32, 32)]

    def __init__(self):
        super().__init__()
        self.patch_embed = nn.Conv2d(3, 48, kernel_size=(8, 8), stride=(8, 8))
        self.cls_token = nn.Parameter(torch.zeros(1, 1, 48))
        self.dist_token = nn.Parameter(torch.zeros(1, 1, 48))
        self.pos_embed = nn.Parameter(torch.zeros(1, 18, 48))
        self.norm1 = nn.LayerNorm(48, eps=1e-6)
        self.norm2 = nn.LayerNorm(48, eps=1e-6)
        self.qkv = nn.Linear(48, 144, bias=True)
        self.q_norm = nn.LayerNorm(16)
        self.k_norm = nn.LayerNorm(16)
        self.num_heads = 3
        self.proj = nn.Linear(48, 48)
        self.gamma_1 = nn.Parameter(1e-5 * torch.ones(48))
        self.mlp = nn.Sequential(nn.Linear(48, 192), nn.GELU())
        self.fc2 = nn.Linear(192, 48)
        self.head = nn.Linear(48, 10)
        self.head_dist = nn.Linear(48, 10)

    def forward(self, x):
        x = self.patch_embed(x).flatten(2).transpose(1, 2)
        cls_token = self.cls_token.expand(x.shape[0], -1, -1)  # stole cls_tokens impl from Phil Wang, thanks
        x = torch.cat((cls_token, self.dist_token.expand(x.shape[0], -1, -1), x), dim=1)
        x = x + self.pos_embed
        y = self.norm1(x)
        B, N, C = y.shape
        qkv = self.qkv(y).reshape(B, N, 3, self.num_heads, C // self.num_heads).permute(2, 0, 3, 1, 4)
        q, k, v = qkv.unbind(0)  # make torchscript happy (cannot use tensor as tuple)
        q, k = self.q_norm(q), self.k_norm(k)
        attn = (q @ k.transpose(-2, -1)) * 16 ** -0.5
        attn = attn.softmax(dim=-1)
        y = (attn @ v).transpose(1, 2).reshape(B, N, C)
        x = x + self.gamma_1 * self.proj(y)
        x = x + self.fc2(self.mlp(self.norm2(x)))
        x, x_dist = self.head(x[:, 0]), self.head_dist(x[:, 1])
        return (x + x_dist) / 2


class PyramidVision(nn.Module):
    """PVT: spatial reduction; the way between tokens and maps."""

    inputs = [In(3, 64, 96)]

    def __init__(self):
        super().__init__()
        self.num_heads = 2
        self.proj = nn.Conv2d(3, 32, kernel_size=4, stride=4)
        self.norm = nn.LayerNorm(32)
        self.q = nn.Linear(32, 32)
        self.kv = nn.Linear(32, 64)
        self.sr = nn.Conv2d(32, 32, kernel_size=4, stride=4)
        self.sr_norm = nn.LayerNorm(32)
        self.fc1 = nn.Linear(32, 128)
        self.dwconv = nn.Conv2d(128, 128, 3, 1, 1, bias=True, groups=128)
        self.fc2 = nn.Linear(128, 32)

    def forward(self, x):
        x = self.proj(x)
        _, _, H, W = x.shape
        x = x.flatten(2).transpose(1, 2)
        x = self.norm(x)
        B, N, C = x.shape
        q = self.q(x).reshape(B, N, self.num_heads, C // self.num_heads).permute(0, 2, 1, 3)
        x_ = x.permute(0, 2, 1).reshape(B, C, H, W)
        x_ = self.sr(x_).reshape(B, C, -1).permute(0, 2, 1)
        x_ = self.sr_norm(x_)
        kv = self.kv(x_).reshape(B, -1, 2, self.num_heads, C // self.num_heads).permute(2, 0, 3, 1, 4)
        k, v = kv[0], kv[1]
        attn = (q @ k.transpose(-2, -1)) * (C // self.num_heads) ** -0.5
        attn = attn.softmax(dim=-1)
        x = x + (attn @ v).transpose(1, 2).reshape(B, N, C)
        y = self.fc1(x)
        y = y.transpose(1, 2).view(B, y.size(-1), H, W)
        y = self.dwconv(y)
        y = y.flatten(2).transpose(1, 2)
        x = x + self.fc2(F.gelu(y))
        return x.reshape(B, H, W, -1).permute(0, 3, 1, 2).contiguous()


class SwinShifted(nn.Module):
    """Swin v2: shifted windows with their mask, cosine attention, a continuous bias."""

    inputs = [In(56 * 28, 32)]

    def __init__(self):
        super().__init__()
        self.num_heads = 4
        self.logit_scale = nn.Parameter(torch.log(10 * torch.ones((4, 1, 1))))
        self.cpb_mlp = nn.Sequential(nn.Linear(2, 64, bias=True), nn.ReLU(inplace=True))
        self.cpb_out = nn.Linear(64, 4, bias=False)
        self.register_buffer("relative_coords_table", torch.zeros(1, 13, 13, 2))
        self.register_buffer("relative_position_index", torch.zeros(49, 49, dtype=torch.long))
        self.register_buffer("attn_mask", torch.zeros(32, 49, 49))
        self.qkv = nn.Linear(32, 96, bias=False)
        self.q_bias = nn.Parameter(torch.zeros(32))
        self.v_bias = nn.Parameter(torch.zeros(32))
        self.proj = nn.Linear(32, 32)
        self.norm1 = nn.LayerNorm(32)
        self.reduction = nn.Linear(128, 64, bias=False)
        self.norm = nn.LayerNorm(64)

    def forward(self, x):
        H, W = 56, 28
        B, L, C = x.shape
        ws, shift = 7, 7 // 2
        x = x.view(B, H, W, C)
        shifted_x = torch.roll(x, shifts=(-shift, -shift), dims=(1, 2))
        windows = shifted_x.view(B, H // ws, ws, W // ws, ws, C)
        windows = windows.permute(0, 1, 3, 2, 4, 5).contiguous().view(-1, ws * ws, C)
        B_, N, C = windows.shape
        qkv_bias = torch.cat((self.q_bias, torch.zeros_like(self.v_bias, requires_grad=False), self.v_bias))
        qkv = F.linear(input=windows, weight=self.qkv.weight, bias=qkv_bias)
        qkv = qkv.reshape(B_, N, 3, self.num_heads, -1).permute(2, 0, 3, 1, 4)
        q, k, v = qkv[0], qkv[1], qkv[2]
        # cosine attention
        attn = (F.normalize(q, dim=-1) @ F.normalize(k, dim=-1).transpose(-2, -1))
        logit_scale = torch.clamp(self.logit_scale, max=torch.log(torch.tensor(1. / 0.01))).exp()
        attn = attn * logit_scale
        relative_position_bias_table = self.cpb_out(self.cpb_mlp(self.relative_coords_table)).view(-1, self.num_heads)
        relative_position_bias = relative_position_bias_table[self.relative_position_index.view(-1)].view(
            ws * ws, ws * ws, -1)  # Wh*Ww,Wh*Ww,nH
        relative_position_bias = relative_position_bias.permute(2, 0, 1).contiguous()  # nH, Wh*Ww, Wh*Ww
        relative_position_bias = 16 * torch.sigmoid(relative_position_bias)
        attn = attn + relative_position_bias.unsqueeze(0)
        mask = self.attn_mask
        nW = mask.shape[0]
        attn = attn.view(B_ // nW, nW, self.num_heads, N, N) + mask.unsqueeze(1).unsqueeze(0)
        attn = attn.view(-1, self.num_heads, N, N)
        attn = attn.softmax(dim=-1)
        y = (attn @ v).transpose(1, 2).reshape(B_, N, C)
        y = self.proj(y).view(-1, ws, ws, C)
        # window_reverse
        B = int(y.shape[0] / (H * W / ws / ws))
        y = y.view(B, H // ws, W // ws, ws, ws, -1)
        y = y.permute(0, 1, 3, 2, 4, 5).contiguous().view(B, H, W, -1)
        x = torch.roll(y, shifts=(shift, shift), dims=(1, 2))
        x = self.norm1(x)
        x0 = x[:, 0::2, 0::2, :]  # B H/2 W/2 C
        x1 = x[:, 1::2, 0::2, :]
        x2 = x[:, 0::2, 1::2, :]
        x3 = x[:, 1::2, 1::2, :]
        x = torch.cat([x0, x1, x2, x3], -1)
        x = x.view(B, -1, 4 * C)
        return self.norm(self.reduction(x))


class MobileVitBlock(nn.Module):
    """apple/ml-cvnets: unfold to patches, transform, fold."""

    inputs = [In(32, 16, 24)]

    def __init__(self):
        super().__init__()
        self.patch_h = 2
        self.patch_w = 2
        self.conv_kxk = nn.Conv2d(32, 32, 3, padding=1)
        self.conv_1x1 = nn.Conv2d(32, 48, 1, bias=False)
        self.global_rep = nn.TransformerEncoderLayer(48, 4, 96, batch_first=True, norm_first=True)
        self.norm = nn.LayerNorm(48)
        self.conv_proj = nn.Conv2d(48, 32, 1)
        self.fusion = nn.Conv2d(64, 32, 3, padding=1)

    def forward(self, x):
        res = x
        fm = self.conv_1x1(self.conv_kxk(x))
        patch_area = int(self.patch_w * self.patch_h)
        batch_size, in_channels, orig_h, orig_w = fm.shape
        new_h = int(math.ceil(orig_h / self.patch_h) * self.patch_h)
        new_w = int(math.ceil(orig_w / self.patch_w) * self.patch_w)
        num_patch_w = new_w // self.patch_w  # n_w
        num_patch_h = new_h // self.patch_h  # n_h
        num_patches = num_patch_h * num_patch_w  # N
        # [B, C, H, W] --> [B * C * n_h, p_h, n_w, p_w]
        reshaped_fm = fm.reshape(batch_size * in_channels * num_patch_h, self.patch_h, num_patch_w, self.patch_w)
        # [B * C * n_h, p_h, n_w, p_w] --> [B * C * n_h, n_w, p_h, p_w]
        transposed_fm = reshaped_fm.transpose(1, 2)
        # [B * C * n_h, n_w, p_h, p_w] --> [B, C, N, P] where P = p_h * p_w and N = n_h * n_w
        reshaped_fm = transposed_fm.reshape(batch_size, in_channels, num_patches, patch_area)
        # [B, C, N, P] --> [B, P, N, C]
        transposed_fm = reshaped_fm.transpose(1, 3)
        # [B, P, N, C] --> [BP, N, C]
        patches = transposed_fm.reshape(batch_size * patch_area, num_patches, -1)
        patches = self.norm(self.global_rep(patches))
        # [BP, N, C] --> [B, P, N, C]
        patches = patches.contiguous().view(batch_size, patch_area, num_patches, -1)
        batch_size, pixels, num_patches, channels = patches.size()
        # [B, P, N, C] --> [B, C, N, P]
        patches = patches.transpose(1, 3)
        # [B, C, N, P] --> [B*C*n_h, n_w, p_h, p_w]
        feature_map = patches.reshape(batch_size * channels * num_patch_h, num_patch_w, self.patch_h, self.patch_w)
        feature_map = feature_map.transpose(1, 2)
        feature_map = feature_map.reshape(batch_size, channels, num_patch_h * self.patch_h, num_patch_w * self.patch_w)
        fm = self.conv_proj(feature_map)
        return self.fusion(torch.cat((res, fm), dim=1))


class MaxVitPartition(nn.Module):
    """torchvision's MaxViT: windows and grids."""

    inputs = [In(24, 28, 42)]

    def __init__(self):
        super().__init__()
        self.n_heads = 3
        self.to_qkv = nn.Linear(24, 72)
        self.merge = nn.Linear(24, 24)
        self.relative_position_bias_table = nn.Parameter(torch.empty((13 * 13, 3)))
        self.register_buffer("relative_position_index", torch.zeros(49 * 49, dtype=torch.long))

    def forward(self, x):
        B, C, H, W = x.shape
        P = 7
        # chunk up H and W dimensions
        x = x.reshape(B, C, H // P, P, W // P, P)
        x = x.permute(0, 2, 4, 3, 5, 1)
        # colapse P * P dimension
        x = x.reshape(B, (H // P) * (W // P), P * P, C)
        x = torch.swapaxes(x, -2, -3)

        B, G, S, D = x.shape
        x = x.swapaxes(-2, -3)
        B, G, P2, D = x.shape
        qkv = self.to_qkv(x)
        q, k, v = torch.chunk(qkv, 3, dim=-1)
        q = q.reshape(B, G, P2, self.n_heads, 8).permute(0, 1, 3, 2, 4)
        k = k.reshape(B, G, P2, self.n_heads, 8).permute(0, 1, 3, 2, 4)
        v = v.reshape(B, G, P2, self.n_heads, 8).permute(0, 1, 3, 2, 4)
        k = k * 8 ** -0.5
        dot_prod = torch.einsum("B G H I D, B G H J D -> B G H I J", q, k)
        bias_index = self.relative_position_index.view(-1)  # type: ignore
        relative_bias = self.relative_position_bias_table[bias_index].view(49, 49, -1)  # type: ignore
        pos_bias = relative_bias.permute(2, 0, 1).contiguous().unsqueeze(0)
        dot_prod = F.softmax(dot_prod + pos_bias, dim=-1)
        out = torch.einsum("B G H I J, B G H J D -> B G H I D", dot_prod, v)
        out = out.permute(0, 1, 3, 2, 4).reshape(B, G, P2, D)
        x = self.merge(out)

        x = x.reshape(B, H // 7, W // 7, 7, 7, D)
        x = x.permute(0, 5, 1, 3, 2, 4)
        x = x.reshape(B, D, H, W)
        return x


class CrossCovariance(nn.Module):
    """XCiT's attention over channels, and CaiT's talking heads over a class token."""

    inputs = [In(49, 40)]

    def __init__(self):
        super().__init__()
        self.num_heads = 4
        self.temperature = nn.Parameter(torch.ones(4, 1, 1))
        self.qkv = nn.Linear(40, 120)
        self.conv1 = nn.Conv2d(40, 40, kernel_size=3, padding=1, groups=40)
        self.bn = nn.BatchNorm2d(40)
        self.cls_token = nn.Parameter(torch.zeros(1, 1, 40))
        self.q = nn.Linear(40, 40)
        self.k = nn.Linear(40, 40)
        self.v = nn.Linear(40, 40)
        self.proj_l = nn.Linear(4, 4)
        self.proj_w = nn.Linear(4, 4)

    def forward(self, x):
        B, N, C = x.shape
        qkv = self.qkv(x).reshape(B, N, 3, self.num_heads, C // self.num_heads).permute(2, 0, 3, 4, 1)
        q, k, v = qkv.unbind(0)
        attn = torch.nn.functional.normalize(q, dim=-1) @ torch.nn.functional.normalize(k, dim=-1).transpose(-2, -1) * self.temperature
        attn = attn.softmax(dim=-1)
        x = (attn @ v).permute(0, 3, 1, 2).reshape(B, N, C)
        x = x.permute(0, 2, 1).reshape(B, C, 7, 7)
        x = self.bn(F.gelu(self.conv1(x)))
        x = x.reshape(B, C, N).permute(0, 2, 1)

        u = torch.cat((self.cls_token.expand(B, -1, -1), x), dim=1)
        q = self.q(u[:, 0]).unsqueeze(1).reshape(B, 1, self.num_heads, C // self.num_heads).permute(0, 2, 1, 3)
        k = self.k(u).reshape(B, N + 1, self.num_heads, C // self.num_heads).permute(0, 2, 1, 3)
        v = self.v(u).reshape(B, N + 1, self.num_heads, C // self.num_heads).permute(0, 2, 1, 3)
        attn = q @ k.transpose(-2, -1)
        attn = self.proj_l(attn.permute(0, 2, 3, 1)).permute(0, 3, 1, 2).contiguous()
        attn = attn.softmax(-1)
        attn = self.proj_w(attn.permute(0, 2, 3, 1)).permute(0, 3, 1, 2).contiguous()
        return (attn @ v).transpose(1, 2).reshape(B, 1, C).squeeze(1)


class GatedMlp(nn.Module):
    """gMLP's spatial gating and ResMLP's affine."""

    inputs = [In(36, 32)]

    def __init__(self):
        super().__init__()
        self.norm = nn.LayerNorm(32)
        self.channel_proj1 = nn.Linear(32, 96)
        self.channel_proj2 = nn.Linear(48, 32)
        self.spatial_proj = nn.Conv1d(36, 36, kernel_size=1)
        self.sgu_norm = nn.LayerNorm(48)
        self.alpha = nn.Parameter(torch.ones([1, 1, 32]))
        self.beta = nn.Parameter(torch.zeros([1, 1, 32]))
        self.linear_tokens = nn.Linear(36, 36)

    def forward(self, x):
        residual = x
        x = self.norm(x)
        x = F.gelu(self.channel_proj1(x))
        u, v = x.chunk(2, dim=-1)
        v = self.sgu_norm(v)
        v = self.spatial_proj(v)
        x = self.channel_proj2(u * v) + residual
        y = torch.addcmul(self.beta, self.alpha, x)
        y = x + self.linear_tokens(y.transpose(1, 2)).transpose(1, 2)
        return y.mean(dim=1)


class BotNetAttention(nn.Module):
    """BoTNet's relative logits by padding and flattening; HaloNet's blocks by unfold."""

    inputs = [In(32, 8, 8)]

    def __init__(self):
        super().__init__()
        self.heads = 4
        self.dim_head = 8
        self.to_qkv = nn.Conv2d(32, 96, 1, bias=False)
        self.rel_height = nn.Parameter(torch.randn(15, 8))
        self.rel_width = nn.Parameter(torch.randn(15, 8))
        self.q_conv = nn.Conv2d(32, 32, 1, bias=False)
        self.kv_conv = nn.Conv2d(32, 64, 1, bias=False)

    def forward(self, fmap):
        b, c, h, w = fmap.shape
        q, k, v = self.to_qkv(fmap).reshape(b, 3, self.heads, self.dim_head, h * w).transpose(-1, -2).unbind(1)
        q = q * self.dim_head ** -0.5
        sim = torch.einsum('b h i d, b h j d -> b h i j', q, k)
        # relative_logits_1d over width
        q2 = q.view(b, self.heads, h, w, self.dim_head)
        logits = torch.einsum('b h x y d, r d -> b h x y r', q2, self.rel_width)
        logits = logits.reshape(b, self.heads * h, w, 2 * w - 1)
        # rel_to_abs
        x = F.pad(logits, [0, 1])
        flat_x = x.reshape(b, self.heads * h, w * 2 * w)
        flat_x_padded = F.pad(flat_x, [0, w - 1])
        final_x = flat_x_padded.reshape(b, self.heads * h, w + 1, 2 * w - 1)
        logits = final_x[:, :, :w, (w - 1):]
        logits = logits.reshape(b, self.heads, h, w, w).unsqueeze(3).expand(-1, -1, -1, h, -1, -1)
        sim = sim + logits.permute(0, 1, 2, 4, 3, 5).reshape(b, self.heads, h * w, h * w)
        attn = sim.softmax(dim=-1)
        out = torch.einsum('b h i j, b h j d -> b h i d', attn, v)
        out = out.transpose(2, 3).reshape(b, -1, h, w)

        # HaloNet
        q = self.q_conv(out)
        q = q.unfold(2, 4, 4).unfold(3, 4, 4).reshape(b, 32, -1, 16).permute(0, 2, 3, 1)
        kv = F.unfold(self.kv_conv(out), kernel_size=6, stride=4, padding=1)
        kv = kv.reshape(b, 64, 36, -1).permute(0, 3, 2, 1)
        k, v = torch.split(kv, [32, 32], dim=-1)
        attn = F.softmax(q @ k.transpose(-1, -2), dim=-1)
        out = (attn @ v).permute(0, 3, 2, 1).reshape(b, 32 * 16, -1)
        return F.fold(out, output_size=(h, w), kernel_size=4, stride=4)


class Involution(nn.Module):
    """Involution and a dynamic convolution that makes its kernels from the input."""

    inputs = [In(32, 14, 18)]

    def __init__(self):
        super().__init__()
        self.group_channels = 8
        self.groups = 4
        self.reduce = nn.Sequential(nn.Conv2d(32, 8, 1), nn.BatchNorm2d(8), nn.ReLU())
        self.span = nn.Conv2d(8, 49 * 4, 1)
        self.unfold = nn.Unfold(7, 1, (7 - 1) // 2, 1)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc1 = nn.Conv2d(32, 16, 1, bias=False)
        self.fc2 = nn.Conv2d(16, 4, 1, bias=True)
        self.weight = nn.Parameter(torch.randn(4, 40, 32, 3, 3))
        self.bias = nn.Parameter(torch.zeros(4, 40))

    def forward(self, x):
        weight = self.span(self.reduce(x))
        b, c, h, w = weight.shape
        weight = weight.view(b, self.groups, 7 ** 2, h, w).unsqueeze(2)
        out = self.unfold(x).view(b, self.groups, self.group_channels, 7 ** 2, h, w)
        x = (weight * out).sum(dim=3).view(b, 32, h, w)

        # Dynamic convolution: Attention over Convolution Kernels
        attention = self.fc2(F.relu(self.fc1(self.avgpool(x)))).view(x.size(0), -1)
        softmax_attention = F.softmax(attention / 34, 1)
        batch_size, in_planes, height, width = x.size()
        x = x.view(1, -1, height, width)
        weight = self.weight.view(4, -1)
        aggregate_weight = torch.mm(softmax_attention, weight).view(-1, 32, 3, 3)
        aggregate_bias = torch.mm(softmax_attention, self.bias).view(-1)
        output = F.conv2d(x, weight=aggregate_weight, bias=aggregate_bias, stride=1, padding=1, dilation=1, groups=1 * batch_size)
        output = output.view(batch_size, 40, output.size(-2), output.size(-1))
        return output


class CoordinateAttention(nn.Module):
    inputs = [In(32, 12, 20)]

    def __init__(self):
        super().__init__()
        self.pool_h = nn.AdaptiveAvgPool2d((None, 1))
        self.pool_w = nn.AdaptiveAvgPool2d((1, None))
        self.conv1 = nn.Conv2d(32, 8, kernel_size=1, stride=1, padding=0)
        self.bn1 = nn.BatchNorm2d(8)
        self.act = nn.Hardswish()
        self.conv_h = nn.Conv2d(8, 32, 1)
        self.conv_w = nn.Conv2d(8, 32, 1)
        self.eca = nn.Conv1d(1, 1, kernel_size=3, padding=1, bias=False)
        self.conv_mask = nn.Conv2d(32, 1, kernel_size=1)
        self.channel_add = nn.Sequential(nn.Conv2d(32, 8, 1), nn.LayerNorm([8, 1, 1]), nn.ReLU(inplace=True))
        self.channel_up = nn.Conv2d(8, 32, 1)

    def forward(self, x):
        identity = x
        n, c, h, w = x.size()
        x_h = self.pool_h(x)
        x_w = self.pool_w(x).permute(0, 1, 3, 2)
        y = torch.cat([x_h, x_w], dim=2)
        y = self.act(self.bn1(self.conv1(y)))
        x_h, x_w = torch.split(y, [h, w], dim=2)
        x_w = x_w.permute(0, 1, 3, 2)
        a_h = self.conv_h(x_h).sigmoid()
        a_w = self.conv_w(x_w).sigmoid()
        out = identity * a_w * a_h

        # ECA
        y = F.adaptive_avg_pool2d(out, 1)
        y = self.eca(y.squeeze(-1).transpose(-1, -2)).transpose(-1, -2).unsqueeze(-1)
        out = out * torch.sigmoid(y).expand_as(out)

        # GCNet
        batch, channel, height, width = out.size()
        input_x = out.view(batch, channel, height * width).unsqueeze(1)
        context_mask = self.conv_mask(out).view(batch, 1, height * width)
        context_mask = F.softmax(context_mask, dim=2).unsqueeze(-1)
        context = torch.matmul(input_x, context_mask).view(batch, channel, 1, 1)
        out = out + self.channel_up(self.channel_add(context))

        # triplet attention's Z pool
        x_perm = out.permute(0, 2, 1, 3).contiguous()
        z = torch.cat((torch.max(x_perm, 1)[0].unsqueeze(1), torch.mean(x_perm, 1).unsqueeze(1)), dim=1)
        return out, z


class DualAttention(nn.Module):
    """DANet's position and channel attention, A2-Net's double attention, OCR's object regions."""

    inputs = [In(48, -1, -1)]
    cases = [dict(N=2, H=9, W=13), dict(N=3, H=6, W=4)]

    def __init__(self):
        super().__init__()
        self.query_conv = nn.Conv2d(48, 6, 1)
        self.key_conv = nn.Conv2d(48, 6, 1)
        self.value_conv = nn.Conv2d(48, 48, 1)
        self.gamma = nn.Parameter(torch.zeros(1))
        self.convA = nn.Conv2d(48, 20, 1)
        self.convB = nn.Conv2d(48, 10, 1)
        self.convV = nn.Conv2d(48, 10, 1)
        self.proj = nn.Conv2d(20, 48, 1)
        self.aux = nn.Conv2d(48, 7, 1)

    def forward(self, x):
        m_batchsize, C, height, width = x.size()
        proj_query = self.query_conv(x).view(m_batchsize, -1, width * height).permute(0, 2, 1)
        proj_key = self.key_conv(x).view(m_batchsize, -1, width * height)
        energy = torch.bmm(proj_query, proj_key)
        attention = F.softmax(energy, -1)
        proj_value = self.value_conv(x).view(m_batchsize, -1, width * height)
        out = torch.bmm(proj_value, attention.permute(0, 2, 1))
        out = out.view(m_batchsize, C, height, width)
        out = self.gamma * out + x

        proj_query = out.view(m_batchsize, C, -1)
        proj_key = out.view(m_batchsize, C, -1).permute(0, 2, 1)
        energy = torch.bmm(proj_query, proj_key)
        energy_new = torch.max(energy, -1, keepdim=True)[0].expand_as(energy) - energy
        attention = F.softmax(energy_new, dim=-1)
        out = torch.bmm(attention, out.view(m_batchsize, C, -1)).view(m_batchsize, C, height, width)

        A = self.convA(out).view(m_batchsize, 20, -1)
        attention_maps = F.softmax(self.convB(out).view(m_batchsize, 10, -1), dim=-1)
        attention_vectors = F.softmax(self.convV(out).view(m_batchsize, 10, -1), dim=1)
        global_descriptors = torch.bmm(A, attention_maps.permute(0, 2, 1))
        tmpZ = global_descriptors.matmul(attention_vectors)
        out = out + self.proj(tmpZ.view(m_batchsize, 20, height, width))

        # OCR's spatial gather
        probs = self.aux(out)
        batch_size, c, h, w = probs.size(0), probs.size(1), probs.size(2), probs.size(3)
        probs = F.softmax(probs.view(batch_size, c, -1), dim=2)
        feats = out.view(batch_size, out.size(1), -1).permute(0, 2, 1)
        ocr_context = torch.matmul(probs, feats).permute(0, 2, 1).unsqueeze(3)
        return ocr_context, out


class Perceiver(nn.Module):
    inputs = [In(3, 20, 24)]

    def __init__(self):
        super().__init__()
        self.latents = nn.Parameter(torch.randn(16, 32))
        self.cross = nn.MultiheadAttention(32, 4, kdim=29, vdim=29, batch_first=True)
        self.encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(32, 4, 64, batch_first=True), 2)
        self.to_logits = nn.Sequential(nn.LayerNorm(32), nn.Linear(32, 9))

    def forward(self, img):
        data = img.permute(0, 2, 3, 1)
        b, *axis, _ = data.shape
        axis_pos = torch.linspace(-1.0, 1.0, steps=20), torch.linspace(-1.0, 1.0, steps=24)
        pos = torch.stack(torch.meshgrid(*axis_pos, indexing="ij"), dim=-1)
        # fourier_encode
        x = pos.unsqueeze(-1)
        orig_x = x
        scales = torch.linspace(1., 10 / 2, 6, device=x.device, dtype=x.dtype)
        scales = scales[(*((None,) * (len(x.shape) - 1)), Ellipsis)]
        x = x * scales * math.pi
        x = torch.cat([x.sin(), x.cos()], dim=-1)
        x = torch.cat((x, orig_x), dim=-1)
        enc_pos = x.flatten(-2)
        enc_pos = enc_pos.unsqueeze(0).expand(b, -1, -1, -1)
        data = torch.cat((data, enc_pos), dim=-1).flatten(1, 2)
        latents = self.latents.unsqueeze(0).repeat(b, 1, 1)
        latents, _ = self.cross(latents, data, data)
        latents = self.encoder(latents)
        return self.to_logits(latents.mean(dim=-2))
