package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.parser.LayerNames;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads {@code @Input}. */
record InputReader(List<Problem> problems) {
  private static final Map<String, DType> TYPES =
      Map.of(
          "float", DType.FLOAT32,
          "double", DType.FLOAT64,
          "long", DType.INT64,
          "int", DType.INT32,
          "short", DType.INT16,
          "byte", DType.INT8,
          "boolean", DType.BOOL);

  /** A word, or an item of a tuple or list of inputs: {@code h.0}, {@code [h.0]}. */
  private static final String NAME = "\\[?[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*(\\.\\w+)*]?";

  InputDeclaration read(Annotation annotation, String name) {
    Shape sample = new ShapeReader(problems).input(annotation);
    int batchAxis = annotation.number("batchAxis", 0);
    if (batchAxis < -1 || batchAxis > sample.rank()) {
      report(
          annotation,
          "batchAxis",
          "batchAxis = %s is none of the %s axes from 0 to %s"
              .formatted(batchAxis, sample.rank() + 1, sample.rank()));
      batchAxis = 0;
    }
    if (!LayerNames.isName(name) && !name.matches(NAME)) {
      report(annotation, "name", "an input's name is a word that a forward pass can say");
    }
    Optional<Condition> where = where(annotation, sample);
    boolean unreadable = where.isEmpty() && !annotation.text("where").isBlank();
    return new InputDeclaration(
        name,
        unreadable ? withoutFreeSizes(sample) : sample,
        batchAxis,
        dtype(annotation),
        where,
        annotation.origin(),
        annotation.origin("value"));
  }

  /** What a promise that cannot be read was to say of the free sizes is not known. */
  private static Shape withoutFreeSizes(Shape sample) {
    return Shape.of(
        sample.dims().stream().map(dim -> dim.isConstant() ? dim : Dim.unknown()).toList());
  }

  private DType dtype(Annotation annotation) {
    if (!(annotation.value("dtype") instanceof TypeMirror given)
        || given.getKind() == TypeKind.ERROR) {
      return DType.ANY; // the compiler tells
    }
    String type = given.toString();
    DType dtype = TYPES.get(type);
    if (dtype == null) {
      report(
          annotation,
          "dtype",
          ("dtype = %s.class is no element type: take one of float, double, long,"
                  + " int, short, byte, boolean")
              .formatted(type));
      return DType.FLOAT32;
    }
    return dtype;
  }

  private Optional<Condition> where(Annotation annotation, Shape sample) {
    String text = annotation.text("where");
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      Condition condition = Condition.parse(text);
      for (String symbol : condition.symbols()) {
        if (sample.dims().stream().noneMatch(dim -> dim.symbols().contains(symbol))) {
          report(
              annotation,
              "where",
              "where speaks of " + symbol + ", which is no free size of this input");
          return Optional.empty();
        }
      }
      if (Domain.batch().given(condition).isEmpty()) {
        report(annotation, "where", "where holds for no size at all");
        return Optional.empty();
      }
      return Optional.of(condition);
    } catch (ArithmeticException overflow) {
      report(annotation, "where", "where is not solved: multiplied out it has numbers beyond 2^63");
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      report(annotation, "where", "where cannot be read: " + wrong.getMessage());
      return Optional.empty();
    }
  }

  private void report(Annotation annotation, String member, String message) {
    ProblemId id = member.equals("where") ? ProblemId.WHERE : ProblemId.INPUT;
    problems.add(Problem.of(id, Place.of(annotation.origin(member)), message));
  }
}
