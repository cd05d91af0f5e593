/** Reads Python classes as models, with no compiler around. */
@NullMarked
package io.github.shapecheck.processor.read.python;

import org.jspecify.annotations.NullMarked;
