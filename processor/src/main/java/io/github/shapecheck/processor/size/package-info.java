/**
 * What holds of free sizes: conditions decided, solved and proved; docs/sizes.md names the theory.
 */
@NullMarked
package io.github.shapecheck.processor.size;

import org.jspecify.annotations.NullMarked;
