package io.github.shapecheck.processor.operation.attention;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.ProposedNumbers;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.List;

/**
 * Attention of several heads as a layer: {@code MultiheadAttention}. Rules attention-1 to
 * attention-10.
 */
public record Attention() implements Rule {
  /** How many features a head has in most networks. */
  private static final long USUAL_WIDTH = 64;

  private static final Dim ZERO = Dim.of(0);

  @Override
  public void check(Call call) {
    checkHeads(call, "embed_dim", "num_heads");
    for (String width : new String[] {"kdim", "vdim"}) {
      if (call.isGiven(width)) {
        Spatial.requireAtLeast(call, width, 0);
      }
    }
  }

  /**
   * Rules attention-1 and attention-2: positive numbers, and the heads share the features evenly.
   */
  static void checkHeads(Call call, String features, String heads) {
    Spatial.requireAtLeast(call, features, 1);
    Spatial.requireAtLeast(call, heads, 1);
    Dim width = call.dim(features);
    Dim count = call.dim(heads);
    boolean sound = count.isConstant() && count.value() > 0;
    if (sound && call.fails(width.mod(count), Relation.EQ, ZERO)) {
      List<Dim> near = ProposedNumbers.nearestDivisors(width, count.value());
      call.problem(
              ProblemId.HEADS,
              heads,
              "has " + count + " heads, which do not divide its " + width + " features")
          .set(heads, near.subList(0, Math.min(1, near.size())))
          .set(heads, usualHeads(width))
          .set(heads, near)
          .set(features, width.ceilDiv(count).times(count));
    }
  }

  /** As many heads as give each its usual width, unknown where there would be one. */
  private static Dim usualHeads(Dim width) {
    return width
        .dividedBy(Dim.of(USUAL_WIDTH))
        .filter(heads -> !heads.equals(Dim.of(1)))
        .orElse(Dim.unknown());
  }

  /** A width of its own for keys or values; 0 is that of the queries. */
  private static Dim width(Call call, String parameter) {
    Dim width = call.isGiven(parameter) ? call.dim(parameter) : ZERO;
    return width.equals(ZERO) ? call.dim("embed_dim") : width;
  }

  @Override
  public Weights weights(Call call) {
    return weights(
            call.dim("embed_dim"), width(call, "kdim"), width(call, "vdim"), call.flag("bias"))
        .extended(call);
  }

  /** The maps into heads, one for all three where the widths are equal, and the map out of them. */
  static Projections weights(Dim dim, Dim keys, Dim values, boolean bias) {
    return new Projections(dim, keys, values, bias);
  }

  /** The weights of an attention layer. */
  record Projections(Dim dim, Dim keys, Dim values, boolean bias) {
    Weights extended(Call call) {
      Weights weights = in();
      Dim one = Dim.of(1);
      boolean learned = call.flag("add_bias_kv");
      weights.addIf(learned, "bias_k", one, one, dim).addIf(learned, "bias_v", one, one, dim);
      return out(weights);
    }

    Weights plain() {
      return out(in());
    }

    private Weights in() {
      boolean packed = dim.equals(keys) && dim.equals(values);
      Weights weights = Weights.start();
      weights.addIf(packed, "in_proj_weight", dim.times(3), dim);
      weights.addIf(!packed, "q_proj_weight", dim, dim);
      weights.addIf(!packed, "k_proj_weight", dim, keys);
      weights.addIf(!packed, "v_proj_weight", dim, values);
      return weights.addIf(bias, "in_proj_bias", dim.times(3));
    }

    private Weights out(Weights weights) {
      return weights.add("out_proj.weight", dim, dim).addIf(bias, "out_proj.bias", dim);
    }
  }

  @Override
  public Value apply(Call call) {
    AttentionInputs inputs = AttentionInputs.of(call, "query", "key", "value");
    inputs.checkShapes(call); // attention-3, attention-4
    inputs.checkWidth(call, "query", "embed_dim", call.dim("embed_dim")); // attention-5
    inputs.checkWidth(call, "key", kdim(call, "kdim"), width(call, "kdim"));
    inputs.checkWidth(call, "value", kdim(call, "vdim"), width(call, "vdim"));
    AttentionMasks.check(call, inputs, "attn_mask", "key_padding_mask"); // attention-6 to 8
    if (call.flag("is_causal") && !call.has("attn_mask")) {
      call.problem( // attention-9
          ProblemId.MISSING_ARGUMENT, "is_causal", "needs an attn_mask where is_causal is given");
    }
    call.macs(macs(call, inputs));
    return result(call, inputs);
  }

  private static String kdim(Call call, String parameter) {
    return call.isGiven(parameter) ? parameter : "embed_dim";
  }

  /**
   * Rule attention-10: the output as the query; the weights [N, T, S], of each head or their mean.
   */
  static Value result(Call call, AttentionInputs inputs) {
    Tensor query = inputs.query();
    Tensor output = query.as(query.shape());
    if (!call.flag("need_weights")) {
      return Value.Sequence.tuple(output, Value.NONE);
    }
    Dim source = inputs.source().plus(extra(call));
    Shape weights = Shape.of(inputs.target(), source);
    if (!call.flag("average_attn_weights")) {
      weights = weights.insert(0, call.dim("num_heads"));
    }
    if (inputs.batched()) {
      weights = weights.insert(0, inputs.batch());
    }
    return Value.Sequence.tuple(output, query.as(weights));
  }

  /** Places that are added behind the keys. */
  private static long extra(Call call) {
    boolean learned = call.knows("add_bias_kv") ? call.flag("add_bias_kv") : call.has("bias_k");
    return (learned ? 1L : 0L) + (call.flag("add_zero_attn") ? 1 : 0);
  }

  private static Dim macs(Call call, AttentionInputs inputs) {
    Dim dim = call.dim("embed_dim");
    Dim maps = dim.times(dim).times(2).times(inputs.target());
    Dim sources = width(call, "kdim").plus(width(call, "vdim")).times(dim).times(inputs.source());
    Dim scores = inputs.target().times(inputs.source().plus(extra(call))).times(dim).times(2);
    return maps.plus(sources).plus(scores);
  }
}
