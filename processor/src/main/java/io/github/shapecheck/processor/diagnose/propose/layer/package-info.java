/** Proposes other numbers, flags and kinds for layers. */
@NullMarked
package io.github.shapecheck.processor.diagnose.propose.layer;

import org.jspecify.annotations.NullMarked;
