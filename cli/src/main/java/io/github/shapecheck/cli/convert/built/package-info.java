/** What a Python constructor built, and its values as a forward text writes them. */
@NullMarked
package io.github.shapecheck.cli.convert.built;

import org.jspecify.annotations.NullMarked;
