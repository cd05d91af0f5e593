/** Networks of Deeplearning4j held against reports. */
@NullMarked
package io.github.shapecheck.dl4j;

import org.jspecify.annotations.NullMarked;
