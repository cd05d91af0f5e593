package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.operation.Signature;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.record.WrittenArguments;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A layer annotation that a tensor passed.
 *
 * @param path the field's, with the way through submodules in front
 * @param index which of the field's annotations
 */
public record LayerSpot(String path, int index, LayerDeclaration layer) {
  private static final int FARTHEST = 40;

  /** The members of these roles that {@code with} does not set, in the order of the roles. */
  public Stream<TunableMember> numbers(Role... roles) {
    LayerType type = Catalogue.layer(layer.type());
    return type == null
        ? Stream.of()
        : Stream.of(roles)
            .flatMap(role -> type.members(role).stream())
            .filter(member -> !layer.with().values().containsKey(member))
            .map(member -> new TunableMember(this, member, -1));
  }

  /** The Python file that makes the layer, null for an annotation. */
  @Nullable PythonFile file() {
    return Place.of(layer.origin()).origin() instanceof PythonFile file ? file : null;
  }

  /** What PyTorch calls a member. */
  String parameter(String member) {
    LayerType type = Objects.requireNonNull(Catalogue.layer(layer.type()));
    int index = type.constructor().indexOfMember(member);
    return index < 0 ? member : type.constructor().names().get(index);
  }

  /** The edit that gives a member another value. */
  public Edit set(String member, Setting value) {
    PythonFile file = file();
    LayerType type = Catalogue.layer(layer.type());
    Edit.SetMembers set = new Edit.SetMembers(path, index, Map.of(member, value));
    if (file == null || type == null) {
      return set;
    }
    Edit written =
        new WrittenArguments(layer, type, file).set(path, Map.of(parameter(member), value));
    return written == null ? set : written; // of several lines: no model takes the other
  }

  /** The edit that exchanges two numbers; null where they do not stand in one line. */
  public @Nullable Edit exchange(TunableMember one, TunableMember other) {
    PythonFile file = file();
    LayerType type = Catalogue.layer(layer.type());
    if (file != null && type != null) {
      return new WrittenArguments(layer, type, file).exchanged(one.member(), other.member());
    }
    Map<String, Setting> members = new LinkedHashMap<>();
    members.put(one.member(), Setting.of(other.declared()));
    members.put(other.member(), Setting.of(one.declared()));
    return new Edit.SetMembers(path, index, members);
  }

  /** Another layer with the numbers that stand there; empty where they are no plain values. */
  public Optional<Edit> as(String kind) {
    return written(kind)
        .or(
            () ->
                members()
                    .filter(members -> layer.with().isEmpty())
                    .map(members -> new Edit.SetLayer(path, index, kind, members)));
  }

  /** What the user wrote, in the order of the constructor; empty where it is no plain value. */
  public Optional<Map<String, Setting>> members() {
    Map<String, Setting> members = new LinkedHashMap<>();
    LayerType type = Catalogue.layer(layer.type());
    for (int i = 0; type != null && i < type.constructor().size(); i++) {
      Signature constructor = type.constructor();
      for (String member :
          new LinkedHashSet<>(List.of(constructor.members().get(i), constructor.alternative(i)))) {
        Attribute attribute = layer.attributes().get(member);
        if (attribute != null && attribute.explicit()) {
          Optional<Setting> setting = Settings.of(attribute.value());
          if (setting.isEmpty()) {
            return Optional.empty();
          }
          members.put(member, setting.get());
        }
      }
    }
    return Optional.of(members);
  }

  /** The line of Python that makes it, with another kind of layer; empty for an annotation. */
  private Optional<Edit> written(String kind) {
    PythonFile file = file();
    LayerType type = Catalogue.layer(layer.type());
    return file == null || type == null
        ? Optional.empty()
        : Optional.ofNullable(new WrittenArguments(layer, type, file).as(kind));
  }

  /** The same with other arguments in place of its own. */
  public Optional<Edit> written(String kind, Collection<Setting> arguments) {
    PythonFile file = file();
    LayerType type = Catalogue.layer(layer.type());
    return file == null || type == null
        ? Optional.empty()
        : Optional.ofNullable(new WrittenArguments(layer, type, file).as(kind, arguments));
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
    Set<LayerSpot> spots = new LinkedHashSet<>(named(trace, problem.subject()));
    Deque<Integer> open = new ArrayDeque<>();
    Set<Integer> seen = new LinkedHashSet<>();
    if (problem.step() >= 0 && problem.step() < trace.steps().size()) {
      open.add(problem.step());
    }
    while (!open.isEmpty() && seen.size() < FARTHEST) {
      int number = open.poll();
      if (seen.add(number)) {
        Step step = trace.steps().get(number);
        of(trace, step).ifPresent(spots::add);
        for (Tensor argument : step.arguments()) {
          if (argument.source() >= 0) {
            open.add(argument.source());
          } else if (argument.source() != Tensor.NOWHERE) {
            String leaf = trace.leaves().get(-1 - argument.source()).name();
            spots.addAll(named(trace, leaf.substring(0, Math.max(0, leaf.lastIndexOf('.')))));
          }
        }
      }
    }
    return new ArrayList<>(spots);
  }

  /** All layer annotations of a field. */
  public static List<LayerSpot> named(Trace trace, String path) {
    LayerDeclaration made = trace.made().get(path);
    if (made != null) {
      return List.of(new LayerSpot(path, 0, made));
    }
    Model model = trace.model();
    List<LayerSpot> spots = new ArrayList<>();
    Optional<FieldDeclaration> field =
        path.isEmpty() ? Optional.empty() : Revision.field(model, path);
    for (int i = 0; field.isPresent() && i < field.get().layers().size(); i++) {
      spots.add(new LayerSpot(path, i, field.get().layers().get(i)));
    }
    return spots;
  }

  private static Optional<LayerSpot> of(Trace trace, Step step) {
    String path = step.layer();
    if (path == null) {
      return Optional.empty();
    }
    LayerDeclaration made = trace.made().get(path);
    if (made != null) {
      return Optional.of(new LayerSpot(path, 0, made));
    }
    Model model = trace.model();
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
