package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.Forward;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Other numbers in the calls that {@code @Sequential} holds. */
public final class SequentialEditing {
  /** What an edit sets that gives an item another text. */
  public static final String ITEM = "item";

  private SequentialEditing() {}

  /**
   * A field with other items.
   *
   * @param path the field's, with the way through submodules in front
   */
  record Rewritten(String path, SequentialDeclaration declared) {}

  /** An edit as a message shows it: where it is one of an item, the whole annotation. */
  public static Edit told(Model model, Edit edit) {
    if (edit instanceof Edit.Both both) {
      return new Edit.Both(told(model, both.first()), told(model, both.second()));
    }
    if (!(edit instanceof Edit.SetMembers set) || Revision.field(model, set.layer()).isPresent()) {
      return edit;
    }
    return rewritten(model, set).<Edit>map(SequentialEditing::annotation).orElse(edit);
  }

  private static Edit.Aside annotation(Rewritten field) {
    List<String> items =
        texts(field.declared()).stream().map(item -> new Setting.Text(item).toString()).toList();
    String all = String.join(", ", items);
    return new Edit.Aside(
        field.path() + ": @Sequential(" + (items.size() == 1 ? all : "{" + all + "}") + ")");
  }

  private static List<String> texts(SequentialDeclaration declared) {
    return declared.items().stream()
        .map(item -> (item.called().isEmpty() ? "" : item.called() + " = ") + text(item).strip())
        .toList();
  }

  /** An item as it is written, without its name. */
  public static String text(SequentialDeclaration.Item item) {
    return String.join("\n", item.program().lines());
  }

  /** The field whose item makes the layer of an edit, with that edit; empty for other layers. */
  static Optional<Rewritten> rewritten(Model model, Edit.SetMembers set) {
    List<String> names = Arrays.asList(set.layer().split("\\."));
    for (int i = 1; i < names.size(); i++) {
      String path = String.join(".", names.subList(0, i));
      Optional<SequentialDeclaration> declared =
          Revision.field(model, path).flatMap(FieldDeclaration::sequential);
      if (declared.isPresent()) {
        List<String> rest = names.subList(i, names.size());
        return with(declared.get(), rest, set.members())
            .map(changed -> new Rewritten(path, changed));
      }
    }
    return Optional.empty();
  }

  private static Optional<SequentialDeclaration> with(
      SequentialDeclaration declared, List<String> path, Map<String, Setting> members) {
    List<SequentialDeclaration.Item> items = new ArrayList<>(declared.items());
    for (int i = 0; i < items.size(); i++) {
      SequentialDeclaration.Item item = items.get(i);
      if (item.name(i).equals(path.get(0))) {
        Expression.Call call = call(item, path.subList(1, path.size()));
        String text =
            members.get(ITEM) instanceof Setting.Text other
                ? other.value()
                : call == null ? null : with(text(item), call, members);
        if (text == null) {
          return Optional.empty();
        }
        items.set(
            i,
            new SequentialDeclaration.Item(
                item.called(),
                Forward.parse(List.of(text), Set.of()),
                item.classes(),
                item.origin()));
        return Optional.of(new SequentialDeclaration(items, declared.origin()));
      }
    }
    return Optional.empty();
  }

  /**
   * An annotated class that an item calls.
   *
   * @param type its qualified name, "" where there is none
   * @param names how many names lead to it from the field
   */
  record Called(String type, int names) {}

  /** The annotated class on the way that names go. */
  static Called called(SequentialDeclaration declared, List<String> way) {
    for (int i = 0; i < declared.items().size() && !way.isEmpty(); i++) {
      SequentialDeclaration.Item item = declared.items().get(i);
      for (int n = 1; item.name(i).equals(way.get(0)) && n <= way.size(); n++) {
        Expression.Call call = call(item, way.subList(1, n));
        String type = call == null ? null : item.classes().get(called(call));
        if (type != null) {
          return new Called(type, n);
        }
      }
    }
    return new Called("", 0);
  }

  /** The call that makes a layer, through Sequentials in one another. */
  private static Expression.@Nullable Call call(
      SequentialDeclaration.Item item, List<String> path) {
    Expression made = item.program().lines().size() == 1 ? item.call().orElse(null) : null;
    for (String name : path) {
      int place = name.matches("\\d{1,6}") ? Integer.parseInt(name) : Integer.MAX_VALUE;
      made =
          made instanceof Expression.Call outer
                  && called(outer).equals("Sequential")
                  && place < outer.positional().size()
              ? outer.positional().get(place)
              : null;
    }
    return made instanceof Expression.Call call ? call : null;
  }

  private static String called(Expression.Call call) {
    return call.callee() instanceof Expression.Attribute attribute
        ? attribute.name()
        : call.callee() instanceof Expression.Name name ? name.id() : "";
  }

  private static @Nullable String with(
      String text, Expression.Call call, Map<String, Setting> members) {
    LayerType type = Catalogue.layer(called(call));
    if (type == null || members.size() != 1) {
      return null;
    }
    Map.Entry<String, Setting> member = members.entrySet().iterator().next();
    int index = type.constructor().indexOfMember(member.getKey());
    if (index < 0) {
      return null;
    }
    String name = type.constructor().names().get(index);
    String value = member.getValue().python();
    for (Expression.KeywordArgument argument : call.keywords()) {
      if (argument.name().equals(name)) {
        return replaced(text, argument.value().span(), value);
      }
    }
    boolean plain = call.positional().stream().noneMatch(Expression.Starred.class::isInstance);
    if (plain && index < call.positional().size()) {
      return replaced(text, call.positional().get(index).span(), value);
    }
    int end = call.span().end() - 1;
    return plain ? text.substring(0, end) + ", " + name + "=" + value + text.substring(end) : null;
  }

  private static String replaced(String text, Span span, String value) {
    return text.substring(0, span.start()) + value + text.substring(span.end());
  }
}
