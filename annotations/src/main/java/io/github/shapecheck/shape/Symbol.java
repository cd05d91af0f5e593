package io.github.shapecheck.shape;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A free size by name; equal names are the same object. */
public final class Symbol extends Atom {
  /** The order of the axes in PyTorch, which is how people write products of them. */
  private static final String AXES = "NCDHWLTF";

  private static final ConcurrentHashMap<String, Symbol> ALL = new ConcurrentHashMap<>();

  final String name;
  private final int place;
  private final Dim dim;

  private Symbol(String name) {
    this.name = name;
    int axis = name.length() == 1 ? AXES.indexOf(name) : -1;
    this.place = axis < 0 ? AXES.length() : axis;
    this.dim = Polynomial.of(Monomial.of(this), 1, 0);
  }

  /** The symbol of that name, an identifier of Java's kind. */
  public static Symbol of(String name) {
    Symbol known = ALL.get(name);
    if (known != null) {
      return known;
    }
    if (!isName(name)) {
      throw new IllegalArgumentException("not a name: " + name);
    }
    return ALL.computeIfAbsent(name, Symbol::new);
  }

  /** A symbol that no user can write, for the solver's own unknowns. */
  public static Symbol internal(String name) {
    return new Symbol(" " + name);
  }

  private static boolean isName(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (!Character.isJavaIdentifierPart(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty() && Character.isJavaIdentifierStart(text.charAt(0));
  }

  /** How it prints. */
  public String name() {
    return name;
  }

  /**
   * This as a Dim, without a new object (the other atoms are wrapped once, where they are made).
   */
  Dim shared() {
    return dim;
  }

  /** The order in which symbols print: the batch, channels, then the axes of space. */
  public int compareNames(Symbol other) {
    if (this == other) {
      return 0;
    }
    return place != other.place ? Integer.compare(place, other.place) : name.compareTo(other.name);
  }

  @Override
  int weight() {
    return 1;
  }

  @Override
  public Symbol leading() {
    return this;
  }

  @Override
  int kind() {
    return 0;
  }

  @Override
  int compareSameKind(Atom other) {
    return 0;
  }

  @Override
  long evaluate(Assignment sizes) {
    return sizes.of(this);
  }

  @Override
  Dim rebuild(Function<Atom, Optional<Dim>> replacement) {
    return dim;
  }

  @Override
  void collect(Set<Symbol> symbols) {
    symbols.add(this);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
