package io.github.shapecheck.cli.convert;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.FunctionObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the text of a module's functions says in place of members that no field can be. */
final class MemberEdits {
  private final Set<String> names = new LinkedHashSet<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private final Map<String, FunctionObject> functions = new LinkedHashMap<>();
  private final Map<String, ClassObject> classes = new LinkedHashMap<>();
  private final Map<String, String> unsayable = new LinkedHashMap<>();

  /** The names of fields and parameters. */
  Set<String> names() {
    return names;
  }

  /** What to write for {@code self.name}. */
  void alias(String name, String other) {
    aliases.put(name, other);
  }

  void function(String name, FunctionObject function) {
    functions.put(name, function);
  }

  /** The text that makes an object, whose class is written too. */
  String object(ConstructorCall call) {
    classes.put(call.type().name(), call.type());
    return call.text();
  }

  /** Classes of the file of which members are, by name. */
  Map<String, ClassObject> classes() {
    return classes;
  }

  /** A member that nothing can say, and why. */
  void unsayable(String name, String why) {
    unsayable.put(name, why);
  }

  /** Functions of the file that are members, by the names that the text calls them. */
  Map<String, FunctionObject> functions() {
    Map<String, FunctionObject> byName = new LinkedHashMap<>();
    functions.values().forEach(function -> byName.put(function.name(), function));
    return byName;
  }

  /** What stands in place of {@code self.name}; null for itself. */
  @Nullable String inPlaceOf(
      Expression.Attribute attribute, Definition in, Collection<Refusal> doubts) {
    if (!isSelf(attribute.target())) {
      return null;
    }
    FunctionObject function = functions.get(attribute.name());
    String why = unsayable.get(attribute.name());
    if (why != null) {
      String what = "self." + attribute.name() + " is " + why;
      doubts.add(Refusal.at(in.file(), attribute.span(), what));
    }
    return function != null ? function.name() : aliases.get(attribute.name());
  }

  /** Whether a function is the forward pass: {@code self.forward = self.name}, if that is done. */
  boolean isForward(String name) {
    return aliases.getOrDefault("forward", "self.forward").equals("self." + name);
  }

  /** Whether an expression is {@code self}. */
  static boolean isSelf(Expression expression) {
    return expression instanceof Expression.Name name && name.id().equals("self");
  }

  /** What tells classes with different edits apart. */
  @Override
  public String toString() {
    return aliases.toString() + functions.keySet() + unsayable.keySet();
  }
}
