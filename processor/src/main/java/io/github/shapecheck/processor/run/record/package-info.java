/** Operations as they are applied: calls with their places, and what is written down of them. */
@NullMarked
package io.github.shapecheck.processor.run.record;

import org.jspecify.annotations.NullMarked;
