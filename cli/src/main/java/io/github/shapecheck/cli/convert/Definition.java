package io.github.shapecheck.cli.convert;

import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the Python source.
 *
 * @param owner the class in whose body it stands, null for none
 */
record Definition(
    PythonFile file, Statement.FunctionDef function, Statement.@Nullable ClassDef owner) {

  String name() {
    return function.name();
  }

  /** Its lines as they stand in the file, decorators included where they are asked for. */
  SourceText text(boolean decorated) {
    int first = function.span().line();
    List<Expression> decorators = decorated ? function.decorators() : List.of();
    for (Expression decorator : decorators) {
      first = Math.min(first, decorator.span().line());
    }
    return new SourceText(file.program().lines(), first, function.span().lastLine());
  }
}
