package io.github.shapecheck.cli.convert;

/** A field with its annotation. */
record JavaField(String name, JavaAnnotation annotation) {}
