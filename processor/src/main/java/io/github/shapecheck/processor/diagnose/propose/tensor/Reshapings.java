package io.github.shapecheck.processor.diagnose.propose.tensor;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts that give a tensor the shape of another one, likely ones first.
 *
 * @param text the tensor's
 * @param other the text of the one that it has to fit
 */
record Reshapings(String text, Shape shape, String other, Shape wanted) {
  private static final int CHANNELS = 1;
  private static final int MOST_PADDED = 3;
  private static final Dim ONE = Dim.of(1);

  /** Expressions to try. */
  List<String> all() {
    return shape.rank() == wanted.rank() ? resized() : ranked();
  }

  /** With one axis more or less. */
  private List<String> ranked() {
    int missing = wanted.rank() - shape.rank();
    if (missing == 1) {
      return List.of(text + ".unsqueeze(1)", text + ".unsqueeze(-1)", text + ".unsqueeze(0)");
    }
    if (missing > 1) {
      String ones = ", None".repeat(missing);
      return List.of(text + "[" + ":, ".repeat(shape.rank()).replaceAll(", $", "") + ones + "]");
    }
    if (isGridOf(wanted)) {
      return List.of(text + ".flatten(2).transpose(1, 2)", text + ".flatten(2)");
    }
    return missing == -1
        ? List.of(text + ".squeeze(1)", text + ".squeeze(-1)", text + "[:, -1]", text + "[-1]")
        : List.of();
  }

  /** Whether a row of places is wanted of what has them as a map, as of patches. */
  private boolean isGridOf(Shape row) {
    if (shape.rank() < 4 || row.rank() != 3 || !shape.isKnown()) {
      return false;
    }
    return row.dims().contains(Shape.of(shape.dims().subList(2, shape.rank())).numel());
  }

  private List<String> resized() {
    List<String> texts = new ArrayList<>();
    if (shape.rank() > 1 && shape.dim(0).equals(ONE) && !wanted.dim(0).equals(ONE)) {
      texts.add(text + ".expand(" + other + ".shape[0]" + ", -1".repeat(shape.rank() - 1) + ")");
    }
    if (shape.rank() < 4) {
      if (!shape.dim(0).equals(InputDeclaration.BATCH)) {
        cropped().ifPresent(texts::add); // a table of more places than there are
      }
      if (shape.rank() == 3 && differs(1) && differs(2)) {
        texts.add(text + ".transpose(1, 2)");
      }
      if (shape.rank() == 3 && shape.dim(1).equals(InputDeclaration.BATCH)) {
        texts.add(text + "[-1].unsqueeze(1)"); // the last layer's state
      }
      return texts;
    }
    padded().ifPresent(texts::add);
    List<Integer> spatial = IntStream.range(2, shape.rank()).filter(this::differs).boxed().toList();
    String strided = strided(spatial);
    if (!spatial.isEmpty() && !strided.isEmpty()) {
      texts.add(strided);
    }
    if (differs(CHANNELS) && !strided.isEmpty()) {
      channels(strided, texts);
    }
    if (!spatial.isEmpty() && shape.rank() <= 5) {
      texts.add("F.interpolate(" + text + ", size=" + size() + ")");
    }
    if (shape.rank() == 4) {
      texts.add(text + ".permute(0, 3, 1, 2)");
      texts.add(text + ".permute(0, 2, 3, 1)");
    }
    return texts;
  }

  /** Its first cells on the axes that are too long; empty where one is too short. */
  Optional<String> cropped() {
    List<String> slices = new ArrayList<>();
    int last = 0;
    for (int axis = 0; axis < (shape.rank() == wanted.rank() ? shape.rank() : 0); axis++) {
      Dim has = shape.dim(axis);
      Dim wants = wanted.dim(axis);
      boolean crops = has.isConstant() && wants.isConstant() && has.value() > wants.value();
      if (differs(axis) && !crops && !has.equals(ONE) && !wants.equals(ONE)) {
        return Optional.empty();
      }
      slices.add(crops && !wants.equals(ONE) ? ":" + wants : ":");
      last = slices.get(axis).equals(":") ? last : axis + 1;
    }
    return last == 0
        ? Optional.empty()
        : Optional.of(text + "[" + String.join(", ", slices.subList(0, last)) + "]");
  }

  /** With zeros behind its last cells, where a few are missing; empty else. */
  Optional<String> padded() {
    StringBuilder pads = new StringBuilder();
    long missing = 0;
    for (int axis = shape.rank() - 1; shape.rank() == wanted.rank() && axis > CHANNELS; axis--) {
      long few = missing(axis);
      if (few < 0 || few > MOST_PADDED) {
        return Optional.empty();
      }
      missing += few;
      pads.append(pads.length() == 0 ? "0, " : ", 0, ").append(few);
    }
    return missing == 0 ? Optional.empty() : Optional.of("F.pad(" + text + ", (" + pads + "))");
  }

  private long missing(int axis) {
    Dim few = wanted.dim(axis).minus(shape.dim(axis));
    return few.isConstant() ? few.value() : -1;
  }

  private boolean differs(int axis) {
    return !shape.dim(axis).equals(wanted.dim(axis));
  }

  /** The sizes of the other one, as text. */
  private String size() {
    List<Dim> sizes = wanted.dims().subList(2, wanted.rank());
    boolean name = other.chars().allMatch(c -> Character.isJavaIdentifierPart(c));
    return name || !sizes.stream().allMatch(Dim::isConstant)
        ? other + ".shape[2:]"
        : sizes.stream().map(Dim::toString).collect(Collectors.joining(", ", "(", ")"));
  }

  /** Every so many cells of the axes that are too large; the text itself if no axis is. */
  private String strided(List<Integer> spatial) {
    if (spatial.isEmpty()) {
      return text;
    }
    StringBuilder slices = new StringBuilder(text).append("[:, :");
    for (int axis = 2; axis < shape.rank(); axis++) {
      long stride = differs(axis) ? stride(shape.dim(axis), wanted.dim(axis)) : 1;
      if (stride == 0) {
        return "";
      }
      slices.append(stride == 1 ? ", :" : ", ::" + stride);
    }
    return slices.append(']').toString();
  }

  /** As a strided 1x1 convolution without padding would shrink it; 0 where none does. */
  private static long stride(Dim size, Dim wanted) {
    if (!size.isConstant() || !wanted.isConstant() || wanted.value() < 2) {
      return 0;
    }
    long stride = (size.value() + wanted.value() - 1) / wanted.value();
    return stride > 1 && (size.value() - 1) / stride + 1 == wanted.value() ? stride : 0;
  }

  /** Zeros as further channels, as in the residual networks for CIFAR. */
  private void channels(String resized, List<String> texts) {
    long more = missing(CHANNELS);
    if (more > 0) {
      texts.add("F.pad(" + resized + ", (" + "0, ".repeat(2 * shape.rank() - 3) + more + "))");
    }
  }
}
