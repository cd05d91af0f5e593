/** What users of shapecheck write and what they get. */
module io.github.shapecheck {}
