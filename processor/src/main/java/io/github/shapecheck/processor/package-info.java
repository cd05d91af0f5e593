/** The compiler plug-in: rounds, options and the walk from an annotated class to its report. */
@NullMarked
package io.github.shapecheck.processor;

import org.jspecify.annotations.NullMarked;
