package io.github.shapecheck.conformance;

import java.util.function.Function;

/** One layer or function under test: how cases are drawn, and how LibTorch is asked. */
record Kind(String name, Function<Dice, Case> draw, Oracle oracle) {

  /** Asks LibTorch; a refusal is thrown. */
  interface Oracle {
    Verdict ask(Case question);
  }

  /** Draws a case, half of them moved off by one change. */
  Case next(Dice dice) {
    Case drawn = draw.apply(dice);
    return dice.chance(0.35) ? Mutation.of(drawn, dice) : drawn;
  }

  /** LibTorch's verdict. */
  Verdict judge(Case question) {
    return LibTorch.judge(this, question);
  }
}
