package io.github.shapecheck.processor.operation;

import java.util.Locale;

/**
 * Words that an argument chooses from: an annotation's enum constant and PyTorch's string are one
 * thing.
 */
public final class Choice {
  private Choice() {}

  /** The word in PyTorch's spelling, {@code nearest-exact} for {@code NEAREST_EXACT}. */
  public static String of(Call call, String parameter) {
    String text = call.text(parameter);
    return call.isLayer() ? text.toLowerCase(Locale.ROOT).replace('_', '-') : text;
  }
}
