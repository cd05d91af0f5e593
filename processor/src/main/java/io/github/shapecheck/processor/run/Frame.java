package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One execution of a module's forward pass: its variables. */
final class Frame extends Scope {
  final Map<String, Value> variables = new HashMap<>();
  private final Set<String> unknown = new HashSet<>();

  Frame(Recorder recorder, ModuleInstance module) {
    super(recorder, module);
  }

  /** A frame for an expression that stands in an annotation. */
  Frame(Recorder recorder, ModuleInstance module, Place place) {
    super(recorder, module, place);
  }

  /** Whether a name has not been asked for before: an unknown one is reported once. */
  boolean reportedOnce(String name) {
    return unknown.add(name);
  }
}
