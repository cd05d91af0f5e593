package io.github.shapecheck.report;

import java.util.List;

/**
 * How the table of a report looks.
 *
 * @param columns what is shown, from left to right
 * @param width the number of characters in a line; longer cells are cut
 * @param depth how many levels of submodules are shown; deeper ones are summed up in one line
 * @param unicode whether names keep characters outside ASCII
 */
public record TableOptions(List<Column> columns, int width, int depth, boolean unicode) {
  private static final TableOptions DEFAULTS =
      new TableOptions(
          List.of(Column.LAYER, Column.TYPE, Column.OUTPUT, Column.WEIGHTS, Column.PARAMS),
          80,
          Integer.MAX_VALUE,
          false);

  /** Copies the list. */
  public TableOptions {
    columns = List.copyOf(columns);
  }

  /** Layer, type, output, weights and parameters, at most 80 characters, every level, ASCII. */
  public static TableOptions defaults() {
    return DEFAULTS;
  }

  /** The same with other columns. */
  public TableOptions columns(Column... shown) {
    return new TableOptions(List.of(shown), width, depth, unicode);
  }

  /** The same with another width. */
  public TableOptions width(int characters) {
    return new TableOptions(columns, characters, depth, unicode);
  }

  /** The same with submodules shown to another depth; 0 shows the model's own layers only. */
  public TableOptions depth(int levels) {
    return new TableOptions(columns, width, levels, unicode);
  }

  /** The same with characters outside ASCII kept as they are. */
  public TableOptions keepUnicode() {
    return new TableOptions(columns, width, depth, true);
  }
}
