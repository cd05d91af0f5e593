package io.github.shapecheck.processor.docs;

import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The section of docs/porting.md on layers with the same arguments. */
final class PortingSection {
  private static final String REDUCTION = "What `size_average` and `reduce` say, `reduction` says.";
  private static final String LAYERS =
      "The layer that is repeated is said by its own members: `dim`, `heads`, `feedforward`,"
          + " `dropout`, `activation`, `layerNormEps`, `batchFirst`, `normFirst`, `bias`.";

  /** Arguments that become no member, and members that no argument becomes. */
  private static final Map<String, String> NOTES = new HashMap<>();

  static {
    for (String name : List.of("size_average", "reduce")) {
      NOTES.put(name, REDUCTION);
    }
    for (String name : "encoder_layer decoder_layer d_model nhead dim_feedforward".split(" ")) {
      NOTES.put(name, LAYERS);
    }
    for (String name : List.of("dropout", "batch_first", "norm_first", "bias")) {
      NOTES.put(name, LAYERS);
    }
    for (String name : List.of("activation", "layer_norm_eps")) {
      NOTES.put(name, LAYERS);
    }
    for (String name : List.of("custom_encoder", "custom_decoder")) {
      NOTES.put(name, "A model with `custom_encoder` or `custom_decoder` is a class of its own.");
    }
    NOTES.put("padding_kind", "`padding='same'` is `padding = Padding.SAME`, `'valid'` `VALID`.");
    NOTES.put("value", "What is given is read over.");
    NOTES.put("dim", "`dim` is PyTorch's last axis.");
  }

  private PortingSection() {}

  static String of(List<Constructor> alike) {
    String title = alike.stream().map(Constructor::layer).collect(Collectors.joining(", "));
    return "### " + title + "\n\n" + rows(alike.get(0));
  }

  /** The layer whose annotation stands for a layer: a lazy one is the other without its input. */
  static String annotation(String layer) {
    return layer.startsWith("Lazy") ? layer.substring("Lazy".length()) : layer;
  }

  static String rows(Constructor constructor) {
    LayerType type = Catalogue.layer(annotation(constructor.layer()));
    Set<String> names = constructor.parameters().keySet();
    StringBuilder rows = new StringBuilder();
    List<String> without = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (String name : names) {
      int at = type.constructor().indexOf(name);
      if (at >= 0 && !type.constructor().members().get(at).contains("_")) { // of an annotation
        rows.append(row(type, at, name, constructor.parameters().getOrDefault(name, "")));
      } else if (NOTES.containsKey(name) && !name.equals("value")) {
        notes.add(NOTES.get(name));
      } else {
        without.add("`" + name + "`");
      }
    }
    for (String name : type.constructor().names()) {
      if (!names.contains(name) && !constructor.layer().startsWith("Lazy")) {
        notes.add(Objects.requireNonNull(NOTES.get(name), constructor.layer() + "." + name));
      }
    }
    if (!without.isEmpty()) {
      notes.add("No shape depends on " + String.join(", ", without) + ".");
    }
    List<String> parts = new ArrayList<>();
    if (!rows.isEmpty()) {
      parts.add("| PyTorch | member | default |\n| --- | --- | --- |\n" + rows);
    }
    if (!notes.isEmpty()) {
      parts.add(String.join(" ", new LinkedHashSet<>(notes)) + "\n");
    }
    return parts.isEmpty() ? "No arguments.\n" : String.join("\n", parts);
  }

  private static String row(LayerType type, int at, String name, String fallback) {
    String member = type.constructor().members().get(at);
    String other = type.constructor().alternative(at);
    String members = "`" + member + "`" + (member.equals(other) ? "" : " or `" + other + "`");
    String inferred = type.fallback(at) == null ? "" : "what arrives";
    String standard = fallback.isEmpty() ? inferred : "`" + fallback + "`";
    return "| `" + name + "` | " + members + " | " + standard + " |\n";
  }
}
