package io.github.shapecheck.report;

import java.util.Locale;

/** Kinds of operations that the picture tells apart by colour. */
enum Family {
  INPUT,
  CONV,
  LINEAR,
  POOL,
  NORM,
  ACTIVATION,
  ATTENTION,
  MODULE,
  OTHER;

  static Family of(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    if (name.equals("(input)") || name.equals("(tensor)")) {
      return INPUT;
    } else if (name.equals("(module)")) {
      return MODULE;
    } else if (name.contains("attention") || name.contains("transformer")) {
      return ATTENTION;
    } else if (name.contains("conv")) {
      return CONV;
    } else if (name.contains("pool")) {
      return POOL;
    } else if (name.contains("norm")) {
      return NORM;
    } else if (name.matches(".*(linear|matmul|bmm|mm|einsum|lstm|gru|rnn|embedding).*")) {
      return LINEAR;
    } else if (name.matches(".*(elu|silu|mish|sigmoid|tanh|swish|softmax|softmin|soft|shrink).*")) {
      return ACTIVATION;
    }
    return OTHER;
  }

  /** The name of the style class. */
  String style() {
    return name().toLowerCase(Locale.ROOT);
  }
}
