/** Activations, softmax and dropout. */
@NullMarked
package io.github.shapecheck.processor.operation.activation;

import org.jspecify.annotations.NullMarked;
