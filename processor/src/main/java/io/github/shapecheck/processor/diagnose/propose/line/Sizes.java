package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The numbers that a user may have meant when writing about a tensor of some shape. */
public final class Sizes {
  private static final int MOST = 24;

  private Sizes() {}

  /**
   * The products of the last axes, each size, and how many values a sample has, as text; products
   * as such if wanted.
   */
  static Set<String> of(Shape shape, boolean asProducts) {
    Set<String> values = new LinkedHashSet<>();
    List<Dim> known = new ArrayList<>(shape.dims());
    known.removeIf(dim -> !dim.isConstant());
    for (int from = 0; from < known.size() && values.size() < MOST; from++) {
      values.add(product(known.subList(from, known.size()), asProducts));
    }
    known.forEach(dim -> values.add(dim.toString()));
    if (shape.isKnown()) {
      shape
          .numel()
          .dividedBy(InputDeclaration.BATCH)
          .filter(Dim::isConstant)
          .ifPresent(size -> values.add(size.toString()));
    }
    return values;
  }

  private static String product(List<Dim> dims, boolean asProduct) {
    StringBuilder factors = new StringBuilder();
    Dim all = Dim.of(1);
    for (Dim dim : dims) {
      factors.append(factors.length() == 0 ? "" : "*").append(dim);
      all = all.times(dim);
    }
    return asProduct ? factors.toString() : all.toString();
  }
}
