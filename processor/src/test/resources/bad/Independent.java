package bad;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Independent mistakes are all reported, each once, and none causes another. */
@Input({3, 33, 47})
class Independent {
  @Conv2d(in = 4, out = 8, k = 3) Block conv1; // BUG: in = <4> [conv-in-channels] conv1 ... 4 ... 3
  @MaxPool2d(k = {2, 3}, p = {1, 2}) Block pool; // BUG: p = <{1, 2}> [pool-padding] pool ...
  @Conv2d(in = 8, out = 9, k = 3, groups = 2) Block conv2; // BUG: groups = <2> [conv-groups] conv2 ...
  @BatchNorm2d(7) Block norm; // BUG: 7 [features] norm ... 7 ... 9
  @Conv2d(in = 9, out = 4, k = 3) Block conv3;
}

/** The second model of one file. */
@Input(12)
class Second {
  @Linear(in = 12, out = 5) Block fc1;
  @Linear(in = 6, out = 7) @ReLU @Dropout(0.1) Block fc2; // BUG: in = <6> [linear-in] fc2 expects 6 features but receives 5
}
