/** What the user declared, as plain immutable values. */
@NullMarked
package io.github.shapecheck.processor.model;

import org.jspecify.annotations.NullMarked;
