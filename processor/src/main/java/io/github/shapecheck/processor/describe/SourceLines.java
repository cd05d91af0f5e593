package io.github.shapecheck.processor.describe;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.report.SourceLine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names the line of a Python file, or of a class's forward pass, where something stands. */
final class SourceLines {
  private final Map<Origin, String> texts = new HashMap<>();

  SourceLines(Model model) {
    model.modules().values().forEach(this::add);
    add(model.root());
  }

  private void add(ModuleDeclaration module) {
    module
        .forward()
        .ifPresent(
            forward -> {
              texts.put(forward.origin(), module.name() + ".forward");
              forward.superclass().ifPresent(this::add);
            });
  }

  Optional<SourceLine> of(Place place) {
    String text =
        place.origin() instanceof PythonFile file ? file.name() : texts.get(place.origin());
    return text == null || !place.inForward()
        ? Optional.empty()
        : Optional.of(new SourceLine(text, place.line()));
  }
}
