package io.github.shapecheck.processor.diagnose.lint.flow;

import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Edits of an operation's call or of its declaration, for lints to propose; {@code Remedies} tries
 * them. Each list is empty where there is no such text.
 */
public final class Changes {
  /** What stands in front of a function's name and is no tensor. */
  private static final Pattern NAMESPACE =
      Pattern.compile("(self|this|F|nn|torch)(\\.(nn|functional|special|linalg))*");

  private Changes() {}

  /** Other numbers for the layer. */
  public static List<Edit> set(Node node, Map<String, Setting> parameters) {
    return Optional.ofNullable(node.call().edit(parameters)).stream().toList();
  }

  /** Another value for a parameter of the layer. */
  public static List<Edit> set(Node node, String parameter, Setting value) {
    return set(node, Map.of(parameter, value));
  }

  /** Other numbers for a parameter of the layer, one where all axes have the same. */
  public static List<Edit> set(Node node, String parameter, List<Long> numbers) {
    return set(node, parameter, Setting.of(numbers));
  }

  /** Another kind of layer in its place, with these members only. */
  public static List<Edit> layer(Node node, Kind kind, Map<String, Setting> members) {
    String path = node.step().layer();
    String owner = node.step().owner();
    String name = Catalogue.layer(kind, 0).name();
    if (path == null || owner == null || !owner.matches(Pattern.quote(path) + "(\\.\\d{1,3})?")) {
      return List.of();
    }
    if (node.flow().trace().made().containsKey(path)) {
      return LayerSpot.named(node.flow().trace(), path).stream()
          .flatMap(spot -> spot.written(name, members.values()).stream())
          .toList();
    }
    int index = owner.equals(path) ? 0 : Integer.parseInt(owner.substring(path.length() + 1));
    return List.of(new Edit.SetLayer(path, index, name, members));
  }

  /** Another kind of layer in its place, with the same members. */
  public static List<Edit> layer(Node node, String name) {
    String path = String.valueOf(node.step().layer());
    return LayerSpot.named(node.flow().trace(), path).stream()
        .filter(spot -> List.of(path, path + "." + spot.index()).contains(node.step().owner()))
        .flatMap(spot -> spot.as(name).stream())
        .toList();
  }

  /** Another text for a stretch of the model's own forward pass. */
  public static List<Edit> text(Node node, Place place, Function<String, String> change) {
    return line(node, place)
        .map(
            line -> {
              Span span = Span.of(place.line(), place.start(), place.end());
              return line.replaced(span, change.apply(line.text(span)));
            })
        .stream()
        .toList();
  }

  /** What the operation was applied to in place of its call. */
  public static List<Edit> dropped(Node node) {
    return rewritten(node, subject -> subject);
  }

  /** A method of what the operation was applied to in place of its call. */
  public static List<Edit> method(Node node, String method) {
    return rewritten(node, subject -> subject + "." + method);
  }

  /** A method of the one argument that a layer is called with. */
  public static List<Edit> ofArgument(Node node, String method) {
    Place place = node.step().place();
    return line(node, place).stream()
        .flatMap(
            line ->
                line.around(place, Expression.Call.class).stream()
                    .limit(1)
                    .flatMap(call -> call.positional().stream())
                    .filter(argument -> line.isOneLine(argument.span()))
                    .limit(1)
                    .map(argument -> line.called(argument, method)))
        .toList();
  }

  /** Another text in place of the operation's call. */
  public static List<Edit> rewritten(Node node, Function<String, String> ofSubject) {
    List<Edit> edits = new ArrayList<>();
    Place place = node.step().place();
    line(node, place)
        .ifPresent(
            line ->
                line.around(place, Expression.Call.class).stream()
                    .limit(1)
                    .filter(call -> line.isOneLine(call.span()))
                    .forEach(
                        call ->
                            subject(line, call)
                                .map(ofSubject)
                                .map(text -> line.replaced(call.span(), text))
                                .ifPresent(edits::add)));
    return edits;
  }

  /** One more argument at the end of the operation's call. */
  public static List<Edit> argument(Node node, String argument) {
    Place place = node.step().place();
    return text(node, place, call -> call.substring(0, call.length() - 1) + ", " + argument + ")");
  }

  /** The tensor that a call is applied to: the receiver of a method, else the first argument. */
  private static Optional<String> subject(LineEditing line, Expression.Call call) {
    if (call.callee() instanceof Expression.Attribute method
        && !NAMESPACE.matcher(line.text(method.target())).matches()) {
      return Optional.of(line.operand(method.target()));
    }
    return call.positional().stream().findFirst().map(line::operand);
  }

  private static Optional<LineEditing> line(Node node, Place place) {
    return LineEditing.at(node.flow().trace().model(), place);
  }
}
