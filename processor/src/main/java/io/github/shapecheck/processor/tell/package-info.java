/** Prints problems; the only caller of Messager. */
@NullMarked
package io.github.shapecheck.processor.tell;

import org.jspecify.annotations.NullMarked;
