package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.value.Value;
import java.util.Iterator;

/** Items of a function that yields, in which an exception can be raised where it waits. */
public interface Interruptible extends Iterator<Value> {
  /** Whether it comes to its end, or to another item, when an exception is raised where it is. */
  boolean takes(Raised raised);
}
