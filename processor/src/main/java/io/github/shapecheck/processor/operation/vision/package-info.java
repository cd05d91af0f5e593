/** Pads, other resolutions and shuffled pixels. */
@NullMarked
package io.github.shapecheck.processor.operation.vision;

import org.jspecify.annotations.NullMarked;
