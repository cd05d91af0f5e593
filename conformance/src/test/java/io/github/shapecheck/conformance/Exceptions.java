package io.github.shapecheck.conformance;

import java.util.regex.Pattern;

/** Where PyTorch itself is at fault and we say what it should have said. */
final class Exceptions {
  private static final Pattern NEGATIVE = Pattern.compile(".*-\\d.*");

  private Exceptions() {}

  /** Why the sides may differ on a case, or null where they may not. */
  static String reason(Case question, Verdict torch, Verdict ours) {
    String layer = question.layer();
    boolean torchAccepts = torch instanceof Verdict.Accepted;
    boolean weRefuse = ours instanceof Verdict.Refused;
    String output = torch instanceof Verdict.Accepted accepted ? accepted.output() : "";
    if (torchAccepts && weRefuse && NEGATIVE.matcher(output).matches()) {
      return "it returns a tensor with a negative size";
    }
    if (torchAccepts && weRefuse && layer.startsWith("ConvTranspose")) {
      if (output.contains("[0, ")) {
        return "on an empty batch it looks neither at output padding nor at the output's size";
      }
      if (output.contains(" 0") || question.attributes().toString().contains("0")) {
        return "whether an output of size 0 or a dilation of 0 is refused depends on the library"
                   + " that computes it";
      }
    }
    if (torchAccepts
        && weRefuse
        && layer.startsWith("FractionalMaxPool")
        && question.numbers("k").stream().anyMatch(k -> k < 1)) {
      return "it pools over kernels of no or a negative size";
    }
    if (torchAccepts
        && weRefuse
        && NEGATIVE.matcher(question.attributes().toString()).matches()
        && layer.contains("Norm")) {
      return "it takes a negative number of channels where it makes no tensor of that size";
    }
    if (layer.startsWith("CircularPad")
        && question.numbers("value").stream().anyMatch(p -> p < 0)) {
      return "a negative pad fails in the copying, though the result has a size";
    }
    if (layer.equals("LocalResponseNorm")
        || layer.endsWith("Norm1d")
        || layer.endsWith("Norm2d")
        || layer.endsWith("Norm3d")) {
      return question.input(0).shape().contains(0L)
          ? "on an empty tensor it skips its checks or fails in them"
          : null;
    }
    if (torchAccepts && weRefuse && layer.equals("NLLLoss") && question.input(0).rank() == 1) {
      return "of as many labels as classes it reads the first alone";
    }
    if (layer.equals("PixelUnshuffle") && question.input(0).shape().contains(0L)) {
      return "an empty tensor comes back in its old shape";
    }
    if (layer.endsWith("Loss") && question.input(0).shape().contains(0L)) {
      return "without classes every label is out of bounds, which only its value tells";
    }
    if (torchAccepts && weRefuse && question.statement().contains("roll") && output.contains("0")) {
      return "an empty tensor is rolled along axes that it has not";
    }
    if (torchAccepts && weRefuse && question.statement().contains("scaled_dot_product_attention")) {
      return "it reads as many values as there are keys and leaves the others unread";
    }
    if (torchAccepts
        && weRefuse
        && NEGATIVE.matcher(question.statement()).matches()
        && question.statement().contains("repeat")) {
      return "an empty tensor is repeated a negative number of times";
    }
    return null;
  }
}
