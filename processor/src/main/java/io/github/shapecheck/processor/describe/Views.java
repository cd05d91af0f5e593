package io.github.shapecheck.processor.describe;

import java.util.Set;

/** Knows which operations give their argument's memory under another shape. */
final class Views {
  private static final Set<String> NAMES =
      Set.of(
          "view",
          "view_as",
          "reshape",
          "flatten",
          "Flatten",
          "unflatten",
          "Unflatten",
          "squeeze",
          "unsqueeze",
          "transpose",
          "permute",
          "t",
          "T",
          "mT",
          "H",
          "mH",
          "movedim",
          "moveaxis",
          "swapaxes",
          "swapdims",
          "expand",
          "expand_as",
          "narrow",
          "select",
          "chunk",
          "split",
          "tensor_split",
          "unbind",
          "diagonal",
          "detach",
          "contiguous",
          "getitem",
          "Identity",
          "Dropout",
          "Dropout1d",
          "Dropout2d",
          "Dropout3d",
          "AlphaDropout",
          "FeatureAlphaDropout",
          "dropout",
          "dropout1d",
          "dropout2d",
          "dropout3d",
          "alpha_dropout",
          "feature_alpha_dropout",
          "stochastic_depth");

  private Views() {}

  static boolean contains(String op) {
    return NAMES.contains(op);
  }
}
