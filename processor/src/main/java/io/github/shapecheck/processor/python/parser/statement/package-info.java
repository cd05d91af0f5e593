/** Parses statements and blocks of them. */
@NullMarked
package io.github.shapecheck.processor.python.parser.statement;

import org.jspecify.annotations.NullMarked;
