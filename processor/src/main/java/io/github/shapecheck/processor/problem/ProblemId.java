package io.github.shapecheck.processor.problem;

import java.util.Locale;

/**
 * The table of what can be wrong: each row's id, by name, and its severity. Each has a section in
 * docs/errors.md.
 */
public enum ProblemId {
  // Numbers of a layer that do not fit what arrives.
  LINEAR_IN,
  CONV_IN_CHANNELS,
  FEATURES,
  NORMALIZED_SHAPE,
  RNN_INPUT,
  ATTENTION_EMBED,
  KERNEL_TOO_BIG,
  OUTPUT_TOO_SMALL,
  PAD_TOO_BIG,
  RANK,
  OUTPUT,
  DTYPE,
  UNPOOL_SIZE,
  FOLD_SIZE,
  ZERO_SIZE,

  // Numbers of a layer that contradict each other.
  CONV_GROUPS,
  CONV_SAME_STRIDE,
  POOL_PADDING,
  OUTPUT_PADDING,
  HEADS,
  DIVISIBLE,
  POSITIVE,
  RANGE,

  // The forward pass.
  SYNTAX,
  UNKNOWN_NAME,
  UNKNOWN_FUNCTION,
  UNKNOWN_ARGUMENT,
  MISSING_ARGUMENT,
  ARGUMENT,
  ARGUMENT_COUNT,
  TUPLE,
  UNPACK,
  NOT_CALLABLE,
  DIM_RANGE,
  INDEX_RANGE,
  RAISES,
  WAYS_DIFFER,
  LIMIT,

  // Tensors that do not fit each other.
  VIEW,
  FOLD_CUTS_AXIS,
  EXPAND,
  BROADCAST,
  CAT,
  STACK,
  MATMUL,
  EINSUM,
  EINOPS,
  SPLIT,
  INDEX,
  STATE,

  // Losses and labels.
  LOSS_SHAPE,
  LOSS_DTYPE,
  LOSS_BROADCAST,

  // Declarations.
  INPUT,
  NO_INPUT(Severity.WARNING),
  UNCHECKED(Severity.WARNING),
  EMPTY_MODEL,
  MEMBER,
  MEMBER_COUNT,
  INT_OVERFLOW,
  SIZE_OVERFLOW,
  WHERE,
  WITH,
  SUBMODULE,
  RECURSION,
  BUDGET,
  LOCK,
  WEIGHTS,
  REPORT,
  INTERNAL,

  // What PyTorch accepts but people regret.
  DROPPED_BORDER(Severity.LINT),
  BIAS_BEFORE_NORM(Severity.LINT),
  RNN_DROPOUT(Severity.LINT),
  BATCH_AS_TIME(Severity.LINT),
  SOFTMAX_BEFORE_LOSS(Severity.LINT),
  HAND_LOSS_BROADCAST(Severity.LINT),
  ARGMAX_OF_ONE(Severity.LINT),
  LINEAR_LINEAR(Severity.LINT),
  UNUSED_LAYER(Severity.LINT),
  UNUSED_VALUE(Severity.LINT),
  LINEAR_ON_MAP(Severity.LINT),
  KERNEL_IN_PADDING(Severity.LINT),
  RECEPTIVE_FIELD(Severity.LINT),
  BATCH_OF_ONE(Severity.LINT),
  SQUEEZE_BATCH(Severity.LINT),
  ROWS_PER_SAMPLE(Severity.LINT),
  STRIDE_GAP(Severity.LINT),
  ADAPTIVE_REPEATS(Severity.LINT),
  UNPOOL_PLACES(Severity.LINT),
  EMPTY_SELECTION(Severity.LINT),
  NORM_OF_ONE(Severity.LINT),
  CHANNEL_DROPOUT(Severity.LINT),
  VIEW_AS_TRANSPOSE(Severity.LINT),
  SOFTMAX_OVER_BATCH(Severity.LINT),
  SOFTMAX_OF_ONE(Severity.LINT),
  LOGITS_IN_LOSS(Severity.LINT),
  RELU_BEFORE_LOSS(Severity.LINT),
  DROPOUT_ON_SCORES(Severity.LINT);

  public enum Severity {
    /** PyTorch refuses it. */
    ERROR,
    /** Nothing refuses it, but nothing checks it either. */
    WARNING,
    /** PyTorch accepts it; the user may silence it. */
    LINT
  }

  private final Severity severity;
  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  ProblemId() {
    this(Severity.ERROR);
  }

  ProblemId(Severity severity) {
    this.severity = severity;
  }

  /** The stable id, {@code linear-in} for instance. */
  public String id() {
    return id;
  }

  public Severity severity() {
    return severity;
  }

  /** Whether PyTorch refuses it. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
