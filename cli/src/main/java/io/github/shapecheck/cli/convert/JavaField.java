package io.github.shapecheck.cli.convert;

/**
 * A field with its annotation.
 *
 * @param nested a class that only it uses, "" for none
 */
record JavaField(String name, JavaAnnotation annotation, String nested) {}
