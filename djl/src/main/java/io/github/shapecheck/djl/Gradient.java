package io.github.shapecheck.djl;

import ai.djl.ndarray.NDArray;

/**
 * The gradient of a parameter after a backward pass.
 *
 * @param parameter its name as in PyTorch's {@code state_dict}
 * @param value the gradient
 */
public record Gradient(String parameter, NDArray value) {}
