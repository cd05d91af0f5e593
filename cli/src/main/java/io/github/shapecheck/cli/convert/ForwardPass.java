package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltLayer;
import io.github.shapecheck.cli.convert.built.Member;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the functions of a module's class as the text of {@code @Forward}. */
final class ForwardPass {
  /** What forward text knows by itself. */
  private static final Set<String> KNOWN = Set.of("torch", "F", "nn", "math", "self", "super");

  private static final Set<String> OF_CONTAINERS =
      Set.of("children", "named_children", "modules", "_modules", "items", "values", "keys");

  private static final Set<String> OF_DICTS = Set.of("items", "values", "keys");

  private final Sources sources;
  private final ClassObject type;
  private final Groups groups;
  private final ModuleContent content;
  private final MemberEdits members;
  private final Prelude prelude;

  /**
   * The program that a class stands in, with what became of its members.
   *
   * @param doubts what no text says, which matters only where it is reached
   */
  record Sources(SourceIndex index, Reach reach, Environments environments, List<Refusal> doubts) {}

  ForwardPass(Sources sources, Groups groups, ModuleContent content) {
    this.sources = sources;
    this.groups = groups;
    this.content = content;
    this.type = content.module().type();
    this.members = content.edits();
    this.prelude = new Prelude(sources, members.names());
  }

  /** The constants of the file that the text reads, by name. */
  Map<String, String> constants() {
    return prelude.constants();
  }

  /**
   * The text.
   *
   * @param inputs what has a value beforehand
   * @param defaults what arguments of the forward pass are by default here
   */
  String text(Set<String> inputs, Map<String, String> defaults) {
    List<String> texts = new ArrayList<>();
    List<Method> methods = methods();
    if (methods.isEmpty()) {
      LambdaText lambda =
          type.find("forward") instanceof FunctionObject forward
              ? sources.index().lambda(forward)
              : null;
      return lambda == null ? "" : lambda.method("forward");
    }
    for (Method method : methods) {
      texts.add(text(method, method.name().equals("forward") ? defaults : Map.of()));
    }
    if (prelude.texts().isEmpty()
        && defaults.isEmpty()
        && texts.size() == 1
        && isPlain(methods.get(0), inputs)) {
      return body(methods.get(0).definition(), texts.get(0));
    }
    if (methods.stream().noneMatch(method -> method.name().equals("forward"))) {
      texts.add("def forward(self):\n    raise NotImplementedError\n");
    }
    texts.addAll(0, prelude.texts());
    return String.join("\n", texts);
  }

  /** The functions by what they are in the end: one of them may have become the forward pass. */
  private List<Method> methods() {
    return sources.reach().methods(type).stream()
        .filter(method -> !method.name().equals("forward") || members.isForward("forward"))
        .map(
            method ->
                members.isForward(method.name())
                    ? new Method("forward", method.definition(), method.owner())
                    : method)
        .toList();
  }

  /** Whether the body alone says all: of its arguments each is an input. */
  private boolean isPlain(Method method, Set<String> inputs) {
    List<Parameter> parameters = method.definition().function().parameters();
    NamesRead names = NamesRead.of(method.definition().function());
    return method.name().equals("forward")
        && parameters.size() == inputs.size() + 1
        && parameters.get(0).name().equals("self")
        && parameters.stream()
            .skip(1)
            .allMatch(
                parameter ->
                    parameter.kind() == Parameter.Kind.POSITIONAL_OR_KEYWORD
                        && parameter.fallback() == null
                        && inputs.contains(parameter.name()))
        && names.free().stream()
            .allMatch(name -> KNOWN.contains(name) || constants().containsKey(name))
        && method.definition().function().decorators().isEmpty();
  }

  private static String body(Definition definition, String text) {
    List<String> lines = text.lines().toList();
    List<Parameter> parameters = definition.function().parameters();
    int head = parameters.get(parameters.size() - 1).span().lastLine();
    head -= definition.function().span().line();
    while (head < lines.size() && !lines.get(head).replaceFirst(" *#.*", "").endsWith(":")) {
      head++;
    }
    return head + 1 >= lines.size()
        ? text
        : new SourceText(lines, head + 2, lines.size()).dedented();
  }

  private String text(Method method, Map<String, String> defaults) {
    Definition definition = method.definition();
    SourceText text = definition.text(true);
    prelude.resolve(definition, text);
    Set<Expression> targets = Collections.newSetFromMap(new IdentityHashMap<>());
    Expressions.in(
        definition.function().body(),
        expression -> {
          edit(expression, method, text);
          itself(expression, targets, text);
        });
    members.functions().forEach(prelude::define);
    members.classes().forEach(prelude::define);
    for (Parameter parameter : definition.function().parameters()) {
      String value = defaults.get(parameter.name());
      if (value != null) {
        text.replace(parameter.span(), parameter.name() + "=" + value);
      }
    }
    String lines = text.dedented();
    return method.name().equals(definition.name())
        ? lines
        : lines.replaceFirst("def +" + definition.name(), "def " + method.name());
  }

