/**
 * What can be wrong with a model: the table of ids, problems with their place, and the edits that
 * may repair them.
 */
@NullMarked
package io.github.shapecheck.processor.problem;

import org.jspecify.annotations.NullMarked;
