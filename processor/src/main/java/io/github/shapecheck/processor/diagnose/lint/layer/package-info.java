/** Finds layers that do nothing, or harm, where they stand. */
@NullMarked
package io.github.shapecheck.processor.diagnose.lint.layer;

import org.jspecify.annotations.NullMarked;
