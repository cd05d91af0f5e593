package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
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
    annotation
        .defaults()
        .forEach(
            (member, value) ->
                attributes.put(
                    member, new Attribute(ValueReader.read(value), annotation.origin(), false)));
    annotation
        .explicit()
        .forEach(
            (member, value) ->
                attributes.put(
                    member,
                    new Attribute(ValueReader.read(value), annotation.origin().at(value), true)));
    return new LayerDeclaration(
        annotation.name(),
        attributes,
        KeywordArguments.of(annotation.text("with")),
        annotation.origin(),
        annotation.origin("with"));
  }
}
