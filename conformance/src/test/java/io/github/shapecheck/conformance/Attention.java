package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** MultiheadAttention with masks, batch first or second, and unbatched. */
final class Attention {
  private Attention() {}

  static List<Kind> kinds() {
    return List.of(new Kind("MultiheadAttention", Attention::draw, Attention::ask));
  }

  private static Case draw(Dice dice) {
    long heads = dice.between(1, 3);
    long dim = heads * dice.between(1, 3);
    long kdim = dice.chance(0.2) ? dice.between(1, 5) : dim;
    long vdim = dice.chance(0.2) ? dice.between(1, 5) : dim;
    boolean first = dice.chance(0.5);
    boolean extra = dice.chance(0.1);
    boolean zero = dice.chance(0.1);
    Members members =
        Members.of("dim", dim)
            .and("heads", heads)
            .maybe(kdim != dim, "kdim", kdim)
            .maybe(vdim != dim, "vdim", vdim)
            .maybe(dice.chance(0.2), "bias", false)
            .maybe(extra, "addBiasKv", true)
            .maybe(zero, "addZeroAttn", true)
            .maybe(first, "batchFirst", true);
    long batch = dice.between(1, 3);
    long target = dice.between(1, 5);
    long source = dice.between(1, 5);
    boolean batched = dice.chance(0.75);
    List<Operand> inputs = new ArrayList<>();
    inputs.add(Operand.of("q", shape(batched, first, target, batch, dim)));
    inputs.add(Operand.of("k", shape(batched, first, source, batch, kdim)));
    inputs.add(Operand.of("v", shape(batched, first, source, batch, vdim)));
    String call = "layer(q, k, v";
    if (dice.chance(0.25)) {
      boolean each = dice.chance(0.3);
      inputs.add(
          Operand.of(
              "m",
              each
                  ? List.of((batched ? batch : 1) * heads, target, source)
                  : List.of(target, source)));
      call += ", attn_mask=m";
    }
    if (dice.chance(0.25)) {
      inputs.add(
          Operand.of("p", batched ? List.of(batch, source) : List.of(source))
              .as(Operand.Type.BOOL));
      call += ", key_padding_mask=p";
    }
    call +=
        dice.chance(0.2)
            ? ", need_weights=False)"
            : dice.chance(0.1) ? ", average_attn_weights=False)" : ")";
    return new Case("MultiheadAttention", members.map(), inputs, call);
  }

  private static List<Long> shape(
      boolean batched, boolean first, long length, long batch, long width) {
    return batched
        ? (first ? List.of(batch, length, width) : List.of(length, batch, width))
        : List.of(length, width);
  }

  /**
   * The C++ module refuses keys and values of different widths and adds masks wrongly, so the
   * operations of PyTorch's Python module are run here.
   */
  private static Verdict ask(Case c) {
    Operand mask = named(c, "m");
    Operand padding = named(c, "p");
    long dim = c.number("dim");
    long heads = c.number("heads");
    Refusal.unless(
        heads > 0 && dim > 0 && dim % heads == 0, "MultiheadAttention.__init__: divisible");
    long kdim = c.number("kdim", 0) == 0 ? dim : c.number("kdim");
    long vdim = c.number("vdim", 0) == 0 ? dim : c.number("vdim");
    check(c, mask, padding, kdim != dim || vdim != dim);
    boolean single = c.input(0).rank() == 2;
    String order = single ? ".unsqueeze(1)" : c.flag("batchFirst", false) ? ".transpose(0, 1)" : "";
    String back = single ? ".squeeze(1)" : order;
    boolean key = c.flag("addBiasKv", false);
    boolean zero = c.flag("addZeroAttn", false);
    List<String> lines = new ArrayList<>();
    lines.add("q = torch.linear(q%s, torch.ones(%d, %d))".formatted(order, dim, dim));
    lines.add("k = torch.linear(k%s, torch.ones(%d, %d))".formatted(order, dim, kdim));
    lines.add("v = torch.linear(v%s, torch.ones(%d, %d))".formatted(order, dim, vdim));
    lines.add("l, b, s = q.size(0), q.size(1), k.size(0)");
    if (mask != null) {
      lines.add(
          (mask.rank() == 3 ? "m = m.expand(b * %d, l, s)" : "m = m.expand(l, s)")
              .formatted(heads));
    }
    for (int extra = (key ? 1 : 0) + (zero ? 1 : 0); extra > 0; extra--) {
      lines.add("k = torch.cat([k, torch.ones(1, b, %d)])".formatted(dim));
      lines.add("v = torch.cat([v, torch.ones(1, b, %d)])".formatted(dim));
    }
    for (String tensor : List.of("q", "k", "v")) {
      lines.add(
          "%1$s = %1$s.contiguous().view(%1$s.size(0), b * %2$d, %3$d).transpose(0, 1)"
              .formatted(tensor, heads, dim / heads));
    }
    if (padding != null) {
      lines.add("p = p%s.expand(b, s)".formatted(single ? ".unsqueeze(0)" : ""));
    }
    lines.add("a = torch.softmax(torch.bmm(q, k.transpose(1, 2)), -1)");
    lines.add(
        "y = torch.bmm(a, v).transpose(0, 1).contiguous().view(l, b, %d)%s".formatted(dim, back));
    lines.add("a = a.view(b, %d, l, k.size(1))".formatted(heads));
    String average = c.statement().contains("average_attn_weights=False") ? "" : ".sum(1)";
    String weights = "a" + average + (single ? ".squeeze(0)" : "");
    lines.add("return y, " + (c.statement().contains("need_weights=False") ? "None" : weights));
    return new Verdict.Accepted(
        LibTorch.script(c, String.join("\n", lines)).output(), weights(c, dim, kdim, vdim));
  }

