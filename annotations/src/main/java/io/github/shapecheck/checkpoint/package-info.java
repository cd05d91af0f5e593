/** Names, types and shapes of the tensors in checkpoint files, without their values. */
package io.github.shapecheck.checkpoint;
