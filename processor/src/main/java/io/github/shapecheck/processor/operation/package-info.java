/** What every rule works with: a call and its arguments, windows, weights. */
@NullMarked
package io.github.shapecheck.processor.operation;

import org.jspecify.annotations.NullMarked;
