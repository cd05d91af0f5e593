/** Operations and their shape rules, one file a family, and the one catalogue of names. */
@NullMarked
package io.github.shapecheck.processor.operation;

import org.jspecify.annotations.NullMarked;
