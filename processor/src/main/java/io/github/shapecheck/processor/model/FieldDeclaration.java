package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A field with annotations of ours: layers, a submodule, a sequence of calls, or a bare tensor.
 *
 * @param layers applied first to last
 * @param suppressed the ids of lints that {@code @SuppressWarnings} silences here
 */
public record FieldDeclaration(
    String name,
    List<LayerDeclaration> layers,
    Optional<SubmoduleDeclaration> submodule,
    Optional<SequentialDeclaration> sequential,
    Optional<TensorDeclaration> tensor,
    Optional<OutputDeclaration> output,
    Set<String> suppressed,
    Origin origin) {
  /** A field with one layer, for models built in memory. */
  public static FieldDeclaration of(String name, LayerDeclaration layer) {
    return new FieldDeclaration(
        name,
        List.of(layer),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Origin.NONE);
  }

  /** A field that is a submodule, for those that are written without a field. */
  public static FieldDeclaration of(String name, SubmoduleDeclaration submodule) {
    return new FieldDeclaration(
        name,
        List.of(),
        Optional.of(submodule),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        submodule.origin());
  }

  public FieldDeclaration withSequential(SequentialDeclaration other) {
    return new FieldDeclaration(
        name, layers, submodule, Optional.of(other), tensor, output, suppressed, origin);
  }

  public FieldDeclaration withLayers(List<LayerDeclaration> others) {
    return new FieldDeclaration(
        name, others, submodule, sequential, tensor, output, suppressed, origin);
  }

  /** The same field with another tensor. */
  public FieldDeclaration withTensor(TensorDeclaration other) {
    return new FieldDeclaration(
        name, layers, submodule, sequential, Optional.of(other), output, suppressed, origin);
  }

  /** The same field with another submodule. */
  public FieldDeclaration withSubmodule(SubmoduleDeclaration other) {
    return new FieldDeclaration(
        name, layers, Optional.of(other), sequential, tensor, output, suppressed, origin);
  }
}
