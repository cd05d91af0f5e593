package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks both sides about many cases of a kind and keeps the disagreements, shrunk. */
final class Comparison {
  /** So many different disagreements of a kind are enough to work on. */
  private static final int ENOUGH = 5;

  /** A case on which the sides differ. */
  record Disagreement(Case question, Verdict torch, Verdict ours) {
    @Override
    public String toString() {
      return question + "\n    LibTorch   " + torch + "\n    shapecheck " + ours;
    }
  }

  private Comparison() {}

  static List<Disagreement> of(Kind kind, long seed, int cases) {
    Dice dice = new Dice(seed * 31 + kind.name().hashCode());
    Map<String, Disagreement> found = new LinkedHashMap<>();
    for (int i = 0; i < cases && found.size() < ENOUGH; i++) {
      Case question = kind.next(dice);
      if (differs(kind, question)) {
        Case small = Shrinking.shrink(question, c -> stillDiffers(kind, c));
        Disagreement disagreement = new Disagreement(small, kind.judge(small), ours(small));
        found.putIfAbsent(reason(disagreement), disagreement);
      }
    }
    return new ArrayList<>(found.values());
  }

  private static boolean differs(Kind kind, Case question) {
    Verdict torch = kind.judge(question);
    Verdict ours = ours(question);
    return !torch.agrees(ours) && Exceptions.reason(question, torch, ours) == null;
  }

  /** A smaller case without a member that it needs is no case. */
  private static boolean stillDiffers(Kind kind, Case smaller) {
    try {
      return differs(kind, smaller);
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** A checker that throws is wrong whatever LibTorch says. */
  private static Verdict ours(Case question) {
    try {
      return Shapecheck.judge(question);
    } catch (RuntimeException e) {
      return new Verdict.Accepted("threw " + e, Map.of());
    }
  }

  /** Two disagreements with the same reason are one. */
  private static String reason(Disagreement found) {
    String why =
        (found.torch() instanceof Verdict.Refused refused ? refused.why() : "accepted")
            + "|"
            + (found.ours() instanceof Verdict.Refused refused ? refused.why() : "accepted");
    return why.replaceAll("-?\\d+", "#");
  }
}
