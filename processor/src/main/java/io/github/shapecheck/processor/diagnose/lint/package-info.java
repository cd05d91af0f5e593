/** The table of lints, and what tries their remedies. */
@NullMarked
package io.github.shapecheck.processor.diagnose.lint;

import org.jspecify.annotations.NullMarked;
