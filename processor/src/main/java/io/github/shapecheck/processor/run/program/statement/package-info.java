/** Carries out statements, and calls of the functions that they define. */
@NullMarked
package io.github.shapecheck.processor.run.program.statement;

import org.jspecify.annotations.NullMarked;
