/** Writes a report as the Java source of a class. */
@NullMarked
package io.github.shapecheck.processor.write;

import org.jspecify.annotations.NullMarked;
