package io.github.shapecheck.djl;

import io.github.shapecheck.report.Step;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which steps and which iterations a hook sees.
 *
 * @param glob names of layers, else of steps, or of parameters: {@code *} stands for any
 *     characters, {@code ?} for one, e.g. {@code layer1.*.conv?}
 * @param kind the layer's type or the function, e.g. {@code Conv2d}; "" for all. Of parameters it
 *     is the type of their layer
 * @param every 10 sees the iterations 0, 10, 20, ...
 * @param first how many iterations of an epoch it sees at most
 */
public record Selection(String glob, String kind, long every, long first) {
  private static final Selection ALL = new Selection("*", "", 1, Long.MAX_VALUE);

  /** Checks the numbers. */
  public Selection {
    if (every < 1) {
      throw new IllegalArgumentException("every " + every + " iterations");
    }
  }

  /** Everything. */
  public static Selection all() {
    return ALL;
  }

  /** What a glob names. */
  public static Selection named(String glob) {
    return new Selection(glob, "", 1, Long.MAX_VALUE);
  }

  /** Of these the layers of one type. */
  public Selection kind(String type) {
    return new Selection(glob, type, every, first);
  }

  /** Of these every n-th iteration. */
  public Selection every(long iterations) {
    return new Selection(glob, kind, iterations, first);
  }

  /** Of these the first iterations of each epoch. */
  public Selection first(long iterations) {
    return new Selection(glob, kind, every, iterations);
  }

  boolean sees(long iteration) {
    return iteration < first && iteration % every == 0;
  }

  boolean takes(@Nullable String type) {
    return kind.isEmpty() || kind.equals(type);
  }

  Pattern pattern() {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote("" + c));
    }
    return Pattern.compile(regex.toString());
  }

  static String name(Step step) {
    return step.layer().orElse(step.name());
  }
}
