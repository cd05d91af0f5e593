package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.LayerRule;
import io.github.shapecheck.processor.operation.Table;
import io.github.shapecheck.processor.operation.loss.AdaptiveSoftmax;
import io.github.shapecheck.processor.operation.loss.ClassLoss;
import io.github.shapecheck.processor.operation.loss.CtcLoss;
import io.github.shapecheck.processor.operation.loss.ElementLoss;
import io.github.shapecheck.processor.operation.loss.EmbeddingLoss;
import io.github.shapecheck.processor.operation.loss.GaussianLoss;
import io.github.shapecheck.processor.operation.loss.MarginLoss;

/** The losses, as layers and as functions. */
public final class LossTable {
  private static final String REDUCTION = "reduction='mean'";
  private static final String OLD = "size_average=None, reduce=None, ";
  private static final String LABELS = "input, target";

  private LossTable() {}

  static void fill(Table table) {
    elements(table);
    classes(table);
    pairs(table);
    table.layer(
        "CTCLoss",
        "blank=0, " + REDUCTION + ", zero_infinity:zeroInfinity=False",
        "log_probs, targets, input_lengths, target_lengths",
        new CtcLoss());
    table.function(
        "ctc_loss",
        "log_probs, targets, input_lengths, target_lengths, blank=0, "
            + REDUCTION
            + ", zero_infinity=False",
        new CtcLoss());
    table.layer(
        "AdaptiveLogSoftmaxWithLoss",
        "in_features:in, n_classes:classes, cutoffs, div_value:divValue=4.0,"
            + " head_bias:headBias=False",
        LABELS,
        new AdaptiveSoftmax());
  }

  private static void elements(Table table) {
    ElementLoss plain = new ElementLoss(ElementLoss.Kind.PLAIN);
    ElementLoss binary = new ElementLoss(ElementLoss.Kind.BINARY);
    layer(table, "L1Loss", REDUCTION, plain);
    function(table, "l1_loss", OLD + REDUCTION + ", weight=None", plain);
    layer(table, "MSELoss", REDUCTION, plain);
    function(table, "mse_loss", OLD + REDUCTION + ", weight=None", plain);
    layer(table, "SmoothL1Loss", REDUCTION + ", beta=1.0", plain);
    function(table, "smooth_l1_loss", OLD + REDUCTION + ", beta=1.0", plain);
    layer(table, "HuberLoss", REDUCTION + ", delta=1.0", plain);
    function(table, "huber_loss", REDUCTION + ", delta=1.0, weight=None", plain);
    ElementLoss divergence = new ElementLoss(ElementLoss.Kind.DIVERGENCE);
    layer(table, "KLDivLoss", REDUCTION + ", log_target:logTarget=False", divergence);
    function(table, "kl_div", OLD + REDUCTION + ", log_target=False", divergence);
    layer(table, "SoftMarginLoss", REDUCTION, plain);
    function(table, "soft_margin_loss", OLD + REDUCTION, plain);
    layer(table, "HingeEmbeddingLoss", "margin=1.0, " + REDUCTION, plain);
    function(table, "hinge_embedding_loss", "margin=1.0, " + OLD + REDUCTION, plain);
    String poisson = "log_input:logInput=True, full=False, ";
    layer(table, "PoissonNLLLoss", poisson + REDUCTION, plain);
    function(
        table,
        "poisson_nll_loss",
        "log_input=True, full=False, size_average=None, eps=1e-8, reduce=None, " + REDUCTION,
        plain);
    layer(table, "BCELoss", "weight=None, " + REDUCTION, binary);
    function(table, "binary_cross_entropy", "weight=None, " + OLD + REDUCTION, binary);
    layer(
        table,
        "BCEWithLogitsLoss",
        "weight=None, " + REDUCTION + ", pos_weight:posWeight=None",
        binary);
    function(
        table,
        "binary_cross_entropy_with_logits",
        "weight=None, " + OLD + REDUCTION + ", pos_weight=None",
        binary);
    ElementLoss rows = new ElementLoss(ElementLoss.Kind.CLASSES);
    layer(table, "MultiLabelSoftMarginLoss", "weight=None, " + REDUCTION, rows);
    function(table, "multilabel_soft_margin_loss", "weight=None, " + OLD + REDUCTION, rows);
  }

  private static void classes(Table table) {
    String ignored = "weight=None, ignore_index:ignoreIndex=-100, " + REDUCTION;
    String ignoredOld =
        "weight=None, size_average=None, ignore_index=-100, reduce=None, " + REDUCTION;
    String smoothing = ", label_smoothing:labelSmoothing=0.0";
    layer(table, "CrossEntropyLoss", ignored + smoothing, new ClassLoss(true));
    function(table, "cross_entropy", ignoredOld + ", label_smoothing=0.0", new ClassLoss(true));
    layer(table, "NLLLoss", ignored, new ClassLoss(false));
    function(table, "nll_loss", ignoredOld, new ClassLoss(false));
    layer(
        table,
        "MultiMarginLoss",
        "p=1, margin=1.0, weight=None, " + REDUCTION,
        new MarginLoss(false));
    function(
        table,
        "multi_margin_loss",
        "p=1, margin=1.0, weight=None, " + OLD + REDUCTION,
        new MarginLoss(false));
    layer(table, "MultiLabelMarginLoss", REDUCTION, new MarginLoss(true));
    function(table, "multilabel_margin_loss", OLD + REDUCTION, new MarginLoss(true));
  }

  private static void pairs(Table table) {
    String margin = "margin=0.0, ";
    String pair = "input1, input2, target";
    table.layer("MarginRankingLoss", margin + REDUCTION, pair, new EmbeddingLoss.Ranking());
    table.function(
        "margin_ranking_loss", pair + ", " + margin + OLD + REDUCTION, new EmbeddingLoss.Ranking());
    table.layer("CosineEmbeddingLoss", margin + REDUCTION, pair, new EmbeddingLoss.Cosine());
    table.function(
        "cosine_embedding_loss",
        pair + ", " + margin + OLD + REDUCTION,
        new EmbeddingLoss.Cosine());
    String triple = "anchor, positive, negative";
    EmbeddingLoss.Triplet triplet = new EmbeddingLoss.Triplet();
    table.layer(
        "TripletMarginLoss", "margin=1.0, p=2.0, swap=False, " + REDUCTION, triple, triplet);
    table.function(
        "triplet_margin_loss",
        triple + ", margin=1.0, p=2, eps=1e-6, swap=False, " + OLD + REDUCTION,
        triplet);
    table.layer(
        "TripletMarginWithDistanceLoss", "margin=1.0, swap=False, " + REDUCTION, triple, triplet);
    table.function(
        "triplet_margin_with_distance_loss",
        triple + ", *, distance_function=None, margin=1.0, swap=False, " + REDUCTION,
        triplet);
    String variance = "input, target, var";
    table.layer("GaussianNLLLoss", "full=False, " + REDUCTION, variance, new GaussianLoss());
    table.function(
        "gaussian_nll_loss", variance + ", full=False, eps=1e-6, " + REDUCTION, new GaussianLoss());
  }

  private static void layer(Table table, String name, String members, LayerRule rule) {
    table.layer(name, members, LABELS, rule);
  }

  private static void function(Table table, String name, String rest, LayerRule rule) {
    table.function(name, LABELS + ", " + rest, rule);
  }
}
