/** Convolutions and what slides like them. */
@NullMarked
package io.github.shapecheck.processor.operation.conv;

import org.jspecify.annotations.NullMarked;
