package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.diagnose.propose.failure.Proposer;
import io.github.shapecheck.processor.diagnose.propose.input.InputShapes;
import io.github.shapecheck.processor.diagnose.propose.input.LabelEdits;
import io.github.shapecheck.processor.diagnose.propose.input.OtherInputs;
import io.github.shapecheck.processor.diagnose.propose.input.TensorEdits;
import io.github.shapecheck.processor.diagnose.propose.layer.DefaultEdits;
import io.github.shapecheck.processor.diagnose.propose.layer.ExchangeEdits;
import io.github.shapecheck.processor.diagnose.propose.layer.KindEdits;
import io.github.shapecheck.processor.diagnose.propose.layer.OtherNumbers;
import io.github.shapecheck.processor.diagnose.propose.layer.OtherWidths;
import io.github.shapecheck.processor.diagnose.propose.layer.ProducerEdits;
import io.github.shapecheck.processor.diagnose.propose.layer.RoundingEdits;
import io.github.shapecheck.processor.diagnose.propose.layer.WindowEdits;
import io.github.shapecheck.processor.diagnose.propose.layer.WithEdits;
import io.github.shapecheck.processor.diagnose.propose.line.ArgumentEdits;
import io.github.shapecheck.processor.diagnose.propose.line.BatchSizeEdits;
import io.github.shapecheck.processor.diagnose.propose.line.ClosingEdits;
import io.github.shapecheck.processor.diagnose.propose.line.EarlierEdits;
import io.github.shapecheck.processor.diagnose.propose.line.LiteralEdits;
import io.github.shapecheck.processor.diagnose.propose.line.LossEdits;
import io.github.shapecheck.processor.diagnose.propose.line.NumberEdits;
import io.github.shapecheck.processor.diagnose.propose.line.PatternEdits;
import io.github.shapecheck.processor.diagnose.propose.line.SourceEdits;
import io.github.shapecheck.processor.diagnose.propose.line.SpellingEdits;
import io.github.shapecheck.processor.diagnose.propose.line.SubscriptEdits;
import io.github.shapecheck.processor.diagnose.propose.line.UnpackEdits;
import io.github.shapecheck.processor.diagnose.propose.line.ViewEdits;
import io.github.shapecheck.processor.diagnose.propose.tensor.AdapterEdits;
import io.github.shapecheck.processor.diagnose.propose.tensor.AxisEdits;
import io.github.shapecheck.processor.diagnose.propose.tensor.FeatureEdits;
import io.github.shapecheck.processor.diagnose.propose.tensor.NormEdits;
import io.github.shapecheck.processor.diagnose.propose.tensor.OperandEdits;
import io.github.shapecheck.processor.diagnose.propose.tensor.PoolEdits;
import io.github.shapecheck.processor.diagnose.propose.tensor.RankEdits;
import io.github.shapecheck.processor.diagnose.propose.tensor.StateEdits;
import io.github.shapecheck.processor.diagnose.propose.tensor.TransposeEdits;
import io.github.shapecheck.processor.problem.ProblemId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The one table of proposers, in the order in which a colleague would think of their edits. */
final class Proposals {
  /** A number that is not what arrives, which another order of the axes may be. */
  private static final Set<ProblemId> WIDTHS =
      EnumSet.of(
          ProblemId.CONV_IN_CHANNELS,
          ProblemId.FEATURES,
          ProblemId.NORMALIZED_SHAPE,
          ProblemId.LINEAR_IN,
          ProblemId.RNN_INPUT,
          ProblemId.ATTENTION_EMBED);

  /** Several tensors that do not go together. */
  private static final Set<ProblemId> OPERANDS =
      EnumSet.of(ProblemId.CAT, ProblemId.BROADCAST, ProblemId.MATMUL, ProblemId.STACK);

  private static final Set<ProblemId> CHOICES =
      EnumSet.of(ProblemId.RANGE, ProblemId.ARGUMENT, ProblemId.POSITIVE);

  private static final Set<ProblemId> LABELS =
      EnumSet.of(
          ProblemId.DTYPE, ProblemId.LOSS_DTYPE, ProblemId.LOSS_SHAPE, ProblemId.LOSS_BROADCAST);

  /** A map that is too small for a window. */
  private static final Set<ProblemId> TOO_SMALL =
      EnumSet.of(ProblemId.KERNEL_TOO_BIG, ProblemId.OUTPUT_TOO_SMALL);

