package io.github.shapecheck.processor.operation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a parameter says of its operation, whatever its name: what the other rooms ask of a number
 * that may be another.
 */
public enum Role {
  /** How many channels or features arrive. */
  IN("in_channels", "in_features", "input_size", "in1_features", "in2_features", "kdim", "vdim"),
  /** How many channels or features arrive, and leave. */
  IN_AND_OUT(
      "num_features", "normalized_shape", "num_parameters", "embed_dim", "d_model", "num_channels"),
  /** How many channels or features leave. */
  OUT("out_channels", "out_features", "hidden_size", "proj_size", "embedding_dim"),
  /** Sizes of the result. */
  SIZE("output_size", "size", "unflattened_size", "shape"),
  HEADS("num_heads", "nhead"),
  GROUPS("groups", "num_groups"),
  /** How many there are of something that no tensor's size is. */
  COUNT("num_embeddings", "num_layers"),
  /** How many times as large a map becomes, or as small. */
  FACTOR("upscale_factor", "downscale_factor", "scale_factor"),
  KERNEL("kernel_size"),
  PADDING("padding"),
  STRIDE("stride"),
  DILATION("dilation"),
  OUTPUT_PADDING("output_padding"),
  /** Which axis. */
  AXIS("dim", "axis"),
  /** Where axes begin that are taken together. */
  FIRST_AXIS("start_dim"),
  /** A choice on which the result's sizes depend. */
  FLAG("ceil_mode", "batch_first", "bidirectional"),
  OTHER;

  private static final Map<String, Role> BY_NAME =
      Stream.of(values())
          .flatMap(role -> role.names.stream().map(name -> Map.entry(name, role)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  @SuppressWarnings("ImmutableEnumChecker") // List.of gives lists that do not change
  private final List<String> names;

  Role(String... names) {
    this.names = List.of(names);
  }

  /** The role of what PyTorch calls so. */
  public static Role of(String parameter) {
    return BY_NAME.getOrDefault(parameter, OTHER);
  }

  /** Whether it is a number of channels or features. */
  public boolean isWidth() {
    return this == IN || this == IN_AND_OUT || this == OUT;
  }

  /** Whether it is a number that windows are made of. */
  public boolean isOfWindows() {
    return this == KERNEL || this == PADDING || this == STRIDE || this == DILATION;
  }

  /** Whether zero is a number that it may be. */
  public boolean startsAtZero() {
    return this == PADDING || this == OUTPUT_PADDING;
  }
}
