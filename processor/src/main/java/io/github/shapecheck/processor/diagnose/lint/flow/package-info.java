/** What lints look at: a trace as operations with their neighbours. */
@NullMarked
package io.github.shapecheck.processor.diagnose.lint.flow;

import org.jspecify.annotations.NullMarked;
