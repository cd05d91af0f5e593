package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Step;
import io.github.shapecheck.processor.run.Trace;
import io.github.shapecheck.processor.value.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A layer annotation that a tensor passed.
 *
 * @param path the field's, with the way through submodules in front
 * @param index which of the field's annotations
 */
public record LayerSpot(String path, int index, LayerDeclaration layer) {
  private static final int FARTHEST = 40;

  /** The annotation's members of these roles, in the order of the roles. */
  public Stream<TunableMember> numbers(Role... roles) {
    LayerType type = Catalogue.layer(layer.type());
    return type == null
        ? Stream.of()
        : Stream.of(roles)
            .flatMap(role -> type.members(role).stream())
            .map(member -> new TunableMember(this, member, -1));
  }

  /** What a member says of the layer. */
  public Role role(String member) {
    LayerType type = Catalogue.layer(layer.type());
    return type == null ? Role.OTHER : type.role(member);
  }

  /** The first number of these roles that is declared and not 0, -1 where there is none. */
  public long number(Role... roles) {
    return numbers(roles)
        .map(TunableMember::declared)
        .filter(number -> number > 0)
        .findFirst()
        .orElse(-1L);
  }

  /** The layers on the way to a problem, the one where it was found first, then backwards. */
  public static List<LayerSpot> before(Trace trace, Problem problem) {
    Set<LayerSpot> spots = new LinkedHashSet<>(named(trace.model(), problem.subject()));
    Deque<Integer> open = new ArrayDeque<>();
    Set<Integer> seen = new LinkedHashSet<>();
    if (problem.step() >= 0 && problem.step() < trace.steps().size()) {
      open.add(problem.step());
    }
    while (!open.isEmpty() && seen.size() < FARTHEST) {
      int number = open.poll();
      if (seen.add(number)) {
        Step step = trace.steps().get(number);
        of(trace.model(), step).ifPresent(spots::add);
        for (Tensor argument : step.arguments()) {
          if (argument.source() >= 0) {
            open.add(argument.source());
          }
        }
      }
    }
    return new ArrayList<>(spots);
  }

  /** All layer annotations of a field. */
  public static List<LayerSpot> named(Model model, String path) {
    List<LayerSpot> spots = new ArrayList<>();
    Optional<FieldDeclaration> field =
        path.isEmpty() ? Optional.empty() : Revision.field(model, path);
    for (int i = 0; field.isPresent() && i < field.get().layers().size(); i++) {
      spots.add(new LayerSpot(path, i, field.get().layers().get(i)));
    }
    return spots;
  }

  private static Optional<LayerSpot> of(Model model, Step step) {
    String path = step.layer();
    if (path == null) {
      return Optional.empty();
    }
    Optional<FieldDeclaration> field = Revision.field(model, path);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    List<LayerDeclaration> layers = field.get().layers();
    for (int i = 0; i < layers.size(); i++) {
      if (layers.size() == 1 || (path + "." + i).equals(step.owner())) {
        return Optional.of(new LayerSpot(path, i, layers.get(i)));
      }
    }
    return Optional.empty();
  }
}
