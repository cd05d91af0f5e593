package io.github.shapecheck.cli.convert.built;

import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.network.torch.TorchClasses;
import io.github.shapecheck.processor.run.network.torch.TorchNames;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.RangeObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.type.Representation;
import io.github.shapecheck.processor.value.Floats;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as forward text and {@code @Params} can write them. */
public final class Literals {
  private static final int DEEPEST = 20;

  private Literals() {}

  /** The text of which this is the value; null where there is none. */
  public static @Nullable String of(Value value) {
    return of(value, 0);
  }

  /** Whether forward text means a value by a name that it gives no meaning itself. */
  public static boolean isFreeName(String name, Value value) {
    Value free = TorchNames.free(name);
    if (value instanceof Library library) {
      return free instanceof Library known && known.name().equals(library.name())
          || name.equals("F") && library.name().equals("torch.nn.functional")
          || name.equals("nn") && library.name().equals("torch.nn");
    }
    if (value instanceof References.Named named) {
      return free instanceof References.Named known && known.function() == named.function();
    }
    return value.equals(free);
  }

  private static @Nullable String of(Value value, int depth) {
    if (depth > DEEPEST) {
      return null;
    }
    if (value instanceof Value.Int number) {
      return number.value().isConstant() ? number.value().toString() : null;
    }
    if (value instanceof Value.Real real) {
      return real.undetermined() == null ? real(real.value()) : null;
    }
    if (value instanceof Value.Bool flag) {
      return flag.value() ? "True" : "False";
    }
    if (value instanceof Value.Text text) {
      return Representation.quoted(text.value());
    }
    if (value instanceof Value.None) {
      return "None";
    }
    if (value instanceof Value.Type type) {
      return "torch." + type.dtype().torchName();
    }
    return collection(value, depth);
  }

  private static String real(double value) {
    return Double.isNaN(value)
        ? "float('nan')"
        : Double.isInfinite(value)
            ? "float('" + (value > 0 ? "inf" : "-inf") + "')"
            : Floats.repr(value);
  }

  private static @Nullable String collection(Value value, int depth) {
    if (value instanceof ListObject list) {
      return all(list.items(), "[", "]", depth);
    }
    if (value instanceof Value.Sequence sequence) {
      String close = sequence.items().size() == 1 ? ",)" : ")";
      return sequence.tuple()
          ? all(sequence.items(), "(", close, depth)
          : all(sequence.items(), "[", "]", depth);
    }
    if (value instanceof RangeObject range) {
      return "range(" + range.start() + ", " + range.stop() + ", " + range.step() + ")";
    }
    if (value instanceof DictObject dict) {
      List<String> entries = new ArrayList<>();
      for (DictObject.Entry entry : dict.entries()) {
        String key = of(entry.key(), depth + 1);
        String item = of(entry.value(), depth + 1);
        if (key == null || item == null) {
          return null;
        }
        entries.add(key + ": " + item);
      }
      return dict.factory() == null ? "{" + String.join(", ", entries) + "}" : null;
    }
    return value instanceof InstanceObject record && !(value instanceof ModuleObject)
        ? namespace(record, depth)
        : name(value);
  }

  /** An object whose attributes are all that matters. */
  private static @Nullable String namespace(InstanceObject record, int depth) {
    List<String> attributes = new ArrayList<>();
    if (record.type().isSubclassOf(Types.ENUM) || record.attributes().isEmpty()) {
      return null;
    }
    for (Map.Entry<String, Value> attribute : record.attributes().entrySet()) {
      String text = of(attribute.getValue(), depth + 1);
      if (text == null) {
        return null;
      }
      attributes.add(attribute.getKey() + "=" + text);
    }
    return "SimpleNamespace(" + String.join(", ", attributes) + ")";
  }

  /** A function or a class by its name in torch. */
  private static @Nullable String name(Value value) {
    if (value instanceof References.Named named) {
      String name = named.function().name();
      return Catalogue.function(name) == named.function()
          ? "F." + name
          : Catalogue.torch(name) == named.function() ? "torch." + name : null;
    }
    if (value instanceof ClassObject type && TorchClasses.named(type.name()) == type) {
      return "nn." + type.name();
    }
    boolean builtin = value instanceof Builtin || value instanceof ClassObject;
    String plain =
        value instanceof Builtin function
            ? function.name()
            : value instanceof ClassObject type ? type.name() : "";
    return builtin && TorchNames.free(plain) == value ? plain : null;
  }

  private static @Nullable String all(List<Value> items, String open, String close, int depth) {
    List<String> texts = new ArrayList<>();
    for (Value item : items) {
      String text = of(item, depth + 1);
      if (text == null) {
        return null;
      }
      texts.add(text);
    }
    return open + String.join(", ", texts) + close;
  }
}
