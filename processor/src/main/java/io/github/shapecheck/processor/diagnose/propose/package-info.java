/** Answers questions about a model by running it again, changed. */
@NullMarked
package io.github.shapecheck.processor.diagnose.propose;

import org.jspecify.annotations.NullMarked;
