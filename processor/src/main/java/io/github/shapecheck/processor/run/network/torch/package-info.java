/** What PyTorch brings along: its names, the classes of torch.nn, what modules can do. */
@NullMarked
package io.github.shapecheck.processor.run.network.torch;

import org.jspecify.annotations.NullMarked;
