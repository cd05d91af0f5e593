package io.github.shapecheck.processor.operation.loss;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;

/** Losses and distances. */
public final class Losses implements Family {
  @Override
  public String signatures() {
    return """
        l1_loss|mse_loss(input, target, size_average=None, reduce=None, reduction='mean',
              weight=None)
          nn.L1Loss|nn.MSELoss|nn.SoftMarginLoss(reduction='mean')(input, target)
          smooth_l1_loss(input, target, size_average=None, reduce=None, reduction='mean', beta=1.0)
          nn.SmoothL1Loss(reduction='mean', beta=1.0)(input, target)
          huber_loss(input, target, reduction='mean', delta=1.0, weight=None)
          nn.HuberLoss(reduction='mean', delta=1.0)(input, target)
          soft_margin_loss(input, target, size_average=None, reduce=None, reduction='mean')
          hinge_embedding_loss(input, target, margin=1.0, size_average=None, reduce=None,
              reduction='mean')
          nn.HingeEmbeddingLoss(margin=1.0, reduction='mean')(input, target)
          poisson_nll_loss(input, target, log_input=True, full=False, size_average=None, eps=1e-8,
              reduce=None, reduction='mean')
          nn.PoissonNLLLoss(log_input:logInput=True, full=False, eps=1e-8,
              reduction='mean')(input, target)
        kl_div(input, target, size_average=None, reduce=None, reduction='mean', log_target=False)
          nn.KLDivLoss(reduction='mean', log_target:logTarget=False)(input, target)
        binary_cross_entropy(input, target, weight=None, size_average=None, reduce=None,
              reduction='mean')
          nn.BCELoss(weight=None, reduction='mean')(input, target)
        binary_cross_entropy_with_logits(input, target, weight=None, size_average=None,
              reduce=None, reduction='mean', pos_weight=None)
          nn.BCEWithLogitsLoss(weight=None, reduction='mean', pos_weight:posWeight=None)(input,
              target)
        multilabel_soft_margin_loss(input, target, weight=None, size_average=None, reduce=None,
              reduction='mean')
          nn.MultiLabelSoftMarginLoss(weight=None, reduction='mean')(input, target)
        cross_entropy(input, target, weight=None, size_average=None, ignore_index=-100,
              reduce=None, reduction='mean', label_smoothing=0.0)
          nn.CrossEntropyLoss(weight=None, ignore_index:ignoreIndex=-100, reduction='mean',
              label_smoothing:labelSmoothing=0.0)(input, target)
        nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None,
              reduction='mean')
          nn.NLLLoss(weight=None, ignore_index:ignoreIndex=-100, reduction='mean')(input, target)
        multi_margin_loss(input, target, p=1, margin=1.0, weight=None, size_average=None,
              reduce=None, reduction='mean')
          nn.MultiMarginLoss(p=1, margin=1.0, weight=None, reduction='mean')(input, target)
        multilabel_margin_loss(input, target, size_average=None, reduce=None, reduction='mean')
          nn.MultiLabelMarginLoss(reduction='mean')(input, target)
        margin_ranking_loss(input1, input2, target, margin=0.0, size_average=None, reduce=None,
              reduction='mean')
          nn.MarginRankingLoss(margin=0.0, reduction='mean')(input1, input2, target)
        cosine_embedding_loss(input1, input2, target, margin=0.0, size_average=None, reduce=None,
              reduction='mean')
          nn.CosineEmbeddingLoss(margin=0.0, reduction='mean')(input1, input2, target)
        triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False,
              size_average=None, reduce=None, reduction='mean')
          nn.TripletMarginLoss(margin=1.0, p=2.0, eps=1e-6, swap=False, reduction='mean')(anchor,
              positive, negative)
          triplet_margin_with_distance_loss(anchor, positive, negative, *, distance_function=None,
              margin=1.0, swap=False, reduction='mean')
          nn.TripletMarginWithDistanceLoss(margin=1.0, swap=False, reduction='mean')(anchor,
              positive, negative)
        gaussian_nll_loss(input, target, var, full=False, eps=1e-6, reduction='mean')
          nn.GaussianNLLLoss(full=False, eps=1e-6, reduction='mean')(input, target, var)
        ctc_loss(log_probs, targets, input_lengths, target_lengths, blank=0, reduction='mean',
              zero_infinity=False)
          nn.CTCLoss(blank=0, reduction='mean', zero_infinity:zeroInfinity=False)(log_probs,
              targets, input_lengths, target_lengths)
        nn.AdaptiveLogSoftmaxWithLoss(in_features:in, n_classes:classes, cutoffs,
              div_value:divValue=4.0, head_bias:headBias=False)(input, target)
        cosine_similarity(x1, x2, dim=1, eps=1e-8)
          nn.CosineSimilarity(dim=1, eps=1e-8)(x1, x2)
        pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False)
          nn.PairwiseDistance(p=2.0, eps=1e-6, keepdim=False, dim=-1)(x1, x2)
        """;
  }

  @Override
  public Operation operation(String name) {
    return switch (name) {
      case "l1_loss" -> new Operation(name, Kind.LOSS, new ElementLoss(ElementLoss.Kind.PLAIN));
      case "kl_div" ->
          new Operation(
              name, Kind.LOG_PROBABILITY_LOSS, new ElementLoss(ElementLoss.Kind.DIVERGENCE));
      case "binary_cross_entropy" ->
          new Operation(name, Kind.PROBABILITY_LOSS, new ElementLoss(ElementLoss.Kind.BINARY));
      case "binary_cross_entropy_with_logits" ->
          new Operation(name, Kind.SCORE_LOSS, new ElementLoss(ElementLoss.Kind.BINARY));
      case "multilabel_soft_margin_loss" ->
          new Operation(name, Kind.LOSS, new ElementLoss(ElementLoss.Kind.CLASSES));
      case "cross_entropy" -> new Operation(name, Kind.CROSS_ENTROPY, new ClassLoss(true));
      case "nll_loss" -> new Operation(name, Kind.LOG_PROBABILITY_LOSS, new ClassLoss(false));
      case "multi_margin_loss" -> new Operation(name, Kind.LOSS, new MarginLoss(false));
      case "multilabel_margin_loss" -> new Operation(name, Kind.LOSS, new MarginLoss(true));
      case "margin_ranking_loss" -> new Operation(name, Kind.LOSS, new EmbeddingLoss.Ranking());
      case "cosine_embedding_loss" -> new Operation(name, Kind.LOSS, new EmbeddingLoss.Cosine());
      case "triplet_margin_loss" -> new Operation(name, Kind.LOSS, new EmbeddingLoss.Triplet());
      case "gaussian_nll_loss" -> new Operation(name, Kind.LOSS, new GaussianLoss());
      case "ctc_loss" -> new Operation(name, Kind.LOSS, new CtcLoss());
      case "nn.AdaptiveLogSoftmaxWithLoss" -> new Operation(name, Kind.LOSS, new AdaptiveSoftmax());
      case "cosine_similarity" -> new Operation(name, Kind.OTHER, new Distance(true));
      case "pairwise_distance" -> new Operation(name, Kind.OTHER, new Distance(false));
      default -> throw new IllegalArgumentException(name);
    };
  }
}
