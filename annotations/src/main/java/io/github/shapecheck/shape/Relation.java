package io.github.shapecheck.shape;

/** How two sizes may compare. */
public enum Relation {
  /** Equal. */
  EQ("=="),
  /** Not equal. */
  NE("!="),
  /** Less. */
  LT("<"),
  /** Less or equal. */
  LE("<="),
  /** Greater. */
  GT(">"),
  /** Greater or equal. */
  GE(">=");

  private final String text;

  Relation(String text) {
    this.text = text;
  }

  /**
   * Whether numbers that compare so ({@code Long.compare} or {@code signum}) are in this relation.
   */
  public boolean holds(int order) {
    return switch (this) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
    };
  }

  /** The relation that holds exactly where this does not. */
  public Relation negate() {
    return switch (this) {
      case EQ -> NE;
      case NE -> EQ;
      case LT -> GE;
      case LE -> GT;
      case GT -> LE;
      case GE -> LT;
    };
  }

  /** The relation of the right side to the left. */
  public Relation mirror() {
    return switch (this) {
      case EQ -> EQ;
      case NE -> NE;
      case LT -> GT;
      case LE -> GE;
      case GT -> LT;
      case GE -> LE;
    };
  }

  /** The sign, such as {@code ==}. */
  @Override
  public String toString() {
    return text;
  }
}
