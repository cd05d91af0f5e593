package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.value.Value;
import java.util.HashMap;
import java.util.Map;

/** Reads the layer annotations; knows none of them by name. */
final class LayerReader {
  private static final String PACKAGE = "io.github.shapecheck.nn.";

  private LayerReader() {}

  static boolean isLayer(Annotation annotation) {
    return annotation.qualifiedName().startsWith(PACKAGE);
  }

  static LayerDeclaration read(Annotation annotation) {
    Map<String, Attribute> attributes = new HashMap<>();
    for (var member : annotation.type().defaultValues().entrySet()) {
      Value value = member.getValue();
      attributes.put(member.getKey(), new Attribute(value, annotation.origin(), false));
    }
    for (var member : annotation.explicit().entrySet()) {
      Value value = ValueReader.read(member.getValue());
      Origin origin = annotation.origin().at(member.getValue());
      attributes.put(member.getKey(), new Attribute(value, origin, true));
    }
    return new LayerDeclaration(
        annotation.name(),
        attributes,
        KeywordArguments.of(annotation.text("with")),
        annotation.origin(),
        annotation.origin("with"));
  }
}
