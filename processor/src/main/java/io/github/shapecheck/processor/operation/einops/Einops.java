package io.github.shapecheck.processor.operation.einops;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;

/** What einops calls its operations; its {@code einsum} is torch's with the tensors first. */
public final class Einops implements Family {
  @Override
  public String signatures() {
    return """
        rearrange(tensor, pattern, **axes_lengths)
          nn.Rearrange(pattern:value, **axes_lengths)(input)
        reduce(tensor, pattern, reduction, **axes_lengths)
          nn.Reduce(pattern:value, reduction, **axes_lengths)(input)
        repeat(tensor, pattern, **axes_lengths)
        """;
  }

  @Override
  public Operation operation(String name) {
    return switch (name) {
      case "rearrange" -> rearrangement(name, Transform.Kind.REARRANGE);
      case "reduce" -> rearrangement(name, Transform.Kind.REDUCE);
      case "repeat" -> rearrangement(name, Transform.Kind.REPEAT);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Operation rearrangement(String name, Transform.Kind kind) {
    return new Operation(name, Kind.REARRANGE, new Rearrangement(kind));
  }
}
