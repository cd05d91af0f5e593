/** What a checked model is made of, in shapes and numbers, and how that looks as text. */
package io.github.shapecheck.report;
