package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Map;

/**
 * The part of the input that one value of a step's output depends on, per spatial axis of the
 * input.
 *
 * @param size how many input positions the field spans, through the widest path
 * @param jump how far the fields of two neighbouring values stand apart, in input positions
 * @param offset where the centre of the first value's field stands; position 0 is the input's first
 */
public record ReceptiveField(List<Dim> size, List<Ratio> jump, List<Ratio> offset) {
  /** Copies the lists. */
  public ReceptiveField {
    size = List.copyOf(size);
    jump = List.copyOf(jump);
    offset = List.copyOf(offset);
  }

  ReceptiveField with(Map<String, Dim> sizes) {
    return new ReceptiveField(
        size.stream().map(d -> d.with(sizes)).toList(),
        jump.stream().map(r -> r.with(sizes)).toList(),
        offset.stream().map(r -> r.with(sizes)).toList());
  }
}
