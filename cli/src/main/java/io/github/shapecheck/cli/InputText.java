package io.github.shapecheck.cli;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an input as the command line gives it: {@code [name=]sizes[:dtype][@batchAxis]}. */
final class InputText {
  private static final Pattern FORM =
      Pattern.compile("(?:([A-Za-z_\\[][\\w.\\]]*)=)?([-,\\d]*)(?::(\\w+))?(?:@(\\w+))?");
  private static final Map<String, DType> TYPES =
      Map.of(
          "float", DType.FLOAT32,
          "double", DType.FLOAT64,
          "half", DType.FLOAT16,
          "long", DType.INT64,
          "int", DType.INT32,
          "short", DType.INT16,
          "byte", DType.INT8,
          "boolean", DType.BOOL);
  private static final String[][] AXES = {
    {}, {"F"}, {"C", "L"}, {"C", "H", "W"}, {"C", "D", "H", "W"}
  };

  private InputText() {}

  /** All inputs; those without a name are called by their place. */
  static List<InputDeclaration> readAll(List<String> texts) {
    List<InputDeclaration> inputs = new ArrayList<>();
    for (String text : texts) {
      inputs.add(read(text, texts.size() == 1 ? "x" : "x" + inputs.size()));
    }
    return inputs;
  }

  /** The input of a text; what has no name has the given one. */
  static InputDeclaration read(String text, String unnamed) {
    Matcher form = FORM.matcher(text.replace(" ", ""));
    if (!form.matches()) {
      throw new WrongUse(
          "--input " + text + " is not [name=]sizes[:dtype][@batchAxis], such as 3,224,224");
    }
    String name = form.group(1) == null ? unnamed : form.group(1);
    Shape sample = sample(text, form.group(2));
    return new InputDeclaration(
        name,
        sample,
        batchAxis(text, form.group(4), sample.rank()),
        dtype(text, form.group(3)),
        Optional.empty(),
        Origin.NONE,
        Origin.NONE);
  }

  private static Shape sample(String text, String sizes) {
    String[] items = sizes.isEmpty() ? new String[0] : sizes.split(",", -1);
    List<Dim> dims = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      long size = size(text, items[i]);
      String axis = items.length < AXES.length ? AXES[items.length][i] : "S" + i;
      dims.add(size == -1 ? Dim.symbol(axis) : Dim.of(size));
    }
    return Shape.of(dims);
  }

  private static long size(String text, String item) {
    try {
      int size = Integer.parseInt(item);
      if (size == -1 || size > 0) {
        return size;
      }
    } catch (NumberFormatException tooLarge) {
      // said below
    }
    throw new WrongUse("--input " + text + ": " + item + " is no size; -1 is a free one");
  }

  private static int batchAxis(String text, @Nullable String axis, int rank) {
    if (axis == null) {
      return 0;
    } else if (axis.equals("none")) {
      return -1;
    } else if (axis.matches("\\d") && Integer.parseInt(axis) <= rank) {
      return Integer.parseInt(axis);
    }
    throw new WrongUse(
        "--input " + text + ": the batch is none of the axes from 0 to " + rank + ", or none");
  }

  private static DType dtype(String text, @Nullable String name) {
    if (name == null) {
      return DType.FLOAT32;
    }
    DType type = TYPES.get(name);
    for (DType known : DType.values()) {
      if (type == null && known != DType.ANY && known.torchName().equals(name)) {
        type = known;
      }
    }
    if (type == null) {
      throw new WrongUse(
          "--input " + text + ": " + name + " is no element type, as float, long, int or boolean");
    }
    return type;
  }
}
