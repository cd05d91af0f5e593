package bad;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Numbers that no layer can have. */
@Input({3, 30, 31})
class Numbers {
  @Conv2d(in = 3, out = 4, k = 0) Block a; // BUG: k = <0> [positive] a ...
  @Conv2d(in = 4, out = 5, k = 3, s = -1) Block b; // BUG: s = <-1> [positive] b ...
  @Conv2d(in = 5, out = 6, k = {3, 3, 3}) Block c; // BUG: {3, 3, 3} [member-count] c takes one number or 2 for k but receives 3
  @Conv2d(in = 6, out = 50000 * 50000, k = 1) Block d; // BUG: 50000 * 50000 [int-overflow] d ...
}

// BUG: <0>, 30, 31 [input] a size of 0 leaves nothing to compute
@Input({0, 30, 31})
class ZeroInput {
  @Conv2d(in = 3, out = 4, k = 3) Block a;
}

@Input({3, 30, 31})
class Transposed {
  @ConvTranspose2d(in = 3, out = 4, k = 3, s = 2, outputPadding = 2) Block up; // BUG: outputPadding = <2> [output-padding] up ...
}

@Input({4, 30, 31})
class Dilated {
  @Conv2d(in = 4, out = 4, k = 3, d = 40) Block wide; // BUG: k = <3> [kernel-too-big] wide ...
}

@Input({3, 18, 16})
@Forward({"x = conv(x)", "return conv(x)"})
class InferredTwice {
  @Conv2d(out = 8, k = 3) Block conv; // BUG: @Conv2d(out = 8, k = 3) [conv-in-channels] conv infers its numbers from what arrives first, weight [8, 3, 3, 3], but now receives what needs [8, 8, 3, 3]
}

@Input({3, 18, 16})
@Forward({"x = conv(x)", "return conv(x)"})
class InferredTwiceAlike {
  @Conv2d(out = 3, k = 3) Block conv;
}

@Input({3, 18, 16})
@Forward("return relu(x, input=x)") // BUG: "return relu(x, input=x)" [argument-count] relu is given input twice, by its place and by its name
class GivenTwice {}

@Input({3, 18})
class TwoOfOne {
  @Conv1d(in = 3, out = 6, k = {3, 2}) Block conv; // BUG: {3, 2} [member-count] conv takes one number for k but receives 2
}
