package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Place;

/**
 * A number that the constructor of a layer is given.
 *
 * @param call where the call stands
 * @param parameter what PyTorch calls it
 */
public record LayerArgument(Place call, String parameter) {}
