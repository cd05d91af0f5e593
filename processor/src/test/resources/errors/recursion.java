/*
Why: A module that contains itself has no end.

Repair: Write the repetition as `repeat`, or as modules of their own.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.Submodule;

@Input({3, 32, 24})
class Model {
  @Submodule(Model.class) Object inner;
}
