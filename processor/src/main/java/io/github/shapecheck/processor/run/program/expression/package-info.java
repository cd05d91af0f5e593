/** Computes the values of expressions. */
@NullMarked
package io.github.shapecheck.processor.run.program.expression;

import org.jspecify.annotations.NullMarked;
