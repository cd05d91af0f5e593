package io.github.shapecheck.processor.diagnose.lint.flow;

/** Looks at a model that has no errors as a whole. */
@FunctionalInterface
public interface ModelLint {
  /** Adds what people regret about the model. */
  void check(Flow flow, Findings findings);
}
