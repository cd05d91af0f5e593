package good;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Inputs may be fields, and a class needs no layers. */
@Forward("return left + right")
@Output({3, 4})
class FieldInputs {
  @Input({3, 4}) float[] left;
  @Input({1, 4}) float[] right;
}

@Input({3, 4})
@Forward("return flatten(x, 1)")
@Output(12)
class NoLayers {}
