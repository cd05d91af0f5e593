package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import java.util.Map;

/**
 * A layer annotation on a field.
 *
 * @param type the annotation's simple name, the torch.nn layer's
 * @param attributes its members by name
 * @param with keyword arguments over the enclosing module's parameters
 */
public record LayerDeclaration(
    String type,
    Map<String, Attribute> attributes,
    KeywordArguments with,
    Origin origin,
    Origin withOrigin) {}
