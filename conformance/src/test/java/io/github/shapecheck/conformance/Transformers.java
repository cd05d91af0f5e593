package io.github.shapecheck.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TransformerDecoderImpl;
import org.bytedeco.pytorch.TransformerDecoderLayerImpl;
import org.bytedeco.pytorch.TransformerDecoderLayerOptions;
import org.bytedeco.pytorch.TransformerDecoderOptions;
import org.bytedeco.pytorch.TransformerEncoderImpl;
import org.bytedeco.pytorch.TransformerEncoderLayerImpl;
import org.bytedeco.pytorch.TransformerEncoderLayerOptions;
import org.bytedeco.pytorch.TransformerEncoderOptions;
import org.bytedeco.pytorch.TransformerImpl;
import org.bytedeco.pytorch.TransformerOptions;

/** The Transformer and its parts. */
final class Transformers {
  private Transformers() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind(
            "TransformerEncoderLayer",
            d -> draw("TransformerEncoderLayer", 1, d),
            c -> sound(c, Transformers::encoderLayer)),
        new Kind(
            "TransformerDecoderLayer",
            d -> draw("TransformerDecoderLayer", 2, d),
            c -> sound(c, Transformers::decoderLayer)),
        new Kind(
            "TransformerEncoder",
            d -> draw("TransformerEncoder", 1, d),
            c -> sound(c, Transformers::encoder)),
        new Kind(
            "TransformerDecoder",
            d -> draw("TransformerDecoder", 2, d),
            c -> sound(c, Transformers::decoder)),
        new Kind(
            "Transformer", d -> draw("Transformer", 2, d), c -> sound(c, Transformers::whole)));
  }

  private static Case draw(String name, int sequences, Dice dice) {
    long heads = dice.between(1, 3);
    long dim = heads * dice.between(1, 2);
    boolean first = dice.chance(0.5);
    Members members =
        Members.of("dim", dim).and("heads", heads).and("feedforward", dice.between(1, 5));
    if (name.equals("Transformer")) {
      members.and("encoderLayers", dice.between(1, 2)).and("decoderLayers", dice.between(1, 2));
    } else if (!name.endsWith("Layer")) {
      members.and("layers", dice.between(1, 3));
    }
    members
        .maybe(first, "batchFirst", true)
        .maybe(dice.chance(0.1), "normFirst", true)
        .maybe(dice.chance(0.1), "bias", false);
    long batch = dice.between(1, 3);
    boolean batched = dice.chance(0.75);
    Operand[] inputs = new Operand[sequences];
    for (int i = 0; i < sequences; i++) {
      long length = dice.between(1, 4);
      List<Long> shape =
          batched
              ? (first ? List.of(batch, length, dim) : List.of(length, batch, dim))
              : List.of(length, dim);
      inputs[i] = Operand.of(i == 0 ? "x" : "y", shape);
    }
    Case c = Case.layer(name, members.map(), inputs);
    return dice.chance(0.5) || name.equals("Transformer") ? c : TransformerMasks.drawn(c, dice);
  }

  /** Without layers, inner features or values the C++ modules end in errors of their own. */
  private static Verdict sound(Case c, Kind.Oracle oracle) {
    boolean degenerate =
        Stream.of("layers", "encoderLayers", "decoderLayers", "feedforward")
            .anyMatch(m -> c.number(m, 1) == 0);
    degenerate |= c.inputs().stream().anyMatch(x -> x.shape().contains(0L));
    if (degenerate) {
      return new Verdict.Unknown("LibTorch cannot build it, PyTorch can");
    }
    Verdict answer = oracle.ask(c);
    TransformerMasks.check(c);
    return answer;
  }

  private static boolean single(Case c) {
    return c.input(0).rank() == 2;
  }

  /** LibTorch's modules take sequences first and batches only. */
  private static Tensor sequence(Case c, int index) {
    Operand x = c.input(index);
    Refusal.unless(x.rank() == 2 || x.rank() == 3, "_mha_shape_check: query is 2-D or 3-D");
    Refusal.unless(x.rank() == c.input(0).rank(), "_mha_shape_check: key and value as query");
    int batch = c.flag("batchFirst", false) ? 0 : 1;
    Refusal.unless(
        single(c) || x.size(batch) == c.input(0).size(batch),
        "multi_head_attention_forward: k.view");
    Tensor given = LibTorch.tensor(x);
    return single(c)
        ? given.unsqueeze(1)
        : c.flag("batchFirst", false) ? given.transpose(0, 1) : given;
  }

  private static Verdict answer(Case c, Tensor y, Module module) {
    Tensor output = single(c) ? y.squeeze(1) : c.flag("batchFirst", false) ? y.transpose(0, 1) : y;
    Verdict.Accepted answer = LibTorch.answer(Printed.of(output), module);
    if (c.flag("bias", true)) {
      return answer;
    }
    // LibTorch's modules always have biases; without them PyTorch has the other weights.
    Map<String, List<Long>> weights = new LinkedHashMap<>(answer.weights());
    weights.keySet().removeIf(name -> name.endsWith("bias"));
    return new Verdict.Accepted(answer.output(), weights);
  }

  /** A division by zero heads ends the process. */
  private static void check(Case c) {
    Refusal.unless(c.number("layers", 1) > 0, "_get_clones: no layers to copy");
    Refusal.unless(
        c.number("heads", 8) > 0 && c.number("dim", 512) > 0,
        "MultiheadAttention.__init__: must be greater than 0");
  }

  private static TransformerEncoderLayerOptions encoderOptions(Case c) {
    check(c);
    TransformerEncoderLayerOptions o =
        new TransformerEncoderLayerOptions(c.number("dim"), c.number("heads"));
    o.dim_feedforward().put(c.number("feedforward", 2048));
    return o;
  }

  private static TransformerDecoderLayerOptions decoderOptions(Case c) {
    check(c);
    TransformerDecoderLayerOptions o =
        new TransformerDecoderLayerOptions(c.number("dim"), c.number("heads"));
    o.dim_feedforward().put(c.number("feedforward", 2048));
    return o;
  }

  private static Verdict encoderLayer(Case c) {
    TransformerEncoderLayerImpl module = new TransformerEncoderLayerImpl(encoderOptions(c));
    return answer(c, module.forward(sequence(c, 0)), module);
  }

  private static Verdict decoderLayer(Case c) {
    TransformerDecoderLayerImpl module = new TransformerDecoderLayerImpl(decoderOptions(c));
    return answer(c, module.forward(sequence(c, 0), sequence(c, 1)), module);
  }

  private static Verdict encoder(Case c) {
    TransformerEncoderImpl module =
        new TransformerEncoderImpl(
            new TransformerEncoderOptions(encoderOptions(c), c.number("layers")));
    return answer(c, module.forward(sequence(c, 0)), module);
  }

  private static Verdict decoder(Case c) {
    TransformerDecoderImpl module =
        new TransformerDecoderImpl(
            new TransformerDecoderOptions(decoderOptions(c), c.number("layers")));
    return answer(c, module.forward(sequence(c, 0), sequence(c, 1)), module);
  }

  private static Verdict whole(Case c) {
    check(c);
    Refusal.unless(
        c.number("encoderLayers", 6) > 0 && c.number("decoderLayers", 6) > 0, "no layers to copy");
    TransformerOptions o = new TransformerOptions(c.number("dim", 512), c.number("heads", 8));
    o.num_encoder_layers().put(c.number("encoderLayers", 6));
    o.num_decoder_layers().put(c.number("decoderLayers", 6));
    o.dim_feedforward().put(c.number("feedforward", 2048));
    TransformerImpl module = new TransformerImpl(o);
    Tensor source = sequence(c, 0);
    return answer(c, module.forward(source, sequence(c, 1)), module);
  }
}