  /** What is done with a module that is a sequence itself is done with its field. */
  private void itself(Expression expression, Set<Expression> targets, SourceText text) {
    if (!Wrapping.isWrapped(content.module())) {
      return;
    }
    String field = "self." + Wrapping.FIELD;
    if (expression instanceof Expression.Attribute attribute
        && MemberEdits.isSelf(attribute.target())) {
      targets.add(attribute.target());
      if (OF_CONTAINERS.contains(attribute.name())) {
        text.replace(attribute.target().span(), field);
      }
    } else if (MemberEdits.isSelf(expression) && !targets.contains(expression)) {
      text.replace(expression.span(), field);
    }
  }

  private void edit(Expression expression, Method method, SourceText text) {
    Definition definition = method.definition();
    if (expression instanceof Expression.Call call && Reach.isOfSuper(call.callee())) {
      callOfSuper(call, method, text);
    } else if (expression instanceof Expression.Call call
        && call.callee() instanceof Expression.Name name
        && name.id().equals("isinstance")
        && call.positional().size() == 2) {
      typeTest(call, definition, text);
    } else if (expression instanceof Expression.Call call
        && content.tied().functional(call.callee()) != null) {
      functional(call, String.valueOf(content.tied().functional(call.callee())), text);
    } else if (expression instanceof Expression.Attribute attribute
        && Kind.isDict(type)
        && OF_DICTS.contains(attribute.name())
        && MemberEdits.isSelf(attribute.target())) {
      text.replace(attribute.target().span(), "self._modules");
    } else if (expression instanceof Expression.Attribute attribute) {
      String other = members.inPlaceOf(attribute, definition, sources.doubts());
      if (other != null) {
        text.replace(expression.span(), other);
      }
    }
  }

  private void callOfSuper(Expression.Call call, Method method, SourceText text) {
    Method next = sources.reach().overridden(call.callee(), method, type);
    BuiltLayer layer = content.module().layer();
    String functional = layer == null ? null : new LayerText(layer).functional();
    PythonFile file = method.definition().file();
    if (next != null) {
      text.replace(call.callee().span(), "self." + next.name());
    } else if (functional != null) {
      functional(call, functional, text);
    } else if (Kind.isSequential(type) && Wrapping.isWrapped(content.module())) {
      text.replace(call.callee().span(), "self." + Wrapping.FIELD);
    } else if (Kind.isSequential(type)) {
      text.replace(call.callee().span(), "self.forward_of_Sequential");
      prelude.put("forward_of_Sequential", sequential());
    } else {
      throw Refusal.at(file, call.span(), "super() means a class of PyTorch's here");
    }
  }

  /** A call of a function in place of that of a layer. */
  private static void functional(Expression.Call call, String functional, SourceText text) {
    int argument = functional.indexOf("%s");
    int line = call.span().lastLine();
    int end = call.span().end();
    text.replace(Span.of(line, end - 1, end), functional.substring(argument + 2));
    text.replace(call.callee().span(), functional.substring(0, argument - 1));
  }

  /** What {@code nn.Sequential} does, over the fields. */
  private String sequential() {
    StringBuilder text = new StringBuilder("def forward_of_Sequential(self, x):\n");
    content
        .module()
        .members()
        .forEach(
            (name, member) -> {
              if (member instanceof Member.Child) {
                text.append("    x = self.").append(name).append("(x)\n");
              }
            });
    return text.append("    return x\n").toString();
  }

  /** {@code isinstance} of a class of the file asks for the names of those that stand for it. */
  private void typeTest(Expression.Call call, Definition definition, SourceText text) {
    Expression types = call.positional().get(1);
    List<Expression> all =
        types instanceof Expression.TupleDisplay tuple ? tuple.items() : List.of(types);
    List<String> names = new ArrayList<>();
    for (Expression one : all) {
      Value value =
          one instanceof Expression.Name name
              ? sources.environments().get(definition, name.id())
              : null;
      if (value instanceof ClassObject asked && !asked.isBuiltin()) {
        groups.names(asked).forEach(name -> names.add("'" + name + "'"));
      } else if (all.size() > 1) {
        return;
      }
    }
    if (!names.isEmpty()) {
      Expression tested = call.positional().get(0);
      String first = definition.file().program().text(tested.span());
      text.replace(
          call.span(), "type(" + first + ").__name__ in (" + String.join(", ", names) + ",)");
    }
  }
}
