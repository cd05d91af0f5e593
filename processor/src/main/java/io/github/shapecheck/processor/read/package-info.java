/** Turns compiler elements into models. */
@NullMarked
package io.github.shapecheck.processor.read;

import org.jspecify.annotations.NullMarked;