  /** Sizes that windows make, or that do not go together. */
  private static final Set<ProblemId> SIZES =
      and(TOO_SMALL, ProblemId.PAD_TOO_BIG, ProblemId.CAT, ProblemId.BROADCAST, ProblemId.EINOPS);

  /** Arguments that a call does not take, or lacks. */
  private static final Set<ProblemId> CALLS =
      EnumSet.of(
          ProblemId.UNKNOWN_ARGUMENT,
          ProblemId.MISSING_ARGUMENT,
          ProblemId.ARGUMENT_COUNT,
          ProblemId.NOT_CALLABLE);

  private static final Set<ProblemId> ALL = EnumSet.allOf(ProblemId.class);

  /** What a number in the forward text, or a shape on the way, may cure. */
  private static final Set<ProblemId> OF_STEPS = EnumSet.noneOf(ProblemId.class);

  static {
    ALL.remove(ProblemId.INT_OVERFLOW); // what the number should have been is lost
    ALL.remove(ProblemId.LIMIT); // what is too much has no near repair
    OF_STEPS.addAll(ALL);
    OF_STEPS.removeAll(CALLS);
    OF_STEPS.removeAll(
        EnumSet.of(
            ProblemId.SYNTAX,
            ProblemId.UNKNOWN_NAME,
            ProblemId.UNKNOWN_FUNCTION,
            ProblemId.MEMBER,
            ProblemId.WITH,
            ProblemId.SUBMODULE,
            ProblemId.RECURSION));
  }

  /** Of a width the rule says more than numbers near it. */
  private static final Set<ProblemId> OF_FITTING = without(OF_STEPS, WIDTHS);

  /** How labels or a mask are read, what images are too small: seldom other numbers' fault. */
  private static final Set<ProblemId> OF_USE =
      and(LABELS, ProblemId.ATTENTION_EMBED, ProblemId.KERNEL_TOO_BIG, ProblemId.OUTPUT_TOO_SMALL);

  private static final Proposal WELL_KNOWN =
      row(
          and(
              TOO_SMALL,
              ProblemId.CONV_IN_CHANNELS,
              ProblemId.LINEAR_IN,
              ProblemId.VIEW,
              ProblemId.LOSS_SHAPE,
              ProblemId.RANK),
          1,
          1,
          InputShapes::wellKnown);

  private static final Proposal SQUARED =
      row(and(TOO_SMALL, ProblemId.LINEAR_IN, ProblemId.VIEW), 1, 3, InputShapes::squared);

  private static final Proposal ADAPTER = row(OF_STEPS, 1, 1, AdapterEdits::of);

  /** Where samples were joined, all that comes later would keep them joined. */
  static final List<Proposal> OF_BATCH =
      List.of(
          row(OF_STEPS, 3, 3, EarlierEdits::ofBatch),
          row(OF_STEPS, 1, 1, PairEdits.with(EarlierEdits::ofBatch)));

