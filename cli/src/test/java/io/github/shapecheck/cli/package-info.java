/** The command line as its users meet it. */
package io.github.shapecheck.cli;
