package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltLayer;
import io.github.shapecheck.cli.convert.built.BuiltModule;
import io.github.shapecheck.cli.convert.built.Literals;
import io.github.shapecheck.cli.convert.built.Member;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.BoundMethod;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;

/** What a module that becomes a class holds: fields, and numbers that its functions read. */
final class ModuleContent {
  private final BuiltModule module;
  private final Groups groups;
  private final ForwardPass.Sources sources;
  private final MemberEdits edits = new MemberEdits();
  private final TiedLayers tied;
  private final Map<String, String> attributes = new LinkedHashMap<>();

  ModuleContent(BuiltModule module, Groups groups, ForwardPass.Sources sources) {
    this.module = module;
    this.groups = groups;
    this.sources = sources;
    this.tied = new TiedLayers(module, sources.index());
    BuiltLayer layer = module.layer();
    if (layer != null) {
      new LayerText(layer).attributes().forEach((name, value) -> number(name, value));
    }
    module.members().forEach(this::attribute);
    for (ClassObject type : module.type().order()) {
      if (!type.isBuiltin()) {
        type.members().forEach(this::constant);
      }
    }
  }

  BuiltModule module() {
    return module;
  }

  TiedLayers tied() {
    return tied;
  }

  MemberEdits edits() {
    return edits;
  }

  /** Numbers and the like that the functions read, by name, as Python writes them. */
  Map<String, String> attributes() {
    return attributes;
  }

  private void constant(String name, Value value) {
    boolean isMethod =
        sources.reach().methods(module.type()).stream()
            .anyMatch(method -> method.definition().name().equals(name));
    if (!isMethod
        && !(value instanceof FunctionObject)
        && !attributes.containsKey(name)
        && !module.members().containsKey(name)) {
      attribute(name, new Member.Plain(value));
    }
  }

  private void number(String name, String text) {
    if (sources.reach().mentions(name) || sources.reach().callsSuper(module.type())) {
      attributes.put(name, text);
    }
  }

  private void attribute(String name, Member member) {
    if (member instanceof Member.Child child && Wrapping.isWrapped(module)) {
      child.module().members().keySet().stream()
          .filter(SourceVersion::isIdentifier)
          .forEach(layer -> edits.alias(layer, "self." + name + "." + layer));
      edits.names().add(name);
    } else if (member instanceof Member.Same same) {
      edits.alias(name, "self" + same.path());
    } else if (member instanceof Member.Several several) {
      several(name, several);
    } else if (!(member instanceof Member.Plain plain)) {
      edits.names().add(name);
    } else if (sources.reach().mentions(name) && !name.startsWith("__")) {
      plain(name, plain.value());
    }
  }

  /** Modules that are members one by one may stand in a list too. */
  private void several(String name, Member.Several several) {
    List<String> names = new ArrayList<>();
    for (BuiltModule one : several.modules()) {
      String own = one.path().substring(one.path().lastIndexOf('.') + 1);
      boolean isMember =
          module.members().get(own) instanceof Member.Child child && child.module() == one;
      if (!isMember && !groups.areLayers(one)) {
        edits.unsayable(name, "a list of modules that are registered nowhere");
        return;
      }
      names.add(isMember ? "self." + own : made(one));
    }
    edits.alias(name, "[" + String.join(", ", names) + "]");
  }

  /** A module that no other holds is made where it is called, and counts there as little. */
  private String made(BuiltModule module) {
    String call =
        new ItemText(this, groups, Slots.collecting(), new StringBuilder()).of(module, "layer");
    return call.replaceAll("(?<![.\\w'])(?=[A-Z]\\w*\\()", "nn.");
  }

  private void plain(String name, Value value) {
    String literal = Literals.of(value);
    ConstructorCall call = ConstructorCall.of(value);
    if (call != null) {
      edits.alias(name, edits.object(call));
    } else if (literal != null) {
      attributes.put(name, literal);
      edits.names().add(name);
    } else if (value instanceof BoundMethod bound
        && bound.self() == module.object()
        && bound.function() instanceof FunctionObject method) {
      edits.alias(name, "self." + method.name());
    } else if (value instanceof FunctionObject function) {
      LambdaText lambda = sources.index().lambda(function);
      String text = lambda == null ? null : lambda.of(function, module, edits);
      if (sources.index().of(function) != null) {
        edits.function(name, function);
      } else if (text != null) {
        edits.alias(name, text);
      } else {
        edits.unsayable(name, "a function that remembers what no text says");
      }
    } else if (value instanceof Opaque) {
      attributes.put(name, "None");
    } else {
      edits.unsayable(name, value.kind());
    }
  }

  /** What tells its class from those that other instances of the Python class need. */
  String skeleton() {
    StringBuilder text = new StringBuilder();
    new FieldWriter(this, groups, Slots.collecting(), text).fields();
    return text.append(attributes.keySet()).append(edits).append(tied).toString();
  }

  /** Its numbers. */
  List<Slots.Slot> slots() {
    Slots slots = Slots.collecting();
    new FieldWriter(this, groups, slots, new StringBuilder()).fields();
    return slots.all();
  }

  /** Its fields with their numbers written so. */
  List<JavaField> fields(List<String> expressions) {
    return new FieldWriter(this, groups, Slots.writing(expressions), new StringBuilder()).fields();
  }

  /** The sizes of a tensor as an annotation has them. */
  static String sizes(List<Dim> dims) {
    List<String> texts = new ArrayList<>();
    dims.forEach(dim -> texts.add(dim.toString()));
    return "{" + String.join(", ", texts) + "}";
  }
}
