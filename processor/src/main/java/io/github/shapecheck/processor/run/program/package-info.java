/** Evaluates Python: statements, expressions, calls, classes; what tensors do, its host knows. */
@NullMarked
package io.github.shapecheck.processor.run.program;

import org.jspecify.annotations.NullMarked;
