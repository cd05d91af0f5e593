package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;

/** Reads the shapes of {@code @Input}, {@code @Output}, {@code @Parameter} and {@code @Buffer}. */
record ShapeReader(List<Problem> problems) {
  private static final String[][] NAMES = {
    {}, {"F"}, {"C", "L"}, {"C", "H", "W"}, {"C", "D", "H", "W"}
  };

  /** The shape of an input; -1 becomes the symbol of its axis. */
  Shape input(Annotation annotation) {
    List<? extends AnnotationValue> items = annotation.items("value");
    List<? extends AnnotationValue> axes = annotation.items("axes");
    if (!axes.isEmpty() && axes.size() != items.size()) {
      report(
          annotation,
          "axes",
          "axes names " + axes.size() + " axes but the shape has " + items.size());
    }
    List<Dim> dims = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      String name =
          i < axes.size() ? String.valueOf(axes.get(i).getValue()) : name(i, items.size());
      dims.add(size(annotation, items.get(i), name));
      if (i < axes.size()
          && (!name.matches("[A-Za-z_][A-Za-z_0-9]*") || name.equals("N") || !names.add(name))) {
        report(
            annotation,
            "axes",
            "\""
                + name
                + "\" cannot name an axis: a name of its own is needed, and N is the batch");
      }
    }
    return Shape.of(dims);
  }

  private static String name(int axis, int rank) {
    return rank < NAMES.length ? NAMES[rank][axis] : "S" + axis;
  }

  private Dim size(Annotation annotation, AnnotationValue item, String name) {
    if (!(item.getValue() instanceof Integer size)) {
      return Dim.unknown();
    }
    if (size == -1) {
      return Dim.symbol(name.matches("[A-Za-z_][A-Za-z_0-9]*") ? name : "S");
    }
    if (size >= 1) {
      return Dim.of(size);
    }
    String message =
        size == 0
            ? "a size of 0 leaves nothing to compute"
            : "a size of "
                + size
                + " is not possible; -1 is a size not known before run time"
                + Overflow.hint(size);
    problems.add(
        Problem.of(
            Overflow.id(size, ProblemId.INPUT), Place.of(annotation.origin().at(item)), message));
    return Dim.unknown();
  }

  /**
   * A shape of plain numbers; -1 is kept where {@code free} says that it may stand for anything.
   */
  Shape plain(Annotation annotation, boolean free) {
    List<Dim> dims = new ArrayList<>();
    for (AnnotationValue item : annotation.items("value")) {
      if (!(item.getValue() instanceof Integer size)) {
        dims.add(Dim.unknown());
      } else if (size >= 0 || free && size == -1) {
        dims.add(Dim.of(size));
      } else {
        problems.add(
            Problem.of(
                Overflow.id(size, ProblemId.MEMBER),
                Place.of(annotation.origin().at(item)),
                "@" + annotation.name() + " has a size of " + size + Overflow.hint(size)));
        dims.add(Dim.unknown());
      }
    }
    return Shape.of(dims);
  }

  private void report(Annotation annotation, String member, String message) {
    problems.add(Problem.of(ProblemId.INPUT, Place.of(annotation.origin(member)), message));
  }
}
