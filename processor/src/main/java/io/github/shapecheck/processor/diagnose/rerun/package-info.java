/** Runs changed models: which edit repairs, which number would do, which sizes are admitted. */
@NullMarked
package io.github.shapecheck.processor.diagnose.rerun;

import org.jspecify.annotations.NullMarked;
