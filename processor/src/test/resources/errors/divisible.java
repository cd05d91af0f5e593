/*
Why: What is dealt out in equal parts must be divisible by their number.

Repair: Take a number that divides what arrives.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.PixelShuffle;

@Input({8, 12, 10})
class Model {
  @PixelShuffle(3) Object shuffle;
}
