package io.github.shapecheck.processor.python.parser.token;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.Attribute;
import io.github.shapecheck.processor.python.Expression.Call;
import io.github.shapecheck.processor.python.Expression.Name;
import java.util.Set;

/**
 * Tells whether {@code //} behind an operand divides or begins a comment.
 *
 * <p>It divides if the rest of the line goes on as an expression, except where a comment is the
 * likelier reading: behind a bare layer ({@code pool // 24}), behind a call that does not give a
 * number ({@code x = pool(x) // 24}), and before a single word that has no value ({@code h = x + y
 * // residual}). Inside brackets only the first rule counts.
 */
public record DoubleSlash(Tokens tokens, Set<String> known) {
  /** Functions and methods whose value is a number that people divide. */
  private static final Set<String> NUMBERS =
      Set.of(
          """
          size dim numel ndimension len int float min max round abs sum floor ceil sqrt prod item
          """
              .split("\\s+"));

  /**
   * Whether the {@code //} that comes next divides.
   *
   * @param bare whether the statement is not known to assign or return anything
   */
  public boolean divides(Expression left, boolean bare) {
    Divisor divisor = Divisor.read(tokens.all(), tokens.position() + 1, tokens.depth() > 0);
    if (!divisor.isWhole()) {
      return false;
    }
    if (tokens.depth() > 0) {
      return true;
    }
    boolean unknownWord = divisor.word().filter(word -> !known.contains(word)).isPresent();
    return !bare && !unknownWord && (!(left instanceof Call call) || givesNumber(call));
  }

  private static boolean givesNumber(Call call) {
    Expression callee = call.callee();
    return (callee instanceof Attribute attribute && NUMBERS.contains(attribute.name()))
        || (callee instanceof Name name && NUMBERS.contains(name.id()));
  }
}
