package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltModule;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import org.jspecify.annotations.Nullable;

/** The model holds what annotations cannot say; the message says what, and where it stands. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Place place;
  private final transient @Nullable BuiltModule inside;

  Refusal(Place place, String message) {
    this(place, message, null);
  }

  private Refusal(Place place, String message, @Nullable BuiltModule inside) {
    super(message);
    this.place = place;
    this.inside = inside;
  }

  /** The same, of something in a module. */
  Refusal inside(BuiltModule module) {
    return inside != null || place.inForward()
        ? this
        : new Refusal(place, String.valueOf(getMessage()), module);
  }

  /** The same, on the class of the module where its own place is not known. */
  Refusal located(SourceIndex index) {
    Definition first =
        inside == null
            ? null
            : index.methods(inside.type()).values().stream().findFirst().orElse(null);
    Statement.ClassDef type = first == null ? null : first.owner();
    return first == null || type == null
        ? this
        : at(first.file(), type.span(), String.valueOf(getMessage()));
  }

  /** A refusal of a line of a file. */
  static Refusal at(PythonFile file, Span span, String why) {
    return new Refusal(new Place(file, span.line(), span.start(), span.start() + 1), why);
  }

  /** The file in which it stands, null where that is not known. */
  public @Nullable PythonFile file() {
    return place.origin() instanceof PythonFile file && place.inForward() ? file : null;
  }

  /** The line in that file. */
  public int line() {
    return place.line();
  }

  /** The column in that line. */
  public int column() {
    return place.start();
  }
}
