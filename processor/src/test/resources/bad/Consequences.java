package bad;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** One wrong number that two layers read is one mistake. */
class Consequences {}

@Input({3, 18, 16})
class ThroughNorm {
  @Conv2d(out = 127, k = 3) Block conv;
  @BatchNorm2d(128) Block norm; // BUG: 128 [features] norm expects 128 channels but receives 127
  @Conv2d(in = 128, out = 4, k = 3) Block next;
}

@Input({3, 18, 16})
class TwoMistakes {
  @Conv2d(out = 128, k = 3) Block conv;
  @BatchNorm2d(127) Block norm; // BUG: 127 [features] norm expects 127 channels but receives 128
  @Conv2d(in = 129, out = 4, k = 3) Block next; // BUG: in = <129> [conv-in-channels] next ...
}

@Input({12})
@Forward({"h = a(x)", "mean = m(h)", "std = s(h)", "return mean + std"})
class ReadTwice {
  @Linear(out = 31) Block a;
  @Linear(in = 32, out = 4) Block m; // BUG: in = <32> [linear-in] m expects 32 features but receives 31
  @Linear(in = 32, out = 4) Block s;
}
