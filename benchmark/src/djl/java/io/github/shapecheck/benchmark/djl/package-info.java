/** What a forward pass through a checked network costs: docs/performance.md has the numbers. */
package io.github.shapecheck.benchmark.djl;
