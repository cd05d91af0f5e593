/*
Why: `with` gives members of the annotation, or parameters of the submodule, by name; each must exist, and each parameter without a default must be given.

Repair: The message gives the nearest name that is known.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.Params;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 32, 24})
class Model {
  @Submodule(value = Block.class, with = "plane = 12") Object block;
}

@Params("planes = 8")
class Block {
  @Conv2d(k = 3, with = "out = planes") Object conv;
}
