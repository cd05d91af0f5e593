/*
Why: A model has layers, or a forward pass, or both. With an input alone there is nothing to check.

Repair: Annotate the layers' fields, or write the `@Forward`.
*/
import io.github.shapecheck.Input;

@Input({3, 32, 24})
class Model {
  Object conv;
}
