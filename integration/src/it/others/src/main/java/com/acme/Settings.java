package com.acme;

import com.google.auto.value.AutoValue;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;
import lombok.Getter;

@AutoValue
abstract class Settings {
  abstract int width();

  static Settings of(int width) {
    return new AutoValue_Settings(width);
  }
}

/** Its field's type is written by another processor. */
@Getter
@Input({16})
class Model {
  @Linear(in = 16, out = 4)
  private AutoValue_Settings fc;

  Object report() {
    return getFc() == null ? ModelShapeReport.report() : fc;
  }
}
