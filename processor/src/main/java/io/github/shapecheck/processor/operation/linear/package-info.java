/** Linear maps, embeddings and products of matrices. */
@NullMarked
package io.github.shapecheck.processor.operation.linear;

import org.jspecify.annotations.NullMarked;
