/** The one catalogue of names. */
@NullMarked
package io.github.shapecheck.processor.operation.catalogue;

import org.jspecify.annotations.NullMarked;
