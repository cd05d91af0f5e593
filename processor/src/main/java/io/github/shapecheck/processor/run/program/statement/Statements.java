package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.program.Flow;
import io.github.shapecheck.processor.run.program.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out statements in a frame. */
interface Statements {
  Frame frame();

  /** The same in another frame. */
  Statements in(Frame other);

  /** Carries out statements one after the other; how they ended, null for at their end. */
  @Nullable Flow block(List<Statement> statements);
}
