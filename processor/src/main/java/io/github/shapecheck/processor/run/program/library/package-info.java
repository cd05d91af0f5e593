/** Functions that are not written in Python: built-in ones and those of the standard library. */
@NullMarked
package io.github.shapecheck.processor.run.program.library;

import org.jspecify.annotations.NullMarked;
