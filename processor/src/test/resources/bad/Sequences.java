package bad;

import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.Params;
import io.github.shapecheck.Sequential;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** What is wrong in a sequence is told on its item. */
@Input(64)
class Sequences {
  @Sequential({"Linear(64, 256)", "ReLU()", "Linear(255, 10)"}) Block mlp; // BUG: <"Linear(255, 10)"> [linear-in] mlp.2 ...
}

@Input(64)
class UnreadableItem {
  @Sequential({"Linear(64, 256", "ReLU()"}) Block mlp; // BUG: <"Linear(64, 256"> [syntax] mlp.0: ...
}

@Input(64)
class NoCall {
  @Sequential({"Linear(64, 6)", "ReLU"}) Block mlp; // BUG: <"ReLU"> [syntax] mlp.1 is no call such as Linear(64, 256)
}

@Input(64)
class OwnClass {
  @Sequential({"Whatever(64, stride=2)"}) Block mlp; // BUG: <"Whatever(64, stride=2)"> [unknown-function] unknown function Whatever; neither a layer nor an annotated class of this file or package
}

@Input({3, 30, 31})
class ImpossibleNumber {
  @Sequential({"Conv2d(3, 8, 0)"}) Block stem; // BUG: <"Conv2d(3, 8, 0)"> [positive] stem.0 ...
}

@Input({3, 30, 31})
class WrongArgument {
  @Sequential({"Conv2d(3, 8, kernl_size=3)"}) Block stem; // BUG: <"Conv2d(3, 8, kernl_size=3)"> [unknown-argument] ...
}

@Input(6)
class WrongOutput {
  @Output(8) // BUG: <8> [output] head ...
  @Sequential({"Linear(6, 7)"}) Block head;
}

@Input(6)
class TwoKinds {
  @Sequential({"Linear(6, 7)"}) @ReLU Block head; // BUG: @Sequential({"Linear(6, 7)"}) [member] head has @Sequential and other layers: write all of them in @Sequential
}

@Params("wide, narrow")
class Unit {
  @Sequential({"Linear(wide, narrow)"}) Block body; // BUG: <"Linear(wide, narrow)"> [linear-in] blocks.1.body.0 ...
}

@Input(6)
class WrongUse {
  @Sequential({"Unit(6, 7)", "Unit(8, 9)"}) Block blocks;
}

@Input(6)
class WrongParameter {
  @Sequential({"Unit(6, narow=7)"}) Block blocks; // BUG: <"Unit(6, narow=7)"> [with] Unit has no parameter narow; did you mean narrow?
}
