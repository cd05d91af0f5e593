package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.Program;

/** The forward pass as the user wrote it, parsed. */
public record ForwardDeclaration(Program program, Origin origin) {}
