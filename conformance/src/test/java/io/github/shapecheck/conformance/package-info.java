/** Holds every layer and function against real LibTorch. */
package io.github.shapecheck.conformance;
