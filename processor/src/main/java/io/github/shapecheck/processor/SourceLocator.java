package io.github.shapecheck.processor;

import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.read.SourceOrigin;
import io.github.shapecheck.processor.tell.Teller;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.tools.Diagnostic;

/**
 * Shows problems where the reader found the declaration; what comes from a compiled class is shown
 * on the model.
 */
record SourceLocator(Element model, Optional<String> page) implements Teller.Locator {
  @Override
  public void print(Messager messager, Diagnostic.Kind kind, String text, Problem problem) {
    Origin place = problem.place().origin();
    Origin written = place instanceof PythonFile file ? file.annotation() : place;
    // Eclipse's compiler knows no place of an enum's constants.
    if (!(written instanceof SourceOrigin origin)
        || !origin.hasSource()
        || origin.element().getKind() == ElementKind.ENUM_CONSTANT) {
      messager.printMessage(kind, text, model);
      return;
    }
    AnnotationMirror mirror = origin.mirror().orElse(null);
    AnnotationValue value = origin.value().orElse(null);
    try {
      messager.printMessage(kind, text, origin.element(), mirror, value);
    } catch (NullPointerException eclipse) {
      // Eclipse's compiler cannot look for a place behind an empty array: @Input(value = {}).
      messager.printMessage(kind, text, origin.element());
    }
  }
}
