/*
Why: The report of a model is a class beside it, `MyNetShapeReport` for `MyNet` and `Outer_NetShapeReport` for `Outer.Net`. It cannot be
written where another class has that name, be it one of yours, the report of another model (`A_B` beside `A.B`) or a file that an earlier
build left among the sources, nor where the file's name is too long for the disk.

Repair: Rename the model or the other class. A file that was generated is deleted; javac's `-d` or `-s` has generated sources written elsewhere.
With `-Ashapecheck.report=false` models are checked and nothing is written.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({28})
class Model {
  @Linear(in = 28, out = 10) Object fc;
}

class ModelShapeReport {}
