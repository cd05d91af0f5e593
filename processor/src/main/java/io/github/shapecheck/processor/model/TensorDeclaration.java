package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.shape.Shape;

/** A bare tensor of the model: {@code @Parameter} (trainable) or {@code @Buffer}. */
public record TensorDeclaration(Shape shape, boolean trainable, Origin origin) {}
