/*
Why: Some functions take one kind of number only: an embedding looks up integers, a convolution multiplies floating-point numbers.

Repair: Declare the input with the type that it has, or convert it.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Embedding;

@Input({12})
class Model {
  @Embedding(num = 1000, dim = 64) Object embedding;
}
