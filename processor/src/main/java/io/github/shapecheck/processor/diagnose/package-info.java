/** Why a model is wrong and what repairs it: findings, each a problem with its tried fixes. */
@NullMarked
package io.github.shapecheck.processor.diagnose;

import org.jspecify.annotations.NullMarked;
