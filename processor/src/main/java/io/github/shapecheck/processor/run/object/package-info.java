/** Python's objects as programs use them: what they hold and what needs no further call. */
@NullMarked
package io.github.shapecheck.processor.run.object;

import org.jspecify.annotations.NullMarked;
