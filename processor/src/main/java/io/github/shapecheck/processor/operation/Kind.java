package io.github.shapecheck.processor.operation;

/** What the other rooms need to know of an operation; operations of one kind differ in numbers. */
public enum Kind {
  /** Sums, products, comparisons and choices of elements at the same place. */
  ARITHMETIC(Sees.ELEMENTS, Memory.UNKNOWN),
  /** A function of every element alone. */
  ELEMENTWISE(Sees.ELEMENTS, Memory.UNKNOWN),
  ACTIVATION(Sees.ELEMENTS, Memory.UNKNOWN),
  RECTIFIER(Sees.ELEMENTS, Memory.UNKNOWN),
  SIGMOID(Sees.ELEMENTS, Memory.UNKNOWN),
  SOFTMAX(Sees.NAMED_AXES, Memory.IN_ORDER),
  LOG_SOFTMAX(Sees.NAMED_AXES, Memory.IN_ORDER),
  /** Gives its input in evaluation. */
  DROPOUT(Sees.ELEMENTS, Memory.VIEW, Training.DROPS),
  /** Gives its input. */
  IDENTITY(Sees.ELEMENTS, Memory.VIEW),
  /** The same values in another type or place; the operand itself where that changes nothing. */
  CAST(Sees.ELEMENTS, Memory.UNKNOWN),
  /** The same values in order; the operand itself where they are. */
  CONTIGUOUS(Sees.ELEMENTS, Memory.VIEW),
  /** The same values in a place of their own. */
  COPY(Sees.ELEMENTS, Memory.UNKNOWN),

  CONVOLUTION(Sees.WINDOWS, Memory.AS_READ),
  TRANSPOSED_CONVOLUTION(Sees.WRITING_WINDOWS, Memory.AS_READ),
  POOL(Sees.WINDOWS, Memory.AS_READ),
  ADAPTIVE_POOL(Sees.EVEN_PARTS, Memory.AS_READ),
  /** A pool over windows of other sizes than its kernel. */
  FRACTIONAL_POOL(Sees.NOTHING_KNOWN, Memory.UNKNOWN),
  UNPOOL(Sees.WRITING_WINDOWS, Memory.UNKNOWN),
  UNFOLD(Sees.NOTHING_KNOWN, Memory.UNKNOWN),
  RESIZE(Sees.ENLARGED, Memory.UNKNOWN),
  PIXEL_SHUFFLE(Sees.ENLARGED, Memory.UNKNOWN),
  PIXEL_UNSHUFFLE(Sees.SHRUNK, Memory.UNKNOWN),
  PAD(Sees.SHIFTED, Memory.UNKNOWN),

  /** Over batch and map, in training by the batch's own mean. */
  BATCH_NORM(Sees.ELEMENTS, Memory.AS_READ, Training.BATCH_STATISTICS),
  INSTANCE_NORM(Sees.ELEMENTS, Memory.UNKNOWN),
  GROUP_NORM(Sees.ELEMENTS, Memory.AS_READ),
  LAYER_NORM(Sees.ELEMENTS, Memory.IN_ORDER),
  /** Divides by a size without taking a mean away. */
  SCALE_NORM(Sees.ELEMENTS, Memory.UNKNOWN),

  LINEAR(Sees.LAST_AXIS, Memory.AS_READ),
  BILINEAR(Sees.LAST_AXIS, Memory.UNKNOWN),
  EMBEDDING(Sees.ELEMENTS, Memory.IN_ORDER),
  /** A product of matrices. */
  PRODUCT(Sees.ALL, Memory.STACKS),
  /** Another sum over products of what several tensors hold. */
  CONTRACTION(Sees.ALL, Memory.UNKNOWN),
  RECURRENT(Sees.ALL, Memory.UNKNOWN),
  ATTENTION(Sees.ALL, Memory.UNKNOWN),
  TRANSFORMER(Sees.ALL, Memory.UNKNOWN),

  LOSS(Sees.ELEMENTS, Memory.UNKNOWN),
  /** A loss of scores of classes, which it makes probabilities of. */
  CROSS_ENTROPY(Sees.ELEMENTS, Memory.UNKNOWN),
  /** A loss of scores, which it makes probabilities of one by one. */
  SCORE_LOSS(Sees.ELEMENTS, Memory.UNKNOWN),
  /** A loss of probabilities. */
  PROBABILITY_LOSS(Sees.ELEMENTS, Memory.UNKNOWN),
  /** A loss of logarithms of probabilities. */
  LOG_PROBABILITY_LOSS(Sees.ELEMENTS, Memory.UNKNOWN),

  /** Axes merged, split and moved at once, reduced or repeated. */
  REARRANGE(Sees.NOTHING_KNOWN, Memory.UNKNOWN),
  RESHAPE(Sees.REGROUPED, Memory.VIEW),
  FLATTEN(Sees.REGROUPED, Memory.VIEW),
  UNFLATTEN(Sees.REGROUPED, Memory.VIEW),
  SQUEEZE(Sees.REGROUPED, Memory.VIEW),
  UNSQUEEZE(Sees.REGROUPED, Memory.VIEW),
  /** Axes in another order. */
  PERMUTE(Sees.MOVED_AXES, Memory.VIEW),
  EXPAND(Sees.ELEMENTS, Memory.VIEW),
  SPLIT(Sees.ELEMENTS, Memory.VIEW),
  JOIN(Sees.ALIGNED, Memory.AS_READ),
  STACK(Sees.ELEMENTS, Memory.AS_READ),
  SUBSCRIPT(Sees.PLACES, Memory.VIEW),
  /** A part of an axis. */
  SELECT(Sees.ELEMENTS, Memory.VIEW),
  /** Values at places that other values name. */
  GATHER(Sees.ALL, Memory.UNKNOWN),

