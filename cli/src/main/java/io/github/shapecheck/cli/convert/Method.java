package io.github.shapecheck.cli.convert;

import io.github.shapecheck.processor.run.object.ClassObject;

/**
 * A function of a Python class that a forward pass needs.
 *
 * @param name what the written class calls it
 * @param owner the class in whose body it stands
 */
record Method(String name, Definition definition, ClassObject owner) {}
