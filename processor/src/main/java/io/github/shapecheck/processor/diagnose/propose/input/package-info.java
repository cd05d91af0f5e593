/** Proposes other inputs and other tensors of the model's own. */
@NullMarked
package io.github.shapecheck.processor.diagnose.propose.input;

import org.jspecify.annotations.NullMarked;
