/** Writes Python models as annotated Java classes. */
@NullMarked
package io.github.shapecheck.cli.convert;

import org.jspecify.annotations.NullMarked;
