/** What the programs of a network see: layers, tensors, modules, and the names of torch. */
@NullMarked
package io.github.shapecheck.processor.run.network;

import org.jspecify.annotations.NullMarked;
