package io.github.shapecheck.processor.zoo;

import io.github.shapecheck.processor.model.Model;
import java.util.function.UnaryOperator;

/**
 * One number of a model written wrong.
 *
 * @param owner the layer, the tensor or the line in which it stands
 * @param isOfLine whether it stands in a line of a forward pass
 * @param wrong the number that is written instead
 * @param text what it says, for messages
 * @param change gives a model the wrong number
 */
record WrongNumber(
    String owner, boolean isOfLine, String wrong, String text, UnaryOperator<Model> change) {}
