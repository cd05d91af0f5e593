/** Parses expressions, and what stands in them: arguments, parameters, targets, patterns. */
@NullMarked
package io.github.shapecheck.processor.python.parser.expression;

import org.jspecify.annotations.NullMarked;
