/** The command line: check, report and convert models without a build. */
@NullMarked
package io.github.shapecheck.cli;

import org.jspecify.annotations.NullMarked;
