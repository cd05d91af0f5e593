package com.acme;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.MaxPool2d;

@Input({1, 28, 28})
@Forward(
    """
    x = pool(relu(conv(x)))
    return fc(flatten(x, 1))
    """)
public class ConvNet {
  @Conv2d(in = 1, out = 10, k = 5)
  Object conv;

  @MaxPool2d(k = 2, s = 2)
  Object pool;

  @Linear(in = 1440, out = 7)
  Object fc;

  public ConvNet() {}

  public static void main(String[] arguments) {
    System.out.println(ConvNetShapeReport.report());
  }
}
