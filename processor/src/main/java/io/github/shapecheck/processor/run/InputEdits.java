package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.op.Tensor;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits of the input that a tensor is, for rules that know what it should be. */
record InputEdits(List<Leaf> leaves) {
  /** Gives the input another shape; null where the tensor is no input or the batch would move. */
  @Nullable Edit shape(Tensor tensor, Shape wanted) {
    Leaf leaf = leaf(tensor);
    if (leaf == null) {
      return null;
    }
    List<Dim> sizes = new ArrayList<>(wanted.dims());
    int batch = leaf.shape().dims().indexOf(InputDeclaration.BATCH);
    if (batch >= 0
        && (batch >= sizes.size() || !sizes.remove(batch).equals(InputDeclaration.BATCH))) {
      return null;
    }
    if (!sizes.stream().allMatch(Dim::isConstant)) {
      return null;
    }
    return new Edit.SetInput(
        leaf.name(),
        sizes.stream().map(size -> new Edit.Range(size.value(), size.value())).toList());
  }

  /** Gives the input another element type, such as {@code long}; null where the tensor is none. */
  @Nullable Edit type(Tensor tensor, String type) {
    Leaf leaf = leaf(tensor);
    return leaf == null ? null : new Edit.SetDtype(leaf.name(), type);
  }

  private @Nullable Leaf leaf(Tensor tensor) {
    int index = -1 - tensor.source();
    Leaf leaf = index >= 0 && index < leaves.size() ? leaves.get(index) : null;
    return leaf != null && leaf.kind() == Leaf.Kind.INPUT ? leaf : null;
  }
}