  private static Map<String, List<Long>> weights(Case c, long dim, long kdim, long vdim) {
    Map<String, List<Long>> weights = new LinkedHashMap<>();
    if (kdim == dim && vdim == dim) {
      weights.put("in_proj_weight", List.of(3 * dim, dim));
    } else {
      weights.put("q_proj_weight", List.of(dim, dim));
      weights.put("k_proj_weight", List.of(dim, kdim));
      weights.put("v_proj_weight", List.of(dim, vdim));
    }
    weights.put("out_proj.weight", List.of(dim, dim));
    if (c.flag("bias", true)) {
      weights.put("in_proj_bias", List.of(3 * dim));
      weights.put("out_proj.bias", List.of(dim));
    }
    if (c.flag("addBiasKv", false)) {
      weights.put("bias_k", List.of(1L, 1L, dim));
      weights.put("bias_v", List.of(1L, 1L, dim));
    }
    return weights;
  }

  private static Operand named(Case c, String name) {
    return c.inputs().stream().filter(i -> i.name().equals(name)).findFirst().orElse(null);
  }

  /** functional._mha_shape_check, and the asserts of multi_head_attention_forward. */
  private static void check(Case c, Operand mask, Operand padding, boolean separate) {
    Operand q = c.input(0);
    Operand k = c.input(1);
    Operand v = c.input(2);
    int rank = q.rank();
    Refusal.unless(rank == 2 || rank == 3, "_mha_shape_check: query is 2-D or 3-D");
    Refusal.unless(
        k.rank() == rank && v.rank() == rank, "_mha_shape_check: key and value as query");
    Refusal.unless(
        separate
            ? k.shape().subList(0, rank - 1).equals(v.shape().subList(0, rank - 1))
            : k.shape().equals(v.shape()),
        "key and value");
    boolean first = rank == 3 && c.flag("batchFirst", false);
    long batch = rank == 2 ? 1 : q.size(first ? 0 : 1);
    long target = q.size(first ? 1 : 0);
    long source = k.size(first ? 1 : 0);
    if (padding != null) {
      Refusal.unless(
          padding.type() != Operand.Type.LONG, "only bool and floating types of key_padding_mask");
      Refusal.unless(
          padding.shape().equals(rank == 2 ? List.of(source) : List.of(batch, source)),
          "key_padding_mask");
    }
    if (mask != null) {
      Refusal.unless(mask.type() != Operand.Type.LONG, "only bool and floating types of attn_mask");
      Refusal.unless(
          mask.shape()
              .equals(
                  mask.rank() == 2
                      ? List.of(target, source)
                      : List.of(batch * c.number("heads"), target, source)),
          "attn_mask");
    }
  }
}
