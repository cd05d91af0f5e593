/** The syntax tree of Python text: forward passes and whole modules. */
@NullMarked
package io.github.shapecheck.processor.python;

import org.jspecify.annotations.NullMarked;
