/** The table of proposers of edits, and what tries their edits. */
@NullMarked
package io.github.shapecheck.processor.diagnose.propose;

import org.jspecify.annotations.NullMarked;
