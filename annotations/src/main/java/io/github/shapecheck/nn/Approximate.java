package io.github.shapecheck.nn;

/** How {@link GELU} is computed. */
public enum Approximate {
  /** Exactly. */
  NONE,

  /** With a hyperbolic tangent. */
  TANH
}
