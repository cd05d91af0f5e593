/** Spectra and series. */
@NullMarked
package io.github.shapecheck.processor.operation.signal;

import org.jspecify.annotations.NullMarked;
