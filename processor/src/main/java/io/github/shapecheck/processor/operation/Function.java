package io.github.shapecheck.processor.operation;

/** A function or method of the forward language: an operation as it is called by one name. */
public record Function(String name, Signature signature, Operation operation) {}
