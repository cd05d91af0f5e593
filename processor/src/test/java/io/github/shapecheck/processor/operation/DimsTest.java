package io.github.shapecheck.processor.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.shape.Dim;
import java.util.List;
import org.junit.jupiter.api.Test;

class DimsTest {
  @Test
  void sumsStandInBracketsAmongFactors() {
    Dim half = Dim.symbol("H").floorDiv(2).minus(2);
    assertEquals("8 * (floor(H/2) - 2) * 12", Dims.product(List.of(Dim.of(8), half, Dim.of(12))));
    assertEquals("floor(H/2) - 2", Dims.product(List.of(half)));
    assertEquals("1", Dims.product(List.of()));
  }
}
