package io.github.shapecheck.processor.operation.view;

import io.github.shapecheck.shape.Dim;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Says why values make no whole number of rows, and what would become of the batch. */
public final class Remainder {
  private static final Dim BATCH = Dim.symbol("N");
  private static final int DECIMALS = 4;

  private Remainder() {}

  static String describe(Dim values, Dim row) {
    Optional<Dim> sample = values.dividedBy(BATCH).filter(Dim::isConstant);
    if (sample.isEmpty() || !row.isConstant() || row.value() == 0) {
      String batch = values.isConstant() ? "" : " for every batch and size";
      return values + " values do not divide by " + row + batch;
    }
    BigDecimal rows =
        BigDecimal.valueOf(sample.get().value())
            .divide(BigDecimal.valueOf(row.value()), DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return "a sample has %s values, which do not divide by %s, so N would become %s*N"
        .formatted(sample.get(), row, rows.toPlainString());
  }
}
