/** Other shapes for the same values, joined and split. */
@NullMarked
package io.github.shapecheck.processor.operation.view;

import org.jspecify.annotations.NullMarked;
