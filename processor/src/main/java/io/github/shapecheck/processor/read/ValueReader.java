package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/**
 * Turns annotation values into values of the checker: an empty array is absent, an array of one is
 * its item, an enum constant its lower-case name; what the compiler could not make sense of is
 * unknown.
 */
final class ValueReader extends SimpleAnnotationValueVisitor14<Value, Void> {
  private static final ValueReader INSTANCE = new ValueReader();

  private ValueReader() {
    super(Value.UNKNOWN);
  }

  static Value read(AnnotationValue value) {
    Value read = value.accept(INSTANCE, null);
    return read == null ? Value.UNKNOWN : read;
  }

  @Override
  public Value visitInt(int value, Void unused) {
    return Value.Int.of(value);
  }

  @Override
  public Value visitLong(long value, Void unused) {
    return Value.Int.of(value);
  }

  @Override
  public Value visitDouble(double value, Void unused) {
    return new Value.Real(value);
  }

  @Override
  public Value visitFloat(float value, Void unused) {
    return new Value.Real(value);
  }

  @Override
  public Value visitBoolean(boolean value, Void unused) {
    return new Value.Bool(value);
  }

  @Override
  public Value visitString(String value, Void unused) {
    return value.equals("<error>") ? Value.UNKNOWN : new Value.Text(value);
  }

  @Override
  public Value visitEnumConstant(VariableElement constant, Void unused) {
    return new Value.Text(constant.getSimpleName().toString().toLowerCase(Locale.ROOT));
  }

  @Override
  public Value visitType(TypeMirror type, Void unused) {
    return new Value.Constant(type.toString());
  }

  @Override
  public Value visitAnnotation(AnnotationMirror annotation, Void unused) {
    return Value.UNKNOWN;
  }

  @Override
  public Value visitArray(List<? extends AnnotationValue> values, Void unused) {
    if (values.isEmpty()) {
      return Value.NONE;
    }
    List<Value> items = new ArrayList<>(values.size());
    for (AnnotationValue value : values) {
      items.add(read(value));
    }
    return items.size() == 1 ? items.get(0) : new Value.Sequence(items, true);
  }
}
