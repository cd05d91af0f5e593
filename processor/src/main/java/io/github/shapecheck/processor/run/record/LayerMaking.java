package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.PlaceOrigin;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The call that made a layer.
 *
 * @param numbers the constructor's arguments in the order of the type's signature
 * @param places where each is written, null for defaults
 * @param place where the call stands
 */
public record LayerMaking(
    LayerType type, @Nullable Value[] numbers, @Nullable Place[] places, Place place) {

  /** The numbers that a forward pass reads anew: the others have made the weights already. */
  private static final Set<String> READ_ANEW =
      Set.of(
          "stride",
          "padding",
          "dilation",
          "padding_mode",
          "output_padding",
          "ceil_mode",
          "return_indices",
          "output_size",
          "size",
          "scale_factor",
          "mode",
          "align_corners",
          "dim",
          "start_dim",
          "end_dim",
          "upscale_factor",
          "p",
          "inplace",
          "eps",
          "momentum");

  /** The same layer after {@code layer.stride = (1, 1)}; null where that changes nothing. */
  @Nullable LayerMaking with(String name, Value value) {
    int index = type.constructor().indexOf(name);
    boolean pools = name.equals("kernel_size") && type.name().contains("Pool");
    if (index < 0 || !pools && !READ_ANEW.contains(name)) {
      return null;
    }
    @Nullable Value[] changed = numbers.clone();
    @Nullable Place[] written = places.clone();
    changed[index] = Frozen.of(value);
    written[index] = null;
    return new LayerMaking(type, changed, written, place);
  }

  /** The layer under a path; the key tells its weights apart. */
  public LayerInstance layer(String path, String key) {
    Map<String, Attribute> attributes = new HashMap<>();
    for (int i = 0; i < type.constructor().size(); i++) {
      Place written = places[i];
      Value number = numbers[i];
      if (written != null && number != null) {
        attributes.put(
            type.constructor().members().get(i),
            new Attribute(number, new PlaceOrigin(written), true));
      }
    }
    Origin origin = new PlaceOrigin(place);
    LayerDeclaration declaration =
        new LayerDeclaration(type.name(), attributes, KeywordArguments.NONE, origin, origin);
    return new LayerInstance(
        path,
        FieldDeclaration.of(type.name(), declaration),
        0,
        declaration,
        type,
        Arrays.copyOf(numbers, type.signature().size()),
        Map.of(),
        key);
  }
}
