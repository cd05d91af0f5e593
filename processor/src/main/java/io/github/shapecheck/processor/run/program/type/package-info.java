/**
 * What Python's values do: their methods, and how they are combined, compared, shown and gone
 * through.
 */
@NullMarked
package io.github.shapecheck.processor.run.program.type;

import org.jspecify.annotations.NullMarked;
