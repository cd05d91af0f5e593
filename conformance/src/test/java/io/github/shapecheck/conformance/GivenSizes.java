package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code output_size} that a call gives to a layer which could have several. */
final class GivenSizes {
  private static final Pattern SIZE = Pattern.compile(", output_size=\\[([^\\]]*)\\]");

  private GivenSizes() {}

  /** The case with a size at the call, mostly one that is near the layer's own. */
  static Case drawn(Case c, List<Long> own, Dice dice) {
    if (dice.chance(0.7)) {
      return c;
    }
    List<Long> sizes = new ArrayList<>();
    for (long size : own) {
      sizes.add(size + dice.pick(0L, 0L, 1L, -1L, 2L));
    }
    if (dice.chance(0.2)) {
      int rank = c.input(0).rank();
      sizes.addAll(0, c.input(0).shape().subList(0, Math.max(0, rank - own.size())));
    }
    String call = c.statement().replace(")", ", output_size=[" + Functions.list(sizes) + "])");
    return c.without("outputPadding").saying(call);
  }

  /** The spatial sizes that the call gives, or null. */
  static List<Long> of(Case c, int axes, int others) {
    Matcher matcher = SIZE.matcher(c.statement());
    if (!matcher.find()) {
      return null;
    }
    List<Long> sizes = new ArrayList<>();
    for (String size : matcher.group(1).split(",\\s*")) {
      sizes.add(Long.parseLong(size));
    }
    if (sizes.size() == axes + others) {
      sizes = sizes.subList(others, sizes.size());
    }
    Refusal.unless(sizes.size() == axes, "output_size must have one number per spatial axis");
    return sizes;
  }
}
