package io.github.shapecheck.processor.docs;

import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The constructor of a layer of torch.nn.
 *
 * @param parameters PyTorch's names with their defaults as Python, "" where they must be given
 */
record Constructor(String layer, Map<String, String> parameters) {
  static Constructor parse(String line) {
    int open = line.indexOf('(');
    Map<String, String> parameters = new LinkedHashMap<>();
    String inside = line.substring(open + 1, line.length() - 1);
    for (String parameter : inside.isEmpty() ? new String[0] : inside.split(", ")) {
      String[] sides = parameter.split("=", 2);
      parameters.put(sides[0], sides.length == 2 ? sides[1] : "");
    }
    return new Constructor(line.substring(0, open).split(" ")[0], parameters);
  }

  /** Where the catalogue has another default than PyTorch. */
  List<String> otherDefaults() {
    List<String> wrong = new ArrayList<>();
    LayerType type = Catalogue.layer(PortingSection.annotation(layer));
    parameters.forEach(
        (name, expected) -> {
          int at = type == null ? -1 : type.constructor().indexOf(name);
          if (at >= 0 && !same(type.fallback(at), expected)) {
            wrong.add(layer + "." + name);
          }
        });
    return wrong;
  }

  /** What PyTorch wants given may be left out here where it can be seen from what arrives. */
  private static boolean same(@Nullable Value ours, String theirs) {
    if (theirs.isEmpty()) {
      return ours == null || ours.equals(Value.Int.of(0)) || ours.equals(new Value.Real(0));
    }
    return ours != null && ours.equals(parsed(theirs, ours));
  }

  private static Value parsed(String text, Value like) {
    return switch (text) {
      case "None" -> Value.NONE;
      case "True", "False" -> new Value.Bool(text.equals("True"));
      default ->
          like instanceof Value.Text
              ? new Value.Text(text.replace("'", ""))
              : like instanceof Value.Real
                  ? new Value.Real(Double.parseDouble(text))
                  : Value.Int.of(Long.parseLong(text));
    };
  }
}
