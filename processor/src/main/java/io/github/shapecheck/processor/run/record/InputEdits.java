package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.trace.Leaf;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Edits of the input or the weight that a tensor is, for rules that know what it should be. */
public record InputEdits(List<Leaf> leaves) {
  /** Gives it another shape; null where the tensor is neither or the batch would move. */
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
    if (leaf.kind() != Leaf.Kind.INPUT) {
      Setting value = new Setting.Numbers(sizes.stream().map(Dim::value).toList());
      return new Edit.SetMembers(leaf.name(), 0, Map.of("value", value));
    }
    return new Edit.SetInput(
        leaf.name(),
        sizes.stream().map(size -> new Edit.Range(size.value(), size.value())).toList());
  }

  /** Gives the input another element type, such as {@code long}; null where the tensor is none. */
  @Nullable Edit type(Tensor tensor, String type) {
    Leaf leaf = leaf(tensor);
    return leaf == null || leaf.kind() != Leaf.Kind.INPUT
        ? null
        : new Edit.SetDtype(leaf.name(), type);
  }

  /** Makes a promise of free sizes on the first input that has all of them; null where none has. */
  public static @Nullable Edit promise(ModuleDeclaration root, String where) {
    Set<String> symbols = Condition.parse(where).symbols();
    for (InputDeclaration input : root.inputs()) {
      Set<String> own = new HashSet<>();
      input.sample().dims().forEach(dim -> own.addAll(dim.symbols()));
      if (!symbols.isEmpty() && own.containsAll(symbols)) {
        return new Edit.SetWhere(input.name(), where);
      }
    }
    return null;
  }

  private @Nullable Leaf leaf(Tensor tensor) {
    int index = -1 - tensor.source();
    return index >= 0 && index < leaves.size() ? leaves.get(index) : null;
  }
}
