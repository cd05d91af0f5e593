/** What a run leaves: its steps, and what they made of the inputs. */
@NullMarked
package io.github.shapecheck.processor.run.trace;

import org.jspecify.annotations.NullMarked;
