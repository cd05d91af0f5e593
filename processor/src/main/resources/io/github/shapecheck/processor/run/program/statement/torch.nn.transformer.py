# The blocks of a transformer's layer, and stacks of layers of other kinds.
from shapecheck import takes


def _sa_block(self, x, attn_mask=None, key_padding_mask=None, is_causal=False):
    return self.dropout1(self.self_attn(x, x, x, key_padding_mask, False, attn_mask)[0])


def _mha_block(self, x, mem, attn_mask=None, key_padding_mask=None, is_causal=False):
    return self.dropout2(self.multihead_attn(x, mem, mem, key_padding_mask, False, attn_mask)[0])


def _ff_block(self, x):
    last = self.dropout3 if hasattr(self, "dropout3") else self.dropout2
    return last(self.linear2(self.dropout(self.activation(self.linear1(x)))))


def _through(self, x, others, masks):
    for layer in self.layers:
        x = layer(x, *others, **{name: masks[name] for name in masks if takes(layer.forward, name)})
    return x if self.norm is None else self.norm(x)


def encoder(self, src, mask=None, src_key_padding_mask=None, is_causal=None):
    return _through(self, src, (), {"src_mask": mask, "src_key_padding_mask": src_key_padding_mask})


def decoder(self, tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None,
            memory_key_padding_mask=None, tgt_is_causal=None, memory_is_causal=False):
    masks = {
        "tgt_mask": tgt_mask,
        "memory_mask": memory_mask,
        "tgt_key_padding_mask": tgt_key_padding_mask,
        "memory_key_padding_mask": memory_key_padding_mask,
    }
    return _through(self, tgt, (memory,), masks)
