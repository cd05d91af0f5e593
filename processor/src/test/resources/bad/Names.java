package bad;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Names that nobody declared, with the line quoted. */
@Input({1, 28, 28})
// BUG: {"conv1", "rellu", "pol", "flatten", "fc1"} [unknown-name] unknown name rellu; did you mean relu?
//   line 2: rellu
//           ^^^^^
// BUG: {"conv1", "rellu", "pol", "flatten", "fc1"} [unknown-name] unknown name pol; did you mean pool?
//   line 3: pol
//           ^^^
@Forward({"conv1", "rellu", "pol", "flatten", "fc1"})
class Names {
  @Conv2d(in = 1, out = 10, k = 5) Block conv1;
  @MaxPool2d(2) Block pool;
  @Linear(out = 10) Block fc1;
}

/** A checked comment that is wrong. */
@Input({1, 28, 28})
@Output({10, 23, 24}) // BUG: {10, 23, 24} [output] ...
class Outputs {
  @Conv2d(in = 1, out = 10, k = 5) @Output({11, 24, 24}) Block conv1; // BUG: {11, 24, 24} [output] conv1 ...
}

@Input({3, 18})
@Forward("return torch.rellu(x)") // BUG: "return torch.rellu(x)" [unknown-function] unknown function torch.rellu; did you mean relu?
class OfModule {}
