package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.shape.Shape;

/** A shape that a layer or the model must produce, without the batch; a size of -1 is anything. */
public record OutputDeclaration(Shape sample, Origin origin) {}
