/** Attention and transformers. */
@NullMarked
package io.github.shapecheck.processor.operation.attention;

import org.jspecify.annotations.NullMarked;
