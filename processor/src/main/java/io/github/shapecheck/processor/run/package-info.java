/** Executes a model's forward pass on shapes. */
@NullMarked
package io.github.shapecheck.processor.run;

import org.jspecify.annotations.NullMarked;
