package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.forward.Program;
import io.github.shapecheck.processor.problem.Origin;

/** The forward pass as the user wrote it, parsed. */
public record ForwardDeclaration(Program program, Origin origin) {}
