package io.github.shapecheck.processor.value;

/**
 * Where a number comes from that is not known while compiling.
 *
 * @param what what it is, in words for messages
 * @param symbol under which its use as a size is a free size of its own; empty where it is none
 */
public record Undetermined(String what, String symbol) {
  private static final String OF_VALUES = "depends on a tensor's values";

  /** What is computed of a free size and is no formula of it. */
  public static final Undetermined OF_SIZE =
      new Undetermined("a number that a free size gives", "");

  /** A number that a tensor holds. */
  public static Undetermined in(Tensor tensor, String which) {
    int source = tensor.source();
    String from = source >= 0 ? "" + (source + 1) : "input" + -source;
    String item = tensor.item() == 0 ? "" : "_" + tensor.item();
    return new Undetermined(
        "a number that " + OF_VALUES, source == Tensor.NOWHERE ? "" : from + item + which);
  }

  /**
   * Whether a value is what was computed of a tensor's numbers, by which a tensor may have been
   * picked from a list.
   */
  public static boolean mayPick(Value value) {
    Undetermined number = value instanceof Value.Real real ? real.undetermined() : null;
    return number != null && number.symbol.isEmpty() && number.what.contains(OF_VALUES);
  }

  /** Whether a value is computed of a free size, so that nobody can make it known. */
  public static boolean isOfSize(Value value) {
    return value instanceof Value.Real real && OF_SIZE.equals(real.undetermined());
  }

  /** How the user makes it known. */
  public String remedy() {
    return what.contains(OF_VALUES)
        ? "take it from a size, or make it a parameter"
        : "make it a parameter, which with gives a value";
  }
}
