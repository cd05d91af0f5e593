package io.github.shapecheck.shape;

import java.util.Optional;

/** Says which atoms to replace by what. */
@FunctionalInterface
interface Replacement {
  Optional<Dim> of(Atom atom);
}
