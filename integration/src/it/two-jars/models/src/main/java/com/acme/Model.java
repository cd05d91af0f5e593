package com.acme;

import io.github.shapecheck.Input;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.Linear;

@Input({16})
class Model {
  @Submodule(value = Block.class, with = "width = 33")
  Object block;

  @Linear(in = 33, out = 4)
  Object fc;
}