  /** What changes the failing call, its layer or what it works on. */
  static final List<Proposal> NEAR =
      List.of(
          // What restores an idiom: a map is flattened before a Linear, a layer has its axes.
          row(EnumSet.of(ProblemId.LINEAR_IN), 1, 3, RankEdits::flattened),
          row(EnumSet.of(ProblemId.LINEAR_IN), 1, 1, FeatureEdits::mean),
          row(EnumSet.of(ProblemId.LINEAR_IN), 1, 1, PairEdits.with(FeatureEdits::flattened)),
          row(EnumSet.of(ProblemId.RANK, ProblemId.MEMBER_COUNT), 1, 3, KindEdits::of),
          row(and(LABELS, ProblemId.BROADCAST), 2, 3, InputShapes::likeAnother),
          row(EnumSet.of(ProblemId.CAT, ProblemId.VIEW), 1, 3, InputShapes::likeAnother),
          row(and(LABELS, ProblemId.RANK), 2, 3, LossEdits::of),
          row(LABELS, 1, 1, PairEdits.with(LossEdits::of)),
          row(and(LABELS, ProblemId.DIM_RANGE), 1, 3, SubscriptEdits::dropped),
          row(EnumSet.of(ProblemId.STATE), 1, 3, StateEdits::of),
          row(EnumSet.of(ProblemId.RANK), 1, 3, KindEdits::ofSequence),
          row(
              EnumSet.of(ProblemId.RANK, ProblemId.RNN_INPUT, ProblemId.LINEAR_IN),
              1,
              3,
              AxisEdits::added),
          row(EnumSet.of(ProblemId.RANK), 1, 3, AxisEdits::framewise),
          row(EnumSet.of(ProblemId.BROADCAST), 1, 3, SubscriptEdits::ofNextAxis),
          row(EnumSet.of(ProblemId.ATTENTION_EMBED), 1, 3, TransposeEdits::ofMasks),
          row(EnumSet.of(ProblemId.ATTENTION_EMBED), 1, 3, ProducerEdits::ofKeys),
          row(EnumSet.of(ProblemId.LINEAR_IN), 1, 3, StateEdits::ofLast),
          row(EnumSet.of(ProblemId.CONV_IN_CHANNELS), 1, 3, ProducerEdits::depthwise),
          row(EnumSet.of(ProblemId.DIVISIBLE), 2, 3, ProducerEdits::ofShuffle),
          row(and(OPERANDS, ProblemId.ATTENTION_EMBED), 1, 3, BatchSizeEdits::of),
          // The order of the axes.
          row(and(WIDTHS, ProblemId.RANK), 1, 3, TransposeEdits::undone),
          row(WIDTHS, 1, 3, EarlierEdits::ofLeft),
          row(WIDTHS, 1, 3, InputShapes::reordered),
          row(OF_STEPS, 1, 3, TransposeEdits::ofItself),
          row(EnumSet.of(ProblemId.MATMUL), 1, 3, TransposeEdits::of),
          row(WIDTHS, 1, 3, EarlierEdits::ofJoin),
          row(WIDTHS, 1, 3, AxisEdits::of),
          // A window that is unlike the others, an image of no usual size.
          row(without(OF_STEPS, EnumSet.of(ProblemId.FOLD_CUTS_AXIS)), 2, 3, WindowEdits::of),
          row(EnumSet.of(ProblemId.LINEAR_IN, ProblemId.LOSS_SHAPE), 1, 3, WindowEdits::ofBoth),
          row(EnumSet.of(ProblemId.DIM_RANGE), 2, 3, NumberEdits::of),
          row(OF_STEPS, 2, 3, LiteralEdits::unlikeOthers),
          row(TOO_SMALL, 1, 3, InputShapes::channelsFirst),
          row(TOO_SMALL, 1, 1, PairEdits.with(InputShapes::channelsFirst)),
          SQUARED,
          row(SIZES, 1, 3, InputShapes::powersOfTwo),
          row(and(OPERANDS, ProblemId.EINOPS), 1, 3, InputShapes::multiples),
          row(EnumSet.of(ProblemId.LINEAR_IN), 1, 3, InputShapes::ofOneCell),
          row(WIDTHS, 1, 3, ExchangeEdits::of),
          row(EnumSet.of(ProblemId.VIEW), 1, 3, ViewEdits::ofSameNumbers),
          // What the rule itself says of the numbers that contradict each other.
          row(ALL, 3, 3, failure -> failure.problem().repairs().stream()),
          row(WIDTHS, 1, 1, WithEdits::of),
          // Where a line of Python makes many layers, its number is wrong somewhere else.
          row(WIDTHS, 2, 1, SourceEdits::of),
          row(WIDTHS, 1, 1, SourceEdits::ofProducer),
          row(WIDTHS, 1, 1, PairEdits::ofSameNumber),
          row(WIDTHS, 1, 3, ProducerEdits::ofJoined),
          row(and(OPERANDS, ProblemId.VIEW), 1, 1, ProducerEdits::of),
          row(WIDTHS, 1, 2, ProducerEdits::of),
          // The line where it stands.
          row(EnumSet.of(ProblemId.EINOPS, ProblemId.EINSUM), 2, 3, PatternEdits::of),
          row(
              and(
                  OPERANDS,
                  ProblemId.EXPAND,
                  ProblemId.ATTENTION_EMBED,
                  ProblemId.EINSUM,
                  ProblemId.FEATURES,
                  ProblemId.VIEW),
              1,
              3,
              TensorEdits::of),
          row(
              EnumSet.of(
                  ProblemId.UNKNOWN_NAME,
                  ProblemId.UNKNOWN_FUNCTION,
                  ProblemId.ARGUMENT,
                  ProblemId.RANK),
              2,
              3,
              SpellingEdits::of),
          row(EnumSet.of(ProblemId.CAT), 1, 3, OperandEdits::padded),
          row(OF_STEPS, 2, 3, NumberEdits::of),
          row(EnumSet.of(ProblemId.SYNTAX), 2, 3, ClosingEdits::of),
          row(
              EnumSet.of(ProblemId.UNPACK, ProblemId.TUPLE, ProblemId.ARGUMENT),
              2,
              3,
              UnpackEdits::of),
          row(EnumSet.of(ProblemId.VIEW, ProblemId.FOLD_CUTS_AXIS), 1, 2, PoolEdits::mean),
          row(EnumSet.of(ProblemId.VIEW), 1, 1, PairEdits.with(ViewEdits::rows)),
          row(OF_STEPS, 2, 3, ViewEdits::of),
          row(EnumSet.of(ProblemId.VIEW, ProblemId.FOLD_CUTS_AXIS), 1, 3, ProducerEdits::ofRows),
          row(EnumSet.of(ProblemId.FOLD_CUTS_AXIS), 1, 3, WindowEdits::of),
          row(and(OPERANDS, ProblemId.VIEW, ProblemId.UNPACK), 1, 3, OtherWidths::of),
          row(and(OF_FITTING, ProblemId.ARGUMENT_COUNT), 2, 3, LiteralEdits::near),
          row(OPERANDS, 1, 3, RoundingEdits::of),
          row(and(OPERANDS, ProblemId.RANK), 1, 3, OperandEdits::of),
          row(and(CALLS, ProblemId.ARGUMENT, ProblemId.TUPLE), 1, 1, ArgumentEdits::of),
          row(EnumSet.of(ProblemId.RANGE), 1, 1, ArgumentEdits::of),
          row(EnumSet.of(ProblemId.INDEX), 1, 3, SubscriptEdits::ofIndex),
          row(EnumSet.of(ProblemId.INDEX, ProblemId.ZERO_SIZE), 2, 3, SubscriptEdits::of),
          // Other numbers in annotations.
          row(ALL, 2, 3, WithEdits::of),
          row(CHOICES, 1, 1, DefaultEdits::of),
          row(LABELS, 2, 3, LabelEdits::of),
          row(and(LABELS, ProblemId.BROADCAST), 1, 3, ProducerEdits::ofScores),
          row(OPERANDS, 1, 1, PairEdits.with(ProducerEdits::ofOperands)));

