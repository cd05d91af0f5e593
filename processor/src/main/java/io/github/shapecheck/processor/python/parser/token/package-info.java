/** Cuts Python's text into tokens and goes through them. */
@NullMarked
package io.github.shapecheck.processor.python.parser.token;

import org.jspecify.annotations.NullMarked;
