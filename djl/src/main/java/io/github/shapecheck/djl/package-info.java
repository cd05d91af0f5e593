/** The network that was checked, executed by DJL. */
@NullMarked
package io.github.shapecheck.djl;

import org.jspecify.annotations.NullMarked;
