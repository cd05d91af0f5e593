package io.github.shapecheck.processor.run.program.expression;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.type.Formatting;
import io.github.shapecheck.processor.value.Value;

/** Puts f-strings together. */
final class FormattedStrings {
  private final Evaluation evaluator;
  private final Frame frame;

  FormattedStrings(Evaluation evaluator) {
    this.evaluator = evaluator;
    this.frame = evaluator.frame();
  }

  Value value(Expression.FormattedString text) {
    StringBuilder all = new StringBuilder();
    for (Expression part : text.parts()) {
      Value value =
          part instanceof Expression.FormattedValue one ? value(one) : evaluator.evaluate(part);
      if (!(value instanceof Value.Text piece)) {
        return value;
      }
      all.append(piece.value());
      frame.machine().requireRoom(all.length());
    }
    return new Value.Text(all.toString());
  }

  Value value(Expression.FormattedValue one) {
    Value value = evaluator.evaluate(one.value());
    String spec = "";
    if (one.format() != null && value(one.format()) instanceof Value.Text text) {
      spec = text.value();
    }
    Value converted =
        switch (one.conversion()) {
          case NONE -> value;
          case STR -> new Value.Text(frame.machine().text(frame, value));
          case REPR, ASCII -> new Value.Text(frame.machine().repr(frame, value));
        };
    String text = Formatting.format(frame, converted, spec);
    return text == null ? new Value.Text("?") : new Value.Text(text);
  }
}
