/** The host of a network's programs, and the files of Python that they stand in. */
@NullMarked
package io.github.shapecheck.processor.run.network;

import org.jspecify.annotations.NullMarked;
