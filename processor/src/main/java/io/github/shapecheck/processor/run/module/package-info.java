/** Modules and layers as the programs of a network hold them. */
@NullMarked
package io.github.shapecheck.processor.run.module;

import org.jspecify.annotations.NullMarked;