  REDUCTION(Sees.REDUCED, Memory.AS_READ),
  /** The largest or smallest value or its place. */
  EXTREME(Sees.REDUCED, Memory.UNKNOWN),
  /** Along an axis, which stays. */
  ALONG_AXIS(Sees.NAMED_AXES, Memory.UNKNOWN),
  SPECTRUM(Sees.ALL, Memory.UNKNOWN),
  CREATION(Sees.ELEMENTS, Memory.IN_ORDER),
  /** A size of its operand, or all of them. */
  SIZE(Sees.NOTHING_KNOWN, Memory.UNKNOWN),
  OTHER(Sees.ELEMENTS, Memory.UNKNOWN);

  private final Sees sees;
  private final Memory memory;
  private final Training training;

  Kind(Sees sees, Memory memory) {
    this(sees, memory, Training.ALIKE);
  }

  Kind(Sees sees, Memory memory, Training training) {
    this.sees = sees;
    this.memory = memory;
    this.training = training;
  }

  /** Whether it is a convolution, transposed or not. */
  public boolean isConvolution() {
    return this == CONVOLUTION || this == TRANSPOSED_CONVOLUTION;
  }

  /** Whether it gives the very values of its operand. */
  public boolean isSame() {
    return this == IDENTITY || this == COPY || mayGiveOperand();
  }

  /** Whether the result has the values of its operand and no others, on whatever axes. */
  public boolean keepsValues() {
    return isSame()
        || sees == Sees.REGROUPED
        || sees == Sees.MOVED_AXES
        || this == EXPAND
        || this == STACK;
  }

  /** Whether it gives its operand itself where that is already what is asked for. */
  public boolean mayGiveOperand() {
    return this == CAST || this == CONTIGUOUS;
  }

  public boolean isNorm() {
    return switch (this) {
      case BATCH_NORM, INSTANCE_NORM, GROUP_NORM, LAYER_NORM, SCALE_NORM -> true;
      default -> false;
    };
  }

  /** Whether it compares an output with labels. */
  public boolean isLoss() {
    return switch (this) {
      case LOSS, CROSS_ENTROPY, SCORE_LOSS, PROBABILITY_LOSS, LOG_PROBABILITY_LOSS -> true;
      default -> false;
    };
  }

  /** What a value of the result sees of the operands. */
  public Sees sees() {
    return sees;
  }

  /** Where the result lies. */
  public Memory memory() {
    return memory;
  }

  /** How training differs from evaluation. */
  public Training training() {
    return training;
  }

  /** Whether a feature map stays one, of as many channels. */
  public boolean keepsMaps() {
    return switch (this) {
      case RECTIFIER,
          ACTIVATION,
          SIGMOID,
          DROPOUT,
          IDENTITY,
          BATCH_NORM,
          INSTANCE_NORM,
          GROUP_NORM ->
          true;
      default -> false;
    };
  }

  /** How a value of the result depends on places of the operands. */
  public enum Sees {
    /** The values at its own place. */
    ELEMENTS,
    /** As {@link #ELEMENTS}, where operands may differ in size along an axis. */
    ALIGNED,
    /** The cells of the call's windows. */
    WINDOWS,
    /** The cells whose windows write to its place. */
    WRITING_WINDOWS,
    /** One of as many even parts as the result has cells. */
    EVEN_PARTS,
    /** Neighbours in a map of fewer cells. */
    ENLARGED,
    /** A block of cells that went into channels. */
    SHRUNK,
    /** The same place of an axis that begins elsewhere. */
    SHIFTED,
    /** The same values, axes merged or split. */
    REGROUPED,
    /** The same values, axes in the order that the call tells. */
    MOVED_AXES,
    /** The places that a subscript names. */
    PLACES,
    /** All along the last axis. */
    LAST_AXIS,
    /** All along the axes that {@code dim} names. */
    NAMED_AXES,
    /** All along the axes that {@code dim} names and takes away. */
    REDUCED,
    /** Everything. */
    ALL,
    /** It cannot be told. */
    NOTHING_KNOWN
  }

  /** What an operation does in training otherwise than in evaluation. */
  public enum Training {
    /** Nothing that a shape or another layer depends on. */
    ALIKE,
    /** Strikes values out, which in evaluation pass as they are. */
    DROPS,
    /** Normalizes by the mean and variance of the batch itself, which must have several values. */
    BATCH_STATISTICS
  }

  /** Where a result lies, rule layout-2; what a rule says of its own result goes before. */
  public enum Memory {
    /** In its operand's place. */
    VIEW,
    /** In a place of its own and in order, in whatever order the operands are. */
    IN_ORDER,
    /** In order where the operands are. */
    AS_READ,
    /** As {@link #AS_READ}; products of stacks of matrices always in order. */
    STACKS,
    /** In a place of its own, in an order that is not promised. */
    UNKNOWN
  }
}
