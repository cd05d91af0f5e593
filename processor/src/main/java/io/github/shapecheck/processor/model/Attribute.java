package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.value.Value;

/**
 * A member of an annotation.
 *
 * @param explicit whether the user wrote it
 */
public record Attribute(Value value, Origin origin, boolean explicit) {}
