/** The operations of einops: axes by name, in groups, reduced and repeated. */
@NullMarked
package io.github.shapecheck.processor.operation.einops;

import org.jspecify.annotations.NullMarked;
