package io.github.shapecheck.processor.python.parser.statement;

import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.List;

/** The blocks of statements that a statement has in itself. */
interface Blocks {
  /**
   * The statements behind the colon that comes next, on its line or indented below it.
   *
   * @param head the word that the block belongs to
   */
  List<Statement> block(Token head) throws Unparsable;

  /** Whether the next line is indented more than this one. */
  boolean indented();

  /** Whether no block is around what is parsed. */
  boolean isOutermost();
}
