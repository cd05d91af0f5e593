/** Writes a report as Java source; the only package that uses JavaPoet. */
@NullMarked
package io.github.shapecheck.processor.write;

import org.jspecify.annotations.NullMarked;
