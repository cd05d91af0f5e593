/** Finds windows that miss, repeat or pad what they should see. */
@NullMarked
package io.github.shapecheck.processor.diagnose.lint.window;

import org.jspecify.annotations.NullMarked;
