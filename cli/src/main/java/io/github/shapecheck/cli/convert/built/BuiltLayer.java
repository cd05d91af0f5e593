package io.github.shapecheck.cli.convert.built;

import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import java.util.Set;

/**
 * A layer of torch.nn with the numbers that it was made with.
 *
 * @param numbers the constructor's arguments in the order of the type's; {@code Unknown} where none
 *     was given and there is no default
 * @param parameters those of PyTorch's constructor in order, those that must be given first
 * @param required how many must be given; -1 for a layer that is not PyTorch's
 * @param weights its own tensors, those not counted that others took the place of
 * @param replaced the weights that others took the place of
 */
public record BuiltLayer(
    LayerType type,
    List<Value> numbers,
    List<String> parameters,
    int required,
    Weights weights,
    Set<String> replaced) {}
