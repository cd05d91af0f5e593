/** What an annotated class declares, as its programs see it. */
@NullMarked
package io.github.shapecheck.processor.run.network.declared;

import org.jspecify.annotations.NullMarked;
