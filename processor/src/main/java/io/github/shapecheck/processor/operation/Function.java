package io.github.shapecheck.processor.operation;

/** A function or method of the forward language. */
public record Function(String name, Signature signature, Rule rule) {
  static Function of(String name, String signature, Rule rule) {
    return new Function(name, Signature.of(signature), rule);
  }
}
