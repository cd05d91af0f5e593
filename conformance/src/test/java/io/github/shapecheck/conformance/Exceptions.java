package io.github.shapecheck.conformance;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Where PyTorch itself is at fault and we say what it should have said. */
final class Exceptions {
  private static final Pattern NEGATIVE = Pattern.compile(".*-\\d.*");

  /** Both sides of a case. */
  private record Answers(Case question, Verdict torch, Verdict ours) {
    boolean onlyWeRefuse() {
      return torch instanceof Verdict.Accepted && ours instanceof Verdict.Refused;
    }

    boolean isLayer(String pattern) {
      return question.layer().matches(pattern);
    }

    boolean says(String word) {
      return question.statement().contains(word);
    }

    boolean isEmpty() {
      return question.input(0).shape().contains(0L);
    }

    boolean outputHas(String pattern) {
      return torch instanceof Verdict.Accepted accepted && accepted.output().matches(pattern);
    }
  }

  private record Fault(String reason, Predicate<Answers> where) {}

  private static final List<Fault> FAULTS =
      List.of(
          new Fault(
              "It returns a tensor with a negative size (MaxUnpool).",
              a -> a.onlyWeRefuse() && a.outputHas(NEGATIVE.pattern())),
          new Fault(
              "Whether a transposed convolution may give a size of 0 depends on the library that"
                  + " computes it.",
              a ->
                  a.onlyWeRefuse()
                      && (a.isLayer("ConvTranspose.*") || a.says("conv_transpose"))
                      && a.outputHas(".*\\b0\\b.*")),
          new Fault(
              "So does whether its dilation may be 0.",
              a ->
                  a.onlyWeRefuse()
                      && a.isLayer("ConvTranspose.*")
                      && zeroOrLess(a.question(), "d")),
          new Fault(
              "FractionalMaxPool takes kernels of no or a negative size.",
              a ->
                  a.onlyWeRefuse()
                      && a.isLayer("FractionalMaxPool.*")
                      && zeroOrLess(a.question(), "k")),
          new Fault(
              "A circular pad copies places over themselves, which it notices for some layouts.",
              a ->
                  a.torch() instanceof Verdict.Refused refused
                      && refused.why().contains("refer to a single memory location")),
          new Fault(
              "Norms take a negative number of channels where they make no tensor of that size.",
              a ->
                  a.onlyWeRefuse()
                      && a.isLayer("(Batch|Group)Norm.*")
                      && !a.question().flag("affine", true)
                      && NEGATIVE.matcher("" + a.question().attributes()).matches()),
          new Fault(
              "LocalResponseNorm gives an empty tensor back without a look at its number.",
              a ->
                  a.onlyWeRefuse()
                      && a.isLayer("LocalResponseNorm")
                      && a.isEmpty()
                      && a.question().number("value", 0) < 1),
          new Fault(
              "as_strided takes a negative size beside an empty axis.",
              a -> a.onlyWeRefuse() && a.says("as_strided") && a.outputHas(".*\\b0\\b.*")),
          new Fault(
              "istft counts a negative length from the end.",
              a -> a.onlyWeRefuse() && a.says("length=-")),
          new Fault(
              "NLLLoss reads the first of as many labels as there are classes and leaves the others"
                  + " unread.",
              a -> a.onlyWeRefuse() && a.isLayer("NLLLoss") && a.question().input(0).rank() == 1),
          new Fault(
              "scaled_dot_product_attention reads as many values as there are keys and leaves the"
                  + " others unread.",
              a -> a.onlyWeRefuse() && a.says("scaled_dot_product_attention")));

  private Exceptions() {}

  private static boolean zeroOrLess(Case question, String member) {
    return question.has(member) && question.numbers(member).stream().anyMatch(k -> k < 1);
  }

  /** Why the sides may differ on a case, or null where they may not. */
  static String reason(Case question, Verdict torch, Verdict ours) {
    if (question.inputs().isEmpty()) {
      return null;
    }
    Answers answers = new Answers(question, torch, ours);
    return FAULTS.stream()
        .filter(f -> f.where().test(answers))
        .map(Fault::reason)
        .findFirst()
        .orElse(null);
  }
}
