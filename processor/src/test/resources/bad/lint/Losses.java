package bad.lint;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Scores, probabilities and labels that do not belong together. */
class Losses {
  @Input(20)
  @Input(value = {}, name = "y", dtype = long.class)
  @Forward("""
      p = softmax(fc(x))
      return loss(p, y)
      """)
  static class Twice {
    @Linear(in = 20, out = 7) Block fc;
    @Softmax(dim = 1) Block softmax; // LINT: @Softmax(dim = 1) [softmax-before-loss] softmax makes probabilities before loss, which does so itself: scores from 0 to 1 leave hardly any gradient; give it the scores as they are
    @CrossEntropyLoss Block loss;
  }

  @Input(20)
  @Input(value = 7, name = "y")
  @Forward("""
      scores = fc(x)
      loss = binary_cross_entropy_with_logits(scores, y)
      return loss, softmax(scores, dim=1), nll_loss(log_softmax(scores, dim=1), y.argmax(1))
      """)
  static class Fine {
    @Linear(in = 20, out = 7) Block fc;
  }

  @Input(20)
  @Input(value = 7, name = "y")
  @Forward("return binary_cross_entropy(relu(fc(x)), y)") // LINT: "return binary_cross_entropy(relu(fc(x)), y)" [logits-in-loss] binary_cross_entropy needs probabilities from 0 to 1 but receives what relu gives: put sigmoid in between
  static class Raw {
    @Linear(in = 20, out = 7) Block fc;
  }

  @Input(20)
  @Forward("return softmax(fc(x))")
  static class Probabilities {
    @Linear(in = 20, out = 7) Block fc;
    @Softmax(dim = 1) Block softmax; // LINT: @Softmax(dim = 1) [softmax-before-loss] softmax makes probabilities for criterion (CrossEntropyLoss), which does so itself: scores from 0 to 1 leave hardly any gradient; return the scores as they are
    @CrossEntropyLoss Block criterion;
  }

  @Input(20)
  @Input(value = {}, name = "y", dtype = long.class)
  @Forward("return cross_entropy(fc(x), y)")
  static class Cut {
    @Linear(in = 20, out = 7) @ReLU Block fc; // LINT: @ReLU [relu-before-loss] fc (ReLU) cuts the negative scores of fc (Linear) before cross_entropy: a class of score 0 gets no gradient any more; drop it behind the last layer
  }

  @Input(20)
  @Forward("return softmax(dropout(fc(x), 0.3), 1)") // LINT: "return softmax(dropout(fc(x), 0.3), 1)" [dropout-on-scores] dropout strikes out scores of fc before softmax: put it in front of fc
  static class Struck {
    @Linear(in = 20, out = 7) Block fc;
  }

  /** Rectified features, and the dropout of attention weights. */
  @Input({9, 20})
  @Forward("""
      w = dropout(softmax(relu(score(x)), dim=1))
      return relu(fc((w * x).sum(1)))
      """)
  static class AttentionWeights {
    @Linear(in = 20, out = 1) Block score;
    @Linear(in = 20, out = 7) Block fc;
  }

  @Input(20)
  @Forward("return log_softmax(fc(x), 1)") // LINT: "return log_softmax(fc(x), 1)" [softmax-of-one] log_softmax runs along axis 1 of [N, 1], which has one value: the result is always 0; use sigmoid, or two classes
  static class OneClass {
    @Linear(in = 20, out = 1) Block fc;
  }

  @Input(20)
  @Input(value = {}, name = "y", dtype = long.class)
  @Forward("return cross_entropy(fc(x), y)") static class OneClassLoss { // LINT: "return cross_entropy(fc(x), y)" [softmax-of-one] cross_entropy compares one class only, scores [N, 1]: the loss is always 0; use BCEWithLogitsLoss, or two classes
    @Linear(in = 20, out = 1) Block fc;
  }

  @Input(20)
  // LINT: {"x = x.unsqueeze(1)", "return attention(x, x, x)[0]"} [softmax-of-one] attention attends to one key, [N, 1, 20]: its weight is always 1, so query and key do nothing; give it a sequence or use a Linear
  @Forward({"x = x.unsqueeze(1)", "return attention(x, x, x)[0]"})
  static class OneKey {
    @MultiheadAttention(dim = 20, heads = 5, batchFirst = true) Block attention;
  }

  @Input(20)
  @Input(value = 1, name = "y")
  // LINT: {"out = fc(x)", "return (out.argmax(1) == y).float().mean()"} [hand-loss-broadcast] eq of [N] and [N, 1] gives [N, N]: every sample is compared with every other; drop the axis of one with squeeze(1) on the right
  @Forward({"out = fc(x)", "return (out.argmax(1) == y).float().mean()"})
  static class Accuracy {
    @Linear(in = 20, out = 7) Block fc;
  }

  /** The value of an action against a target, as in a DQN. */
  @Input(20)
  @Input(value = 1, name = "action", dtype = long.class)
  // LINT: {"q = fc(x)", "target = q.max(1)[0]", "return (q.gather(1, action) - target).abs()"} [hand-loss-broadcast] sub of [N, 1] and [N] gives [N, N]: every sample is compared with every other; drop the axis of one with squeeze(1) on the left
  @Forward({"q = fc(x)", "target = q.max(1)[0]", "return (q.gather(1, action) - target).abs()"})
  static class Targets {
    @Linear(in = 20, out = 7) Block fc;
  }

  @Input(20)
  @Forward("return fc(x).max(1)[1]") // LINT: "return fc(x).max(1)[1]" [argmax-of-one] max runs along axis 1 of [N, 1], which has one value: the index is always 0; compare with a threshold instead, such as x > 0
  static class MaxOfOne {
    @Linear(in = 20, out = 1) Block fc;
  }

  /** Pairs on purpose: of the network's own tensors, and of inputs with an axis put in. */
  @Input(20)
  @Input(value = {}, name = "y", dtype = long.class)
  @Forward("""
      z = fc(x)
      d = (z.unsqueeze(1) - z.unsqueeze(0)).pow(2).sum(2)
      same = y.unsqueeze(1) == y
      q = (z ** 2).sum(1)
      e = q.view(-1, 1) + q
      return d * same, z.argmin(1), e
      """)
  static class Pairs {
    @Linear(in = 20, out = 7) Block fc;
  }
}
