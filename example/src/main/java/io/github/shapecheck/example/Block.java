package io.github.shapecheck.example;

/** Stands for the layer type of your framework: fields may be of any type. */
interface Block {}
