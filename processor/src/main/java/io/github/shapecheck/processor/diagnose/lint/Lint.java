package io.github.shapecheck.processor.diagnose.lint;

/** Looks at one operation of a model that has no errors. */
@FunctionalInterface
interface Lint {
  /** Adds what people regret about the operation. */
  void check(Node node, Findings findings);
}
