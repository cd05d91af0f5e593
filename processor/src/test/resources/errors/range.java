/*
Why: A number is outside of what it may be: a probability is between 0 and 1, a momentum not negative, an index below the number of rows.

Repair: The message gives the range.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Dropout;

@Input({8, 12, 10})
class Model {
  @Dropout(1.5) Object dropout;
}
