/** What programs compute with: tensors as shapes, numbers, text, tuples and lists. */
@NullMarked
package io.github.shapecheck.processor.value;

import org.jspecify.annotations.NullMarked;
