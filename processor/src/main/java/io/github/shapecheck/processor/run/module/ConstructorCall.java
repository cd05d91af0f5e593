package io.github.shapecheck.processor.run.module;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.PlaceOrigin;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
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
public record ConstructorCall(
    LayerType type, @Nullable Value[] numbers, @Nullable Place[] places, Place place) {

  /** Numbers that have made the weights already and are not asked for again. */
  private static final Set<String> MADE =
      Set.of(
          """
          in_channels out_channels num_channels in_features out_features in1_features in2_features
          num_embeddings embedding_dim num_parameters bias affine elementwise_affine
          track_running_stats
          """
              .split("\\s+"));

  /** Numbers that the forward pass holds against weights that they have made. */
  private static final Set<String> BOUND =
      Set.of(
          """
          input_size hidden_size num_layers bidirectional proj_size normalized_shape embed_dim kdim
          vdim d_model nhead dim_feedforward
          """
              .split("\\s+"));

  /** A number by the name that PyTorch gives it. */
  public Value number(String name) {
    int index = type.constructor().indexOf(name);
    Value number = index < 0 ? null : numbers[index];
    return number == null ? Value.NONE : number;
  }

  /** Whether a number can no longer be another, now that the layer is made. */
  public boolean binds(String name, Value value) {
    return type.constructor().indexOf(name) >= 0
        && isBound(name)
        && !ImmutableValues.of(value).equals(number(name));
  }

  private boolean isBound(String name) {
    return BOUND.contains(name)
        || name.equals("num_features") && kind() != Kind.BATCH_NORM
        || name.equals("groups") && kind() == Kind.TRANSPOSED_CONVOLUTION;
  }

  /** Whether its forward pass does not ask for a number again. */
  private boolean isMade(String name) {
    return MADE.contains(name)
        || name.equals("num_features")
        || name.equals("kernel_size") && kind().isConvolution()
        || name.equals("padding")
            && number("padding_mode") instanceof Value.Text mode
            && !mode.value().equals("zeros");
  }

  private Kind kind() {
    return type.operation().kind();
  }

  /** The same layer after {@code layer.stride = (1, 1)}; null where that changes nothing. */
  @Nullable ConstructorCall with(String name, Value value) {
    int index = type.constructor().indexOf(name);
    if (index < 0 || isBound(name) || isMade(name)) {
      return null;
    }
    @Nullable Value[] changed = numbers.clone();
    @Nullable Place[] written = places.clone();
    int padded = type.constructor().indexOf("padding_kind");
    if (name.equals("padding") && padded >= 0) {
      changed[padded] = value instanceof Value.Text ? value : type.fallback(padded);
      written[padded] = null;
      index = value instanceof Value.Text ? padded : index;
    } else if (name.equals("groups") && kind().isConvolution()) {
      int channels = type.constructor().indexOf("in_channels");
      changed[channels] = regrouped(numbers[channels], numbers[index], value);
      written[channels] = null;
    }
    int stride = type.constructor().indexOf("stride");
    if (name.equals("kernel_size") && number("stride") instanceof Value.None && stride >= 0) {
      changed[stride] = number(name); // a pool has taken it over when it was made
    }
    changed[index] = ImmutableValues.of(value);
    written[index] = null;
    return new ConstructorCall(type, changed, written, place);
  }

  /** The channels with which other groups have the weight that is there. */
  private static @Nullable Value regrouped(
      @Nullable Value channels, @Nullable Value before, Value groups) {
    Dim all = channels == null ? null : channels.dim();
    Dim old = before == null ? null : before.dim();
    Dim now = groups.dim();
    if (all == null || old == null || now == null || !old.isConstant() || old.value() <= 0) {
      return channels;
    }
    return new Value.Int(all.floorDiv(old.value()).times(now));
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
