/** What DJL's engine does for each layer and each function; internal. */
@NullMarked
package io.github.shapecheck.djl.operation;

import org.jspecify.annotations.NullMarked;
