package com.acme;

import io.github.shapecheck.Params;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.ReLU;

@Params("width")
public class Block {
  @Linear(in = 18, with = "out = width")
  Object widen;

  @ReLU Object relu;
}
