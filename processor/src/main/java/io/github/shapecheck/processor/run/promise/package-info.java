/** What free sizes must satisfy, decided and written down. */
@NullMarked
package io.github.shapecheck.processor.run.promise;

import org.jspecify.annotations.NullMarked;
