package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.diagnose.propose.Repairs;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import java.util.List;

/** What is done next about a model's first error, from the likeliest to the last resort. */
enum RepairWay {
  REPAIR(0),
  REPAIR_FROM_AFAR(0),
  REPAIR_AND_UNCOVER(0),
  REPAIR_FROM_AFAR_AND_UNCOVER(1),
  LEAVE(RepairedModel.LEFT);

  private final int cost;

  RepairWay(int cost) {
    this.cost = cost;
  }

  /** How many errors more it makes likely. */
  int cost() {
    return cost;
  }

  RepairWay next() {
    return values()[ordinal() + 1];
  }

  boolean uncovers() {
    return this == REPAIR_AND_UNCOVER || this == REPAIR_FROM_AFAR_AND_UNCOVER;
  }

  boolean isNear() {
    return this == REPAIR || this == REPAIR_AND_UNCOVER;
  }

  List<Edit> fixes(Repairs repairs, Problem problem) {
    return isNear() ? repairs.near(problem) : repairs.far(problem);
  }
}
