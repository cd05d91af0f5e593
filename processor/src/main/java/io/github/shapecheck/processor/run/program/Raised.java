package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.object.InstanceObject;
import org.jspecify.annotations.Nullable;

/** A Python exception on its way to who handles it. */
public final class Raised extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient InstanceObject exception;
  private final transient ProblemId id;
  private final boolean explicit;
  private transient @Nullable Place place;

  public Raised(InstanceObject exception, ProblemId id, String message, boolean explicit) {
    super(message, null, false, false);
    this.exception = exception;
    this.id = id;
    this.explicit = explicit;
  }

  /** What ends a program that goes beyond a limit; nothing handles it. */
  public static Raised limit(String type, String message) {
    return new Raised(new InstanceObject(Types.exception(type)), ProblemId.LIMIT, message, true);
  }

  public InstanceObject exception() {
    return exception;
  }

  /** As what it is reported if nobody handles it. */
  public ProblemId id() {
    return id;
  }

  /** Whether the program raises it itself, so that it ends there. */
  public boolean isExplicit() {
    return explicit;
  }

  /** Where it comes from, null where that is not known yet. */
  public @Nullable Place place() {
    return place;
  }

  public Raised at(Place where) {
    place = place == null ? where : place;
    return this;
  }
}
