package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.Program;
import java.util.List;
import java.util.Map;

/** A field whose layers are written as calls of PyTorch's. */
public record SequentialDeclaration(List<Item> items, Origin origin) {

  /**
   * One layer as the user wrote it, parsed.
   *
   * @param classes the qualified names of the annotated classes that it calls, by simple name
   */
  public record Item(Program program, Map<String, String> classes, Origin origin) {}
}
