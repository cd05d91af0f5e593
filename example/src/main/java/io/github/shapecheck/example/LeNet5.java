package io.github.shapecheck.example;

import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.nn.AvgPool2d;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.Flatten;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.Tanh;

/** LeCun's LeNet-5. Without a forward pass the layers are applied in source order. */
@Input({1, 32, 32})
@Output(10)
record LeNet5(
    @Conv2d(in = 1, out = 6, k = 5) @Tanh Block c1,
    @AvgPool2d(k = 2) Block s2,
    @Conv2d(in = 6, out = 16, k = 5) @Tanh Block c3,
    @AvgPool2d(k = 2) Block s4,
    @Conv2d(in = 16, out = 120, k = 5) @Tanh Block c5,
    @Flatten @Linear(in = 120, out = 84) @Tanh Block f6,
    @Linear(in = 84, out = 10) Block output) {}
