package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an annotation says of plain values. */
public final class Settings {
  private Settings() {}

  /** A number, a flag or several numbers; empty for anything else. */
  public static Optional<Setting> of(@Nullable Value value) {
    if (value instanceof Value.Real real) {
      return Optional.of(new Setting.Real(real.value()));
    }
    if (value instanceof Value.Bool flag) {
      return Optional.of(new Setting.Flag(flag.value()));
    }
    if (value instanceof Value.Sequence sequence) {
      List<Long> numbers = new ArrayList<>();
      for (Value item : sequence.items()) {
        Dim number = item.dim();
        if (number == null || !number.isConstant()) {
          return Optional.empty();
        }
        numbers.add(number.value());
      }
      return Optional.of(new Setting.Numbers(numbers));
    }
    return value instanceof Value.Int number && number.value().isConstant()
        ? Optional.of(Setting.of(number.value().value()))
        : Optional.empty();
  }
}
