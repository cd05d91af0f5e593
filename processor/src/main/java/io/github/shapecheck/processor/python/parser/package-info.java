/**
 * Reads Python text into its syntax tree; every text gives a tree, with its syntax errors in it.
 */
@org.jspecify.annotations.NullMarked
package io.github.shapecheck.processor.python.parser;
