package io.github.shapecheck.processor.diagnose.lint.flow;

/** Looks at one operation of a model that has no errors. */
@FunctionalInterface
public interface Lint {
  /** Adds what people regret about the operation. */
  void check(Node node, Findings findings);
}
