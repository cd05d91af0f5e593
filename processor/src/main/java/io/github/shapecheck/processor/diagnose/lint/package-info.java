/** What PyTorch accepts but people regret: one file a lint, and the one table of them. */
@NullMarked
package io.github.shapecheck.processor.diagnose.lint;

import org.jspecify.annotations.NullMarked;
