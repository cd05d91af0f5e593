package io.github.shapecheck.processor.diagnose;

import java.util.Comparator;

/** A way to go on. */
record NextRepair(int number, RepairedModel model, RepairWay way) {
  /** First those at whose end the fewest mistakes may be told. */
  static final Comparator<NextRepair> FEWEST =
      Comparator.comparingInt(NextRepair::mistakes)
          .thenComparingInt(next -> next.model.left().size())
          .thenComparing(NextRepair::way)
          .thenComparingInt(next -> -next.model.told().size())
          .thenComparingInt(NextRepair::number);

  /** First those at whose end few mistakes may be told that likely edits have put right. */
  static final Comparator<NextRepair> LIKELIEST =
      Comparator.comparingInt((NextRepair next) -> next.mistakes() + next.model.doubt())
          .thenComparingInt(next -> -next.model.told().size())
          .thenComparing(NextRepair::way)
          .thenComparingInt(NextRepair::number);

  /** Where the likeliest are sought, what repairs from afar may uncover, too. */
  NextRepair further() {
    return way == RepairWay.REPAIR_FROM_AFAR ? new NextRepair(number, model, way.next()) : this;
  }

  /** At least so many are told at its end, more for those that nothing repairs. */
  private int mistakes() {
    return model.mistakes() + way.cost();
  }
}
