/** What a Python constructor built, for whoever wants to write it down. */
@NullMarked
package io.github.shapecheck.processor.run.tree;

import org.jspecify.annotations.NullMarked;
