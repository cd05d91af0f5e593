/** What a proposer is asked: a problem with the call and the line where it stands. */
@NullMarked
package io.github.shapecheck.processor.diagnose.propose.failure;

import org.jspecify.annotations.NullMarked;
