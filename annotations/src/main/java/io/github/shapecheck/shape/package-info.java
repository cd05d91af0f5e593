/**
 * Exact sizes: {@link io.github.shapecheck.shape.Dim}, shapes of them, conditions on them, and the
 * sizes for which a condition holds.
 */
package io.github.shapecheck.shape;
