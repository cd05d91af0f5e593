/** What users write: inputs, outputs, the forward pass and the parts of a model. */
package io.github.shapecheck;
