/** Pooling and its inverse. */
@NullMarked
package io.github.shapecheck.processor.operation.pool;

import org.jspecify.annotations.NullMarked;
