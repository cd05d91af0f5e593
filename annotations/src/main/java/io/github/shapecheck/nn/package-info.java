/** One annotation for each layer and loss of PyTorch's {@code torch.nn}, of the same name. */
package io.github.shapecheck.nn;
