package good;

import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Fields of an annotated superclass come first. */
@Input({3, 17, 23})
@Output({7, 13, 19})
class Inheriting extends Inherited {
  @Conv2d(in = 5, out = 7, k = 3) protected Block second;
}

abstract class Inherited extends Plain {
  @Conv2d(in = 3, out = 5, k = 3) private Block first;
}

class Plain {
  int unrelated;
}
