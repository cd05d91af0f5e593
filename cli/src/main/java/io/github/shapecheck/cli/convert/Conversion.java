package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltModule;
import io.github.shapecheck.cli.convert.built.Construction;
import io.github.shapecheck.cli.convert.built.Member;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.PythonDeclaration;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.BoundMethod;
import io.github.shapecheck.processor.run.program.FunctionObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Python model as annotated Java classes. */
public final class Conversion {
  private final Model model;
  private final PythonDeclaration python;
  private final BuiltModule root;
  private final ForwardPass.Sources sources;

  /** A first line of javac's with its class and what is wrong. */
  private static final Pattern ERROR =
      Pattern.compile("(?m)^\\W*(\\w+)\\.java:\\d+: error: (?:\\[[\\w-]+\\] )?(.*)$");

  private final Wrapping wrapping;
  private final Map<String, Group> classes = new LinkedHashMap<>();

  private Conversion(Model model, BuiltModule built, SourceIndex index) {
    this.model = model;
    this.python = model.python().orElseThrow();
    this.wrapping = new Wrapping(built, model.root().name());
    this.root = wrapping.root();
    List<ClassObject> types =
        Groups.classes(root).stream().map(BuiltModule::type).distinct().toList();
    Reach reach = new Reach(index, types, boundMethods());
    this.sources =
        new ForwardPass.Sources(index, reach, new Environments(types), new ArrayList<>());
  }

  /** Begins with a model; a {@link Refusal} where it cannot be said in Java. */
  public static Conversion of(Model model) {
    BuiltModule root = Construction.of(model);
    if (root == null) {
      throw new Refusal(Place.NONE, "nothing was built");
    }
    refuseHooks(root);
    SourceIndex index = new SourceIndex(model.python().orElseThrow().files().values());
    try {
      if (Kind.of(root) != Kind.CLASS && Kind.of(root) != Kind.SEQUENTIAL) {
        String why = "the model itself is a " + root.type().name() + ", not a class with a forward";
        throw new Refusal(root.place(), why);
      }
      return new Conversion(model, root, index);
    } catch (Refusal refusal) {
      throw refusal.located(index);
    }
  }

  private static void refuseHooks(BuiltModule module) {
    Place place = module.object() instanceof ModuleObject object ? object.hooked() : null;
    if (place != null) {
      String path = module.path().isEmpty() ? "the model itself" : module.path();
      throw new Refusal(place, path + " has a hook that its forward pass calls");
    }
    for (Member member : module.members().values()) {
      if (member instanceof Member.Child child) {
        refuseHooks(child.module());
      }
    }
  }

  /** The model with its inputs called as the arguments of the forward pass. */
  public Model named() {
    List<String> left = new ArrayList<>(parameters().stream().map(Parameter::name).toList());
    List<InputDeclaration> inputs = model.root().inputs();
    inputs.forEach(input -> left.remove(head(input.name())));
    List<InputDeclaration> named = new ArrayList<>();
    List<String> all = parameters().stream().map(Parameter::name).toList();
    for (InputDeclaration input : inputs) {
      boolean known = all.contains(head(input.name())) || input.name().contains(".");
      named.add(
          known || left.isEmpty()
              ? input
              : new InputDeclaration(
                  left.remove(0),
                  input.sample(),
                  input.batchAxis(),
                  input.dtype(),
                  input.where(),
                  input.origin(),
                  input.shapeOrigin()));
    }
    return new Model(
        model.root().withInputs(named), model.modules(), model.problems(), model.python());
  }

  private static String head(String name) {
    String plain = name.startsWith("[") ? name.substring(1) : name;
    int dot = plain.indexOf('.');
    return dot < 0 ? plain : plain.substring(0, dot);
  }

  /** Why the classes are none that do what the Python model does; null where they are. */
  public @Nullable Refusal disagreement(List<JavaFile> files) {
    Compilation java = Compilation.of(files);
    Refusal found =
        java.models().size() != 1 || !java.errors().isEmpty()
            ? wrong(java)
            : Comparison.difference(Interpreter.run(named()), java.models().get(0), wrapping::path);
    // what no text says comes first: it is the reason
    return found == null || sources.doubts().isEmpty()
        ? found == null ? null : found.inside(root).located(sources.index())
        : sources.doubts().get(0);
  }

  /** What javac says first, told of the Python class. */
  private Refusal wrong(Compilation java) {
    Matcher error = ERROR.matcher(java.errors());
    if (!error.find()) {
      return new Refusal(Place.NONE, "the classes are no model");
    }
    Group group = classes.get(error.group(1));
    String why = "the class " + error.group(1) + " would not compile: " + error.group(2);
    Refusal refusal = new Refusal(Place.NONE, why);
    return group == null ? refusal : refusal.inside(group.instances().get(0).module());
  }

  /** The methods that attributes of modules are. */
  private Set<String> boundMethods() {
    return Groups.classes(root).stream()
        .flatMap(module -> module.members().values().stream())
        .filter(member -> member instanceof Member.Plain)
        .map(member -> ((Member.Plain) member).value())
        .filter(value -> value instanceof BoundMethod)
        .map(value -> ((BoundMethod) value).function())
        .filter(function -> function instanceof FunctionObject)
        .map(function -> ((FunctionObject) function).name())
        .collect(Collectors.toSet());
  }

  private List<Parameter> parameters() {
    return sources.reach().methods(root.type()).stream()
        .filter(method -> method.name().equals("forward"))
        .flatMap(method -> method.definition().function().parameters().stream().skip(1))
        .toList();
  }

  /** The classes, the model first. */
  public List<JavaFile> files() {
    try {
      return written();
    } catch (Refusal refusal) {
      throw refusal.located(sources.index());
    }
  }

  private List<JavaFile> written() {
    Groups groups = Groups.of(root, sources);
    List<JavaFile> files = new ArrayList<>();
    for (Group group : groups.all()) {
      classes.put(group.name(), group);
      ClassWriter writer = new ClassWriter(group, groups, sources);
      boolean main = group == groups.of(root);
      files.add(
          main
              ? writer.write(named().root().inputs(), defaults())
              : writer.write(List.of(), Map.of()));
    }
    Collections.reverse(files);
    return files;
  }

  /** What {@code --call} gives to the forward pass, by name. */
  private Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    Program program = python.call();
    List<String> names = new ArrayList<>(parameters().stream().map(Parameter::name).toList());
    named().root().inputs().forEach(input -> names.remove(head(input.name())));
    if (program.statements().size() == 1
        && program.statements().get(0) instanceof Statement.ExpressionStatement alone
        && alone.value() instanceof Expression.Call call) {
      for (int i = 0; i < call.positional().size() && i < names.size(); i++) {
        defaults.put(names.get(i), program.text(call.positional().get(i).span()));
      }
      for (Expression.KeywordArgument keyword : call.keywords()) {
        defaults.put(keyword.name(), program.text(keyword.value().span()));
      }
    }
    return defaults;
  }
}
