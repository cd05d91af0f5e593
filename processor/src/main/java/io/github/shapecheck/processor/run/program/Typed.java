package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.value.Value;

/** A value that says itself what its class is. */
interface Typed extends Value.Reference {
  ClassObject type();
}
