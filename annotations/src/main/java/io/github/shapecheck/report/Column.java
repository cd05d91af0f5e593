package io.github.shapecheck.report;

/** What a column of the table shows. */
public enum Column {
  /** The step's name, and its layer where that is another. */
  LAYER("Layer"),
  /** The layer's type or the function. */
  TYPE("Type"),
  /** Where the step reads from. */
  FROM("From"),
  /** The shape that comes out. */
  OUTPUT("Output"),
  /** The shapes of the weights. */
  WEIGHTS("Weights"),
  /** Trainable parameters. */
  PARAMS("Params"),
  /** Multiplications with additions, for one sample. */
  MACS("MACs"),
  /** The memory of the results, for one sample where only the batch is free. */
  MEMORY("Memory"),
  /** The size of the receptive field on the input. */
  FIELD("Field"),
  /** How the sizes come about. */
  DERIVATION("Derivation");

  private final String title;

  Column(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  boolean isNumber() {
    return this == PARAMS || this == MACS || this == MEMORY;
  }
}
