/** What a run costs. */
package io.github.shapecheck.benchmark;