  /** What changes something before it. */
  static final List<Proposal> FAR =
      List.of(
          row(EnumSet.of(ProblemId.LINEAR_IN), 1, 2, PoolEdits::adaptive),
          row(EnumSet.of(ProblemId.LINEAR_IN, ProblemId.VIEW), 1, 2, OtherNumbers::ofKernel),
          // Another input, then other numbers on the way.
          row(OF_STEPS, 2, 3, OtherInputs::of),
          row(
              and(
                  WIDTHS,
                  ProblemId.RANK,
                  ProblemId.DIM_RANGE,
                  ProblemId.EINSUM,
                  ProblemId.CAT,
                  ProblemId.STATE),
              1,
              2,
              RankEdits::of),
          row(OPERANDS, 2, 3, OtherNumbers::of),
          row(OF_USE, 2, 2, OtherNumbers::of),
          row(without(OF_STEPS, OF_USE), 2, 3, OtherNumbers::of),
          row(and(OPERANDS, ProblemId.RANK), 1, 1, OperandEdits::cropped),
          row(OF_STEPS, 1, 3, EarlierEdits::of),
          row(WIDTHS, 1, 3, LiteralEdits::near),
          row(OF_STEPS, 1, 1, InputShapes::scaled),
          WELL_KNOWN,
          row(OF_STEPS, 1, 1, OtherInputs::tried));

  /** What changes the model's meaning, for want of better. */
  static final List<Proposal> OTHER_MEANING =
      List.of(
          row(EnumSet.of(ProblemId.VIEW), 1, 2, PoolEdits::of),
          row(EnumSet.of(ProblemId.UNPACK), 1, 1, RankEdits::ofInputs),
          row(OF_STEPS, 1, 1, NormEdits::of),
          ADAPTER);

  /** What may repair a problem and others with it, since it changes what they have in common. */
  static final List<Proposal> OF_SEVERAL = List.of(SQUARED, WELL_KNOWN, ADAPTER);

  private Proposals() {}

  private static Proposal row(Set<ProblemId> ids, int most, int enough, Proposer proposer) {
    return new Proposal(ids, most, enough, proposer);
  }

  private static Set<ProblemId> without(Set<ProblemId> ids, Set<ProblemId> others) {
    Set<ProblemId> rest = EnumSet.copyOf(ids);
    rest.removeAll(others);
    return rest;
  }

  private static Set<ProblemId> and(Set<ProblemId> ids, ProblemId... more) {
    Set<ProblemId> all = EnumSet.copyOf(ids);
    all.addAll(List.of(more));
    return all;
  }
}
