/** Finds layers and values that nothing uses. */
@NullMarked
package io.github.shapecheck.processor.diagnose.lint.unused;

import org.jspecify.annotations.NullMarked;
