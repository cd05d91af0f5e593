/** What users of shapecheck write and what they get. */
module io.github.shapecheck {
  exports io.github.shapecheck;
  exports io.github.shapecheck.checkpoint;
  exports io.github.shapecheck.nn;
  exports io.github.shapecheck.report;
  exports io.github.shapecheck.report.text;
  exports io.github.shapecheck.shape;
}
