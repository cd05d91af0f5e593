package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Origin;

/**
 * A limit that the user set with {@code @Budget}.
 *
 * @param cost what is limited
 * @param most the largest number allowed
 */
public record BudgetDeclaration(Cost cost, long most, Origin origin) {
  /** What a model may be limited in. */
  public enum Cost {
    PARAMS("params", "parameters"),
    MACS("macs", "MACs per sample"),
    ACTIVATION_BYTES("activationBytes", "bytes of activations per sample"),
    RECEPTIVE_FIELD("receptiveField", "input positions in its largest receptive field");

    private final String member;
    private final String unit;

    Cost(String member, String unit) {
      this.member = member;
      this.unit = unit;
    }

    /** The annotation's member. */
    public String member() {
      return member;
    }

    /** What is counted, in words. */
    public String unit() {
      return unit;
    }
  }
}
