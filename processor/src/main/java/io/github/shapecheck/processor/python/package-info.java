/** The forward language: lexer, parser and syntax tree of what stands in {@code @Forward}. */
@NullMarked
package io.github.shapecheck.processor.python;

import org.jspecify.annotations.NullMarked;
