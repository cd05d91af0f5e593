/*
Why: A submodule is applied once or several times in a row.

Repair: Give a number of repetitions from 1 on.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.Params;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.Linear;

@Input({12})
class Model {
  @Submodule(value = Block.class, repeat = 0) Object block;
}

@Params("")
class Block {
  @Linear(in = 12, out = 12) Object fc;
}
